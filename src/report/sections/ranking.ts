import type { MeasureRanking, RankedDesign } from '../../tables/ranking.ts';
import { formatPercent, formatQuantity, sentenceCase } from '../../words/format.ts';
import { intervalRange } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { rankingSentences, type Standing, standingOf } from '../../words/ranking.ts';
import { designIds, designTitle } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';
import { designLetter } from '../letters.ts';
import type { PageCharts } from './charts.ts';

const standings: Record<Standing, string> = {
  best: '▲ best',
  mayBeBest: '△ may be best',
  worst: '▼ worst',
  mayBeWorst: '▽ may be worst',
  either: '◇ may be either',
  between: 'between',
  untold: 'not told apart',
  same: 'all the same',
};

/** The designs of a comparison in order by each measure, in words. Empty for other kinds of results. */
export function rankingSection(tables: ReportTables, charts: PageCharts): Html {
  const measures = tables.ranking?.measures ?? [];
  if (measures.length === 0) return html``;
  return html`<section id="ranking"><h2>Which design does best</h2>
<ul>${measures.map((one) => html`<li>${rankingSentences(tables, one)}</li>`)}</ul>
<p>The scorecard for the wall is <a href="scorecard.html">scorecard.html</a>: one page, A3 or A4.</p>${charts.take('scorecard')}</section>`;
}

/** The same as tables, with how often each design is first and last. */
export function rankingTablesSection(tables: ReportTables, title: string): Html {
  const measures = tables.ranking?.measures ?? [];
  if (measures.length === 0) return html``;
  const parts = measures.map((one) => html`${rankingTable(tables, one)}${unranked(tables, one)}`);
  return html`<section id="ranking-tables"><h2>${title}</h2>
<p>Designs in order by the mean of each measure, over ${tables.manifest.replicates} runs of each on the same luck. “First in runs” counts the runs in which a design is first; designs that tie share a run. “Chance of first” is the share of ${tables.ranking!.resamples.toLocaleString('en-GB')} sets of runs, drawn from these with replacement, in which its mean is first: with few runs it is rough and too sure. “May be best” and “may be worst” are designs that these runs do not tell from the first and the last: the 95% interval of the difference covers 0.</p>
${parts}</section>`;
}

function rankingTable(tables: ReportTables, ranking: MeasureRanking): Html {
  const { measure, better, replicates, designs } = ranking;
  const ids = designIds(tables);
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  // One run alone is first in all runs, or in none.
  const several = replicates > 1;
  const share = (value: number | null) => (value === null ? '' : formatPercent(value, 0));
  const rows = designs.map((one: RankedDesign) => {
    const { design, mean, lo, hi, rank, best, worst, bestMean } = one;
    const standing = standingOf(ranking, design);
    const interval = intervalRange({ lo, hi }, quantity, currency);
    return {
      name: `${designLetter(ids.indexOf(design))}. ${designTitle(tables, design)}`,
      cells: [
        Number.isInteger(rank) ? String(rank) : `${Math.floor(rank)}½`,
        html`${formatQuantity(mean, quantity, currency)}${interval && html`<small>CI ${interval}</small>`}`,
        ...(several ? [share(best), share(worst), share(bestMean)] : []),
        standing === undefined ? 'no way is better' : standings[standing],
      ],
    };
  });
  const order = better === null ? 'highest first' : `${better} is better`;
  return table(
    `${sentenceCase(measureName(measure, tables))}: ${order}, ${replicates} ${replicates === 1 ? 'run' : 'runs'}`,
    [
      'Design',
      'Place',
      'Mean',
      ...(several ? ['First in runs', 'Last in runs', 'Chance of first'] : []),
      'Stands',
    ],
    rows,
  );
}

function unranked(tables: ReportTables, { unranked }: MeasureRanking): Html {
  const list = unranked.map(({ design, why }) => html`<li>“${designTitle(tables, design)}”: ${why}</li>`);
  return list.length === 0 ? html`` : html`<p>Not ranked:</p><ul>${list}</ul>`;
}
