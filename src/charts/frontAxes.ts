import type { FrontFindings, FrontMember } from '../tables/front.ts';
import { sentenceCase } from '../words/format.ts';
import { goalValue, onFront } from '../words/frontTrade.ts';
import { measureName, measureQuantity } from '../words/names.ts';
import { measureBounds, within } from './bounds.ts';
import type { ChartSpec } from './chart.ts';
import { axisFormat } from './dotPanels.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

export const FRONT_WIDTH = 600;
/** Room of the vertical axes, so that panels below each other stand level. */
export const AXIS_ROOM = 64;

/** One point of the front for drawing. */
export interface DrawnPoint {
  x: number;
  y: number;
  xLo: number | null;
  xHi: number | null;
  yLo: number | null;
  yHi: number | null;
}

/** Where a point stands in the first two goals: the second across, the first upwards. */
export function drawnPoint(front: FrontFindings, point: Pick<FrontMember, 'goals'>): DrawnPoint {
  const end = (goal: number, which: 'lo' | 'hi') =>
    within(point.goals[goal][which], measureBounds(front.goals[goal].measure));
  return {
    x: goalValue(front, point, 1),
    y: goalValue(front, point, 0),
    xLo: end(1, 'lo'),
    xHi: end(1, 'hi'),
    yLo: end(0, 'lo'),
    yHi: end(0, 'hi'),
  };
}

/** Ends of the axis of a goal that hold every point and every interval of the front, with a little room. */
export function goalDomain(front: FrontFindings, goal: number): [number, number] {
  const ends = [
    ...front.searched.map(({ goals }) => goals[goal]),
    ...onFront(front).flatMap(({ goals }) => [goals[goal].lo, goals[goal].hi]),
    ...[front.file, ...front.members].map((one) => goalValue(front, one, goal)),
  ].filter((end): end is number => end !== null && Number.isFinite(end));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low) * 0.06 || 0.5;
  return [low - room, high + room].map((end) => within(end, measureBounds(front.goals[goal].measure))) as [
    number,
    number,
  ];
}

/** The axis of a goal with its name and which way is better. */
export function goalAxis(
  tables: ReportTables,
  goal: number,
  room: number,
): { scale: ChartSpec; title: string[]; axis: ChartSpec } {
  const front = tables.study!.front!;
  const { measure, better } = front.goals[goal];
  const quantity = measureQuantity(measure, tables);
  const unit = quantity === 'money' ? `, ${tables.manifest.currency}` : '';
  return {
    scale: { domain: goalDomain(front, goal), nice: false, zero: false },
    title: wrapText(`${sentenceCase(measureName(measure, tables))}${unit} (${better} is better)`, room, 11),
    axis: { tickCount: 6, labelOverlap: true, format: axisFormat(quantity), titleLimit: 0 },
  };
}
