import { spellName } from './format.ts';
import type { ReportTables } from './tables.ts';

/** What names of things are read from. */
export interface NamingTables {
  manifest: Pick<ReportTables['manifest'], 'titles'>;
}

/** The title that the scenario gives to what a slice names (`area`, `role` …); undefined where it gives none. */
export function statedTitle(tables: NamingTables, slice: string, name: string): string | undefined {
  const titles = tables.manifest.titles?.[slice];
  // A name such as `constructor` has no title of the language's own.
  return titles !== undefined && Object.hasOwn(titles, name) ? titles[name] : undefined;
}

/** The same, or else the name spelled out: `eastBorough` as "east borough". */
export function sliceTitle(tables: ReportTables, slice: string, name: string): string {
  return statedTitle(tables, slice, name) ?? spellName(name);
}
