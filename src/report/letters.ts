import { designIds, designTitle } from '../words/read.ts';
import type { ReportTables } from '../words/tables.ts';
import { type Html, html } from './html.ts';

/** A short letter for a design, by which table columns name it: A for the base, B, C … Z, then AA. */
export function designLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : designLetter(Math.floor(index / 26) - 1) + letter;
}

/** Column headings of tables with one column a design: the letter and, small, the title. */
export function designHeadings(tables: ReportTables, designs: readonly string[] = designIds(tables)): Html[] {
  const all = designIds(tables);
  return designs.map(
    (design) =>
      html`${designLetter(all.indexOf(design))}${design === tables.summary.base ? ' (base)' : ''}<small>${designTitle(tables, design)}</small>`,
  );
}
