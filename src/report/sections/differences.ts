import { sentenceCase } from '../../words/format.ts';
import { differenceInWords, isMoved, ONE_RUN_NOTE, saidOnce } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designIds, designTitle, readDifference } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { folded, type Html, html, type Row, table } from '../html.ts';
import { designHeadings } from '../letters.ts';
import { headlineGroups } from './measures.ts';

/** Paired differences from the base design. Empty for one design. */
export function differencesSection(tables: ReportTables, title: string): Html {
  const { base } = tables.summary;
  const others = designIds(tables).filter((design) => design !== base);
  if (others.length === 0) return html``;
  const rows = headlineGroups(tables).flatMap(({ heading, keys }): Row[] => {
    const present = keys.filter((key) => others.some((design) => readDifference(tables, design, key)));
    if (present.length === 0) return [];
    return [
      { heading },
      ...present.map((key) => ({
        name: sentenceCase(measureName(key, tables)),
        cells: others.map((design) => differenceCell(tables, design, key)),
      })),
    ];
  });
  return html`<section id="differences"><h2>${title}</h2>
<p>Design minus “${designTitle(tables, base)}”, run by run on the same people and the same luck${tables.manifest.replicates === 1 ? `. ${ONE_RUN_NOTE}` : '; in brackets the 95% interval of the mean difference. Bold: the interval leaves out 0.'}${unpairedNote(tables)}</p>
${
  rows.length === 0
    ? html`<p>Differences were not measured.</p>`
    : folded(
        'Paired differences in the headline measures (every measure: differences.csv)',
        table(
          'Paired differences from the base design',
          ['Measure', ...designHeadings(tables, others)],
          rows,
        ),
        others.length > 3,
      )
}
</section>`;
}

function unpairedNote(tables: ReportTables): string {
  return tables.differences.some(({ unpaired }) => unpaired)
    ? ' Where a cell says “other people”, the design changes who is referred or how long people are followed: the means are compared, with Welch’s interval, no run is paired and no person is compared with themself.'
    : '';
}

function differenceCell(tables: ReportTables, design: string, key: string): Html {
  const row = readDifference(tables, design, key);
  if (!row) return html`not measured`;
  const { manifest } = tables;
  const text = saidOnce(manifest, differenceInWords(row, measureQuantity(key, tables), manifest.currency));
  if (row.unpaired) return html`${text} <small>other people</small>`;
  return isMoved(row) && row.lo !== null ? html`<span class="moved">${text}</span>` : html`${text}`;
}
