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

/** "+3.2 points for £120,000: £37,500 a point", of what one more step along the front gives and takes. */
export function tradeInWords(
  tables: ReportTables,
  front: FrontFindings,
  from: FrontMember,
  to: FrontMember,
): string | undefined {
  const { currency } = tables.manifest;
  const [gain, price] = [0, 1].map((goal) =>
    Math.abs(goalValue(front, to, goal) - goalValue(front, from, goal)),
  );
  if (!(gain > 0 && price > 0)) return undefined;
  const [gained, paid] = front.goals.map(({ measure }) => measureQuantity(measure, tables));
  const rate = price / (gained === 'share' ? gain * 100 : gain);
  return `${amount(gain, gained, currency)} of ${measureName(front.goals[0].measure, tables)} for ${amount(price, paid, currency)} of ${measureName(front.goals[1].measure, tables)}: ${amount(rate, paid, currency)} for each ${unitOf(gained, currency)}`;
}

function amount(size: number, quantity: Quantity, currency: string): string {
  const text = formatQuantity(size, quantity, currency);
  return quantity === 'share' ? text.replace('%', ' points') : text;
}

function unitOf(quantity: Quantity, currency: string): string {
  switch (quantity) {
    case 'share':
      return 'point';
    case 'money':
      return formatQuantity(1, 'money', currency).replace('.00', '');
    case 'hours':
      return 'hour';
    case 'weeks':
      return 'week';
    default:
      return 'unit';
  }
}
