import type { FrontFindings, FrontMember } from '../tables/front.ts';
import { formatQuantity, type Quantity } from './format.ts';
import { measureName, measureQuantity } from './names.ts';
import type { ReportTables } from './tables.ts';

/** The points of the front in their order. */
export const onFront = ({ members }: FrontFindings): FrontMember[] =>
  members.filter(({ place }) => place !== null);

/** What is known best of a goal at a point: in other luck, or without a check in that of the search. */
export function goalValue(
  { check }: FrontFindings,
  { goals }: Pick<FrontMember, 'goals'>,
  goal: number,
): number {
  return (check.done ? goals[goal].mean : goals[goal].search) ?? Number.NaN;
}

/**
 * Where the front of two goals bends most: the point farthest beyond the straight line between its ends, both goals taken
 * over their range; undefined of fewer than three points, of other than two goals, or where none lies beyond the line.
 * Source: Das (1999), Structural Optimization 18, 107–115.
 */
export function knee(front: FrontFindings): FrontMember | undefined {
  const points = onFront(front);
  if (front.goals.length !== 2 || points.length < 3) return undefined;
  const sign = front.goals.map(({ better }) => (better === 'lower' ? -1 : 1));
  const good = points.map((one) => [0, 1].map((goal) => sign[goal] * goalValue(front, one, goal)));
  const [first, last] = [good[0], good[good.length - 1]];
  const width = [0, 1].map((goal) => Math.abs(last[goal] - first[goal]));
  if (width.includes(0)) return undefined;
  // Beyond the line is better: the sum of both goals, each over its range, is the same all along it.
  const beyond = good.map(
    (one) => one[0] / width[0] + one[1] / width[1] - first[0] / width[0] - first[1] / width[1],
  );
  const most = Math.max(...beyond);
  return most > 0.02 ? points[beyond.indexOf(most)] : undefined;
}

/** What more of the first goal costs of the second between two places: "one point of … costs £37,500", and for what. */
export interface Trade {
  price: string;
  detail: string;
}

/** Undefined where one of the two goals does not get better at the expense of the other. */
export function tradeOf(
  tables: ReportTables,
  front: FrontFindings,
  from: FrontMember,
  to: FrontMember,
): Trade | undefined {
  const { currency } = tables.manifest;
  const [gain, cost] = [0, 1].map((goal) =>
    Math.abs(goalValue(front, to, goal) - goalValue(front, from, goal)),
  );
  if (!(gain > 0 && cost > 0)) return undefined;
  const [gained, paid] = front.goals.map(({ measure }) => measureQuantity(measure, tables));
  return {
    price: amount(cost / (gained === 'share' ? gain * 100 : gain), paid, currency),
    detail: `${amount(gain, gained, currency)} for ${amount(cost, paid, currency)}`,
  };
}

/** "one point of the outcome rate": what a {@link Trade} prices. */
export function unitInWords(tables: ReportTables, { goals: [{ measure }] }: FrontFindings): string {
  return `${unitOf(measureQuantity(measure, tables), tables.manifest.currency)} of ${measureName(measure, tables)}`;
}

function amount(size: number, quantity: Quantity, currency: string): string {
  const text = formatQuantity(size, quantity, currency);
  return quantity === 'share' ? text.replace('%', ' points') : text;
}

function unitOf(quantity: Quantity, currency: string): string {
  switch (quantity) {
    case 'share':
      return 'one point';
    case 'money':
      return formatQuantity(1, 'money', currency).replace('.00', '');
    case 'hours':
      return 'one hour';
    case 'weeks':
      return 'one week';
    default:
      return 'one unit';
  }
}

/** Steps from one place to the next, and in how many of them the first goal clearly changes. */
export function clearSteps(front: FrontFindings): { steps: number; clear: number } {
  const steps = onFront(front)
    .map(({ goals }) => goals[0].fromPrevious)
    .filter(({ lo }) => lo !== null);
  return { steps: steps.length, clear: steps.filter(({ lo, hi }) => lo! * hi! > 0).length };
}
