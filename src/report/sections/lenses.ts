import { sentenceCase } from '../../words/format.ts';
import {
  preferenceInWords,
  preferenceRule,
  SIZE_NOTE,
  shownViews,
  viewInWords,
  WHOSE_NOTE,
} from '../../words/lenses.ts';
import { designIds } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';
import { designLetter } from '../letters.ts';

/** What several stakeholders would prefer, each by measures of their own. Empty for one design, and in older folders. */
export function lensesSection(tables: ReportTables): Html {
  const views = shownViews(tables);
  if (views.length === 0) return html``;
  const ids = designIds(tables);
  const names = (design: string) => designLetter(ids.indexOf(design));
  const brackets =
    tables.manifest.replicates === 1 ? '' : '; in brackets 95% intervals of the paired difference';
  const rows = views.map((view) => ({
    name: html`${sentenceCase(view.of.whose)}<small>${view.of.asks}</small>`,
    cells: [
      preferenceInWords(tables, view, names),
      html`<ul class="cell">${viewInWords(tables, view, names).map((line) => html`<li>${line}</li>`)}</ul>`,
    ],
  }));
  return html`<section id="lenses"><h2>Who would prefer what</h2>
<p class="note">There is no one best design here: each view looks at a few measures of its own, and nothing is added up. ${preferenceRule('It')}. ${WHOSE_NOTE} ${SIZE_NOTE}</p>
${table('The designs from several views', ['View', 'Prefers', `By what it looks at, best first${brackets}`], rows)}</section>`;
}
