/**
 * The charts of a run. A new chart is one file and one line in the registry; a chart reads tables, and
 * gives a Vega-Lite specification with its data and its provenance inside.
 */

import { comparedTables } from '../words/read.ts';
import { areaDemand } from './areaDemand.ts';
import { boardPriorities } from './boardPriorities.ts';
import type { Chart, DrawnChart } from './chart.ts';
import { commissionerReview } from './commissionerReview.ts';
import { designDifferences } from './designDifferences.ts';
import { fit } from './fit.ts';
import { front } from './front.ts';
import { goodhart } from './goodhart.ts';
import { hoursByFifth } from './hoursByFifth.ts';
import { hoursByRole } from './hoursByRole.ts';
import { hoursSplit } from './hoursSplit.ts';
import { indicatorParts } from './indicatorParts.ts';
import { interventionsAdopted } from './interventionsAdopted.ts';
import { jointWork } from './jointWork.ts';
import { outcomesWithTwin } from './outcomesWithTwin.ts';
import { parkedByFifth } from './parkedByFifth.ts';
import { rankingHinges } from './rankingHinges.ts';
import { rankingPlaces } from './rankingPlaces.ts';
import { renderSvg } from './render.ts';
import { reportedAgainstTrue } from './reportedAgainstTrue.ts';
import { responseCurves } from './responseCurves.ts';
import { scorecard } from './scorecard.ts';
import { sensitivityIndices } from './sensitivityIndices.ts';
import { settingsMap } from './settingsMap.ts';
import { staffSide } from './staffSide.ts';
import type { ReportTables } from './tables.ts';
import { timeCurve } from './timeCurve.ts';
import { weekly } from './weekly.ts';
import { whoDecides } from './whoDecides.ts';
import { yardsticks } from './yardsticks.ts';

export type { Chart, ChartSpec, DrawnChart } from './chart.ts';
export { type FigureTable, figureTables } from './figureTable.ts';
export { type Rendering, render, renderSvg } from './render.ts';
export type * from './tables.ts';

/** All charts, in the order in which a report shows them. */
export const chartRegistry: readonly Chart[] = [
  hoursByFifth,
  timeCurve,
  parkedByFifth,
  outcomesWithTwin,
  designDifferences,
  whoDecides,
  hoursByRole,
  hoursSplit,
  staffSide,
  reportedAgainstTrue,
  goodhart,
  indicatorParts,
  interventionsAdopted,
  boardPriorities,
  commissionerReview,
  areaDemand,
  jointWork,
  weekly,
];

/** Charts of studies: of what came out at many points of one scenario. */
const studyChartRegistry: readonly Chart[] = [
  fit,
  front,
  responseCurves,
  settingsMap,
  rankingHinges,
  sensitivityIndices,
];

/** Charts of comparisons, before those of every run. */
export const comparisonChartRegistry: readonly Chart[] = [scorecard, rankingPlaces, yardsticks];

/** The charts for which the tables hold what is needed, in the order of their registry. */
export function drawableCharts(tables: ReportTables): Chart[] {
  if (tables.study) return studyChartRegistry.filter((chart) => chart.needs(tables));
  return [...(tables.ranking ? comparisonChartRegistry : []), ...chartRegistry].filter((chart) =>
    chart.needs(chart.withYardsticks ? tables : comparedTables(tables)),
  );
}

/** Of the designs that charts show, draws every chart for which the tables hold what is needed, one after the other. */
export async function drawCharts(tables: ReportTables): Promise<DrawnChart[]> {
  const drawn: DrawnChart[] = [];
  const compared = comparedTables(tables);
  for (const chart of drawableCharts(tables)) {
    const shown = chart.withYardsticks ? tables : compared;
    const spec = chart.spec(shown);
    drawn.push({
      id: chart.id,
      title: chart.title(shown),
      finding: chart.finding(shown),
      spec,
      svg: await renderSvg(spec),
    });
  }
  return drawn;
}
