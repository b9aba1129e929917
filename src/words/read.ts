import { type DifferenceRow, type MeasureSummary, measureKey, parseMeasureKey } from '../tables/rows.ts';
import type { ReportTables } from './tables.ts';

/** The summary of one measure of one design; undefined where it was not measured. */
export function readMeasure(tables: ReportTables, design: string, key: string): MeasureSummary | undefined {
  return tables.summary.designs[design]?.measures[key];
}

/** The mean of one measure; null where it is undefined or was not measured. */
export function readMean(tables: ReportTables, design: string, key: string): number | null {
  return readMeasure(tables, design, key)?.mean ?? null;
}

/** The paired difference of one measure from the base design; undefined where none was made. */
export function readDifference(tables: ReportTables, design: string, key: string): DifferenceRow | undefined {
  return tables.differences.find(
    (row) => row.design === design && measureKey(row.measure, row.slice) === key,
  );
}

/** Whether openings ran out in some run of the design: what is added to one may then be taken from another. */
export const openingsRanOut = (tables: ReportTables, design: string): boolean =>
  (readMean(tables, design, 'openings.short') ?? 0) > 0;

/** Ids of all designs with a summary: the base first, then in the order of the file. */
export function designIds(tables: ReportTables): string[] {
  const known = Object.keys(tables.summary.designs);
  const order = tables.manifest.designs.map((design) => design.id).filter((id) => known.includes(id));
  const rest = known.filter((id) => !order.includes(id));
  const all = [...order, ...rest];
  const { base } = tables.summary;
  return all.includes(base) ? [base, ...all.filter((id) => id !== base)] : all;
}

/** Designs that the tables hold and charts and findings leave out: yardsticks that would stretch every scale. */
export function designsApart(tables: ReportTables): string[] {
  const { base } = tables.summary;
  return tables.manifest.designs.flatMap(({ id, inCharts }) =>
    inCharts === false && id !== base && id in tables.summary.designs ? [id] : [],
  );
}

/** The tables without the designs that charts and findings leave out. */
export function comparedTables(tables: ReportTables): ReportTables {
  return without(tables, new Set(designsApart(tables)));
}

function without(tables: ReportTables, apart: ReadonlySet<string>): ReportTables {
  if (apart.size === 0) return tables;
  const { summary, weekly, differences, manifest } = tables;
  return {
    ...tables,
    summary: {
      ...summary,
      designs: Object.fromEntries(Object.entries(summary.designs).filter(([id]) => !apart.has(id))),
    },
    weekly: weekly.filter(({ design }) => !apart.has(design)),
    differences: differences.filter(({ design }) => !apart.has(design)),
    manifest: { ...manifest, designs: manifest.designs.filter(({ id }) => !apart.has(id)) },
  };
}

/** The tables without the companion worlds that stand among the designs as yardsticks. */
export function withoutYardsticks(tables: ReportTables): ReportTables {
  return without(tables, new Set(tables.manifest.designs.flatMap(({ id, world }) => (world ? [id] : []))));
}

/** The design's title; two designs of the same title are told apart by their ids. */
export function designTitle(tables: ReportTables, design: string): string {
  const titles = tables.summary.designs;
  const title = titles[design]?.title || design;
  const shared = Object.entries(titles).some(([id, other]) => id !== design && other.title === title);
  return shared ? `${title} (${design})` : title;
}

/** The same in quotation marks, as sentences name a design. */
export const quotedTitle = (tables: ReportTables, design: string): string =>
  `“${designTitle(tables, design)}”`;

/**
 * A finding of one design, headed by its title in quotation marks. The first sentence must not begin with a
 * name, since its first letter is made small.
 */
export function findingOf(tables: ReportTables, design: string, sentences: string): string {
  return `“${designTitle(tables, design)}”: ${sentences[0]?.toLowerCase() ?? ''}${sentences.slice(1)}`;
}

/** Values that a slice takes for one measure, in order of appearance over all designs: `role` → names. */
export function sliceValues(tables: ReportTables, measure: string, part: string): string[] {
  const values = new Set<string>();
  for (const design of designIds(tables)) {
    for (const key of Object.keys(tables.summary.designs[design].measures)) {
      const parsed = parseMeasureKey(key);
      if (parsed.measure === measure && part in parsed.parts) values.add(parsed.parts[part]);
    }
  }
  return [...values];
}

/** The five fifths of need, easiest first. */
export const fifths = ['1', '2', '3', '4', '5'] as const;
