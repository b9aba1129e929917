import type { ReportTables } from './tables.ts';

/** A Vega-Lite specification as plain JSON. The schema that it must meet is vega-lite's own. */
export type ChartSpec = { [property: string]: unknown };

/** One chart as a function of tables. */
export interface Chart {
  /** Also the stem of the chart's files. */
  id: string;
  /** The question that the chart answers. */
  title(tables: ReportTables): string;
  /** What the chart shows, in words computed from the tables: its alternative text, and what a page says of it where it stands alone. */
  finding(tables: ReportTables): string;
  /** Whether the tables hold what the chart needs. */
  needs(tables: ReportTables): boolean;
  /** Whether it also reads the companion worlds that other charts leave out. */
  withYardsticks?: true;
  /** The specification, data inline. Call only where {@link Chart.needs} holds. */
  spec(tables: ReportTables): ChartSpec;
}

/** One drawn chart, as reports and results take it. */
export interface DrawnChart {
  id: string;
  title: string;
  finding: string;
  spec: ChartSpec;
  svg: string;
}
