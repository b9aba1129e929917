import * as vega from 'vega';
import { ONE_RUN } from '../words/intervals.ts';
import type { ChartSpec } from './chart.ts';

/** The figures of a chart as text, for who does not see it: what its marks say when they are pointed at. */
export interface FigureTable {
  head: string[];
  rows: string[][];
}

interface TooltipField {
  field: string;
  title?: string;
  format?: string;
}

type Row = Record<string, unknown>;

/**
 * The tables behind a chart: one for each set of heads under which its marks show figures, each row once, in the
 * order of the drawing. A chart whose marks show none has no table, and where no row has an interval there is no column for it.
 */
export function figureTables(spec: ChartSpec): FigureTable[] {
  const tables = new Map<string, { table: FigureTable; seen: Set<string> }>();
  eachMark(spec, [], (fields, rows) => {
    const head = fields.map(({ title, field }) => title ?? field);
    const key = head.join('\n');
    const found = tables.get(key) ?? { table: { head, rows: [] }, seen: new Set<string>() };
    tables.set(key, found);
    for (const row of rows) {
      if (fields.some(({ field }) => row[field] === undefined)) continue;
      const cells = fields.map((field) => written(row[field.field], field));
      const text = cells.join('\n');
      if (found.seen.has(text)) continue;
      found.seen.add(text);
      found.table.rows.push(cells);
    }
  });
  return [...tables.values()]
    .map(({ table }) => table)
    .filter(({ rows }) => rows.length > 0)
    .map(withoutEmptyIntervals);
}

function withoutEmptyIntervals({ head, rows }: FigureTable): FigureTable {
  const kept = head.flatMap((_, at) => (rows.every((row) => row[at] === ONE_RUN) ? [] : [at]));
  return { head: kept.map((at) => head[at]), rows: rows.map((row) => kept.map((at) => row[at])) };
}

/** Vega's way to write numbers, which its types leave out. */
const { defaultLocale } = vega as unknown as {
  defaultLocale: () => { format: (specifier: string) => (value: number) => string };
};

const written = (value: unknown, field: TooltipField): string => {
  if (value === null) return '';
  return typeof value === 'number' && field.format
    ? defaultLocale().format(field.format)(value)
    : String(value);
};

/** Calls `look` for every mark with a tooltip, with the data that it draws: its own, or those of a view around it. */
function eachMark(
  view: ChartSpec,
  around: readonly Row[],
  look: (fields: TooltipField[], rows: readonly Row[]) => void,
): void {
  const own = (view.data as { values?: Row[] } | undefined)?.values ?? around;
  const tooltip = (view.encoding as { tooltip?: TooltipField[] } | undefined)?.tooltip;
  if (Array.isArray(tooltip)) look(tooltip, own);
  for (const part of ['layer', 'hconcat', 'vconcat', 'concat'] as const)
    for (const inner of (view[part] as ChartSpec[] | undefined) ?? []) eachMark(inner, own, look);
  if (view.spec !== undefined) eachMark(view.spec as ChartSpec, own, look);
}
