import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/**
 * What the model says at places of the unit cube: distances from the targets, each in its own tolerance. A place that
 * cannot be run, or at which a target has no value, is undefined. Asked for many places at once, so that they can be run
 * side by side.
 */
export type Residuals = (places: readonly number[][]) => Promise<(readonly number[] | undefined)[]>;

export interface FitOptions {
  /** Rounds of a slope and a step each. */
  mostRounds: number;
  /** Largest distance from any target, in tolerances, at which the fit is close enough. */
  closeEnough: number;
  /** Moves a place to where its values really lie, of whole numbers for example. */
  settle?: Settle;
  /** Whether the search is to end where it is, since what it asks for no longer comes. */
  stopped?: () => boolean;
}

export type Settle = (place: readonly number[]) => number[];
const asItIs: Settle = (place) => [...place];

/** The best place of a round. */
export interface FitRound {
  place: number[];
  residuals: number[];
}

export interface Fit extends FitRound {
  /** The start and every round that came nearer. */
  rounds: FitRound[];
  /** `met`: close enough. `stuck`: no step from here comes nearer. `rounds`: it was still coming nearer when it ended. */
  end: 'met' | 'stuck' | 'rounds' | 'cannotRun' | 'interrupted';
}

/** How far a parameter is moved to see the slope, in its range: far enough that more than a few events change. */
const STEP = 0.08;
/**
 * Where such a step moves no target by more than this part of its tolerance, the slope is looked for over a step so many
 * times as wide: what few events do not show may be there all the same.
 */
const FAINT = 0.1;
const WIDER = 4;
/** Most points that one look at all slopes asks for. */
export const mostSlopePoints = (parameters: number): number => 2 * parameters;
/** Dampings that are tried side by side, from a nearly full step to a cautious one. */
export const DAMPINGS = [0.003, 0.1, 1, 10];
/** A step counts as nearer from this much less in the sum of squares. */
const WORTHWHILE = 0.002;

/**
 * Least squares in the unit cube by damped Gauss–Newton steps (Levenberg 1944, Marquardt 1963), slopes by finite
 * differences on common random numbers. A coordinate at an end of its range stays there while it is pulled outwards.
 * The library for this runs only functions that answer at once; here an answer is minutes of threads.
 *
 * Deterministic: the same answers lead the same way. Where the slope cannot be seen at some place, that parameter is
 * left where it is for the round.
 */
export async function fitInCube(
  residuals: Residuals,
  start: readonly number[],
  { mostRounds, closeEnough, settle = asItIs, stopped = () => false }: FitOptions,
): Promise<Fit> {
  const [first] = await residuals([[...start]]);
  if (!first)
    return {
      place: [...start],
      residuals: [],
      rounds: [],
      end: stopped() ? 'interrupted' : 'cannotRun',
    };
  let best: FitRound = { place: [...start], residuals: [...first] };
  const rounds = [best];
  const finish = (end: Fit['end']): Fit => ({ ...best, rounds, end });
  let step = STEP;
  for (let round = 0; round < mostRounds; round++) {
    if (farthest(best.residuals) <= closeEnough) return finish('met');
    const slopes = await slopesAt(residuals, best, settle, step);
    if (stopped()) return finish('interrupted');
    const places = candidates(best, slopes).map(settle);
    const found = await residuals(places);
    const nearest = found
      .flatMap((some, i): FitRound[] => (some ? [{ place: places[i], residuals: [...some] }] : []))
      .reduce<FitRound | undefined>(
        (a, b) => (a && squares(a.residuals) <= squares(b.residuals) ? a : b),
        undefined,
      );
    const nearer =
      nearest !== undefined && squares(nearest.residuals) < squares(best.residuals) * (1 - WORTHWHILE);
    if (nearer) {
      best = nearest;
      rounds.push(best);
    }
    if (stopped()) return finish('interrupted');
    if (nearer) continue;
    // A slope over a wide step may lie; over a narrow one it is luck.
    if (step < STEP) return finish('stuck');
    step = STEP / 2;
  }
  return finish(farthest(best.residuals) <= closeEnough ? 'met' : 'rounds');
}

export const squares = (residuals: readonly number[]): number =>
  residuals.reduce((sum, one) => sum + one * one, 0);

const farthest = (residuals: readonly number[]): number => Math.max(...residuals.map(Math.abs));

/**
 * Change of each target (row) over the whole range of each parameter (column), by one step from a place: upwards, or
 * down where that would leave the range or cannot be run. Where neither can be run the column is 0. Where the step hardly
 * moves anything a wider one towards the farther end is taken.
 */
export async function slopesAt(
  residuals: Residuals,
  { place, residuals: here }: FitRound,
  settle: Settle = asItIs,
  step = STEP,
): Promise<Matrix> {
  const slopes = Matrix.zeros(here.length, place.length);
  /** Takes steps and notes their slopes; hands back those of each kind that want another look. */
  const take = async (moves: readonly Move[]) => {
    const places = moves.map(([k, width]) => settle(place.map((at, j) => (j === k ? at + width : at))));
    const found = await residuals(places);
    const [failed, faint]: [Move[], Move[]] = [[], []];
    for (const [i, move] of moves.entries()) {
      const [k] = move;
      const there = found[i];
      const moved = places[i][k] - place[k];
      if (!there || moved === 0) failed.push(move);
      else {
        slopes.setColumn(
          k,
          there.map((value, target) => (value - here[target]) / moved),
        );
        if (there.every((value, target) => Math.abs(value - here[target]) < FAINT)) faint.push(move);
      }
    }
    return { failed, faint };
  };
  const { failed, faint } = await take(place.map((at, k) => [k, at + step <= 1 ? step : -step]));
  await take([
    ...failed.flatMap(([k, width]): Move[] =>
      place[k] - width >= 0 && place[k] - width <= 1 ? [[k, -width]] : [],
    ),
    ...faint.map(([k]): Move => [k, (place[k] <= 0.5 ? WIDER : -WIDER) * step]),
  ]);
  return slopes;
}

/** One parameter, by number, moved by so much. */
type Move = readonly [parameter: number, width: number];

/** Steps of several dampings, cut at the ends of the ranges, each place once. */
function candidates({ place, residuals }: FitRound, slopes: Matrix): number[][] {
  const gradient = slopes
    .transpose()
    .mmul(Matrix.columnVector([...residuals]))
    .to1DArray();
  const free = place.flatMap((at, k) =>
    (at <= 0 && gradient[k] > 0) ||
    (at >= 1 && gradient[k] < 0) ||
    slopes.getColumn(k).every((one) => one === 0)
      ? []
      : [k],
  );
  if (free.length === 0) return [];
  const some = slopes.subMatrixColumn(free);
  const curvature = some.transpose().mmul(some);
  const pull = Matrix.columnVector(free.map((k) => -gradient[k]));
  const found = new Map<string, number[]>();
  for (const damping of DAMPINGS) {
    const damped = curvature.clone();
    for (let k = 0; k < free.length; k++) damped.set(k, k, curvature.get(k, k) * (1 + damping) + 1e-9);
    const move = new CholeskyDecomposition(damped).solve(pull).to1DArray();
    const there = [...place];
    for (const [at, k] of free.entries()) there[k] = Math.min(1, Math.max(0, place[k] + move[at]));
    found.set(there.join(), there);
  }
  return [...found.values()];
}
