import { designParagraph } from '../../words/paragraphs.ts';
import { rankedDesignParagraph } from '../../words/ranking.ts';
import { designIds, designTitle } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html } from '../html.ts';
import { designLetter } from '../letters.ts';

/** Each design: what it is, and what came of it against the base. */
export function designsSection(tables: ReportTables): Html {
  const designs = designIds(tables).map((design, index) => {
    const about =
      tables.summary.designs[design].about ?? tables.manifest.designs.find((one) => one.id === design)?.about;
    const base = design === tables.summary.base ? ' (base)' : '';
    return html`<h3>${designLetter(index)}. ${designTitle(tables, design)}${base}</h3>
${about && html`<p>${about}</p>`}${tables.ranking && html`<p>${rankedDesignParagraph(tables, design)}</p>`}<p>${designParagraph(tables, design, tables.ranking === undefined)}</p>`;
  });
  return html`<section id="designs"><h2>The designs</h2>${designs}</section>`;
}
