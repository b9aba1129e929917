import { designIds, designTitle } from '../words/read.ts';
import { CHART_WIDTH } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** Weeks over which a point of a line is averaged at most, so that it shows its course and not its jitter. */
const LONGEST_SPAN = 4;

/** Weeks over which a point is averaged: at most a tenth of the run, so that a short one keeps its course. */
export function weeksPerPoint({ weekly }: ReportTables): number {
  const weeks = weekly.reduce((most, { week }) => Math.max(most, week + 1), 0);
  return Math.max(1, Math.min(LONGEST_SPAN, Math.floor(weeks / 10)));
}

/** The key to lines whose points are such averages. */
export const linesKey = (span: number): string =>
  span === 1 ? 'Lines: mean over runs, week by week.' : `Lines: mean over runs, averaged over ${span} weeks.`;

/** What the place of a point on the axis of weeks is. */
export const pointTitle = (span: number): string => (span === 1 ? 'Week' : `Middle of ${span} weeks`);

/** Titles of the designs as a legend of lines in two columns shows them. */
export const lineLabels = (tables: ReportTables): string[] =>
  designIds(tables).map((id) => wrapText(designTitle(tables, id), CHART_WIDTH / 2 - 70, 11).join('\n'));

/** Legend of lines, one a design; none where there is one line alone. */
export const lineLegend = (labels: readonly string[]) =>
  labels.length > 1
    ? {
        orient: 'top',
        direction: 'horizontal',
        columns: 2,
        title: null,
        symbolType: 'stroke',
        symbolSize: 700,
        labelExpr: "split(datum.label, '\\n')",
      }
    : null;
