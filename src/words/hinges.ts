import type { ParameterHinge, RankingHinges, ShareOfPoints } from '../tables/sensitivity.ts';
import { counted } from './counted.ts';
import { formatPercent, listInWords } from './format.ts';

/** How designs, the measure and parameters are called in sentences. */
export interface HingeNames {
  design(id: string): string;
  measure: string;
  parameter(path: string): string;
}

/** So many parameters are named; the table has the others. */
const MOST_NAMED = 5;

/**
 * What a ranking hangs on in plain English, a sentence each: how often it holds, which assumptions move the first place,
 * and how sure it is that the others do not. Needs at least two designs.
 */
export function hingeSentences(hinges: RankingHinges, names: HingeNames): string[] {
  const { ranking, points, dropped, first, order, parameters } = hinges;
  const winner = `“${names.design(ranking[0])}”`;
  if (points === 0)
    return [
      `Whether ${winner} stays first by ${names.measure} cannot be said: no point has a value of it in every design.`,
    ];
  const left = dropped === 0 ? '' : ` (${dropped} more are left out, since a design has no value there)`;
  const holds = `${winner}, first by ${names.measure} at the values of the file, is first at ${shareInWords(first)} of ${points} points${left}`;
  const whole =
    ranking.length > 2
      ? `, and the order of all ${ranking.length} designs holds at ${shareInWords(order)}`
      : '';
  return [`${holds}${whole}.`, ...hangsOn(parameters, names), ...doesNotHang(parameters, names)];
}

/** Whether a parameter moves the first place: a move of it alone did, or its thirds differ beyond luck. */
export function movesFirstPlace({ difference, turns }: ParameterHinge): boolean {
  const differs =
    difference.lo !== null && difference.hi !== null && (difference.lo > 0 || difference.hi < 0);
  return differs || (turns?.value ?? 0) > 0;
}

function hangsOn(parameters: readonly ParameterHinge[], names: HingeNames): string[] {
  const moving = parameters.filter(movesFirstPlace).sort((a, b) => hingeStrength(b) - hingeStrength(a));
  if (moving.length === 0) return ['No single assumption was seen to change who is first.'];
  const told = moving
    .slice(0, MOST_NAMED)
    .map((hinge) => `${names.parameter(hinge.parameter)} (${detail(hinge)})`);
  const more = moving.length > MOST_NAMED ? ` The table names ${moving.length - MOST_NAMED} more.` : '';
  return [`Who is first hangs on ${listInWords(told)}.${more}`];
}

/** How far a parameter moves the first place: turns first, then how far the thirds lie apart. */
export const hingeStrength = ({ turns, difference }: ParameterHinge): number =>
  (turns?.value ?? 0) * 2 + Math.abs(difference.value ?? 0);

function detail({ low, high, turns }: ParameterHinge): string {
  const moved =
    turns && turns.value !== null
      ? [
          `moved alone, it put another design first in ${Math.round(turns.value * turns.n)} of ${tries(turns.n)}`,
        ]
      : [];
  const thirds =
    low.value === null || high.value === null
      ? []
      : [
          `still first at ${formatPercent(low.value, 0)} of the points in the lowest third of its range, at ${formatPercent(high.value, 0)} in the highest`,
        ];
  return [...moved, ...thirds].join('; ');
}

function doesNotHang(parameters: readonly ParameterHinge[], names: HingeNames): string[] {
  const still = parameters.filter((hinge) => !movesFirstPlace(hinge));
  if (still.length === 0) return [];
  const tried = still.flatMap(({ turns }) => (turns && turns.n > 0 ? [turns] : []));
  const which =
    still.length <= MOST_NAMED
      ? listInWords(still.map(({ parameter }) => names.parameter(parameter)))
      : `the other ${still.length} assumptions`;
  if (tried.length === 0) return [`It does not hang on ${which}, as far as these points can tell.`];
  const fewest = tried.reduce((a, b) => (b.n < a.n ? b : a));
  const each = still.length === 1 ? '' : 'each of ';
  return [
    `It does not hang on ${which}, as far as ${each}${tries(fewest.n)} can tell: with none that put another design first, up to ${formatPercent(fewest.hi, 0)} of such moves still might.`,
  ];
}

const tries = (n: number): string => counted(n, 'try', 'tries');

function shareInWords({ value, lo, hi }: ShareOfPoints): string {
  const share = formatPercent(value, 0);
  return lo === null || hi === null
    ? share
    : `${share} (95% interval ${formatPercent(lo, 0)} to ${formatPercent(hi, 0)})`;
}
