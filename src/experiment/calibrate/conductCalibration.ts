import { covariance, Matrix } from 'ml-matrix';
import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { FitFindings, FitStart, FittedParameter, FittedTarget, Target } from '../../tables/fit.ts';
import type { PointRow, StudyPoint } from '../../tables/study.ts';
import { placeOf, sobolSequence } from '../sampling/index.ts';
import { type Evaluate, otherLuck, type PointOutcome, type Settings } from '../study/point.ts';
import { PointLog } from '../study/pointLog.ts';
import { summarise } from '../study/pointRows.ts';
import { settingsOf } from '../sweep/sweepPoints.ts';
import { type FreeParameter, settledPlace, settledValue } from './freeParameter.ts';
import { identify } from './identifiability.ts';
import { DAMPINGS, type Fit, fitInCube, mostSlopePoints, slopesAt, squares } from './leastSquares.ts';
import type { CalibrationPlan } from './planCalibration.ts';

export interface CalibrationRequest {
  plan: CalibrationPlan;
  /** The base design, whose shares are kept at a sum of 1. */
  scenario: Scenario;
  base: string;
  replicates: number;
  /** Replicates with other luck in which the fit is checked. */
  checkReplicates: number;
  /** Places from which the search begins: the file's values first. */
  starts: number;
  mostRounds: number;
}

export interface Calibration {
  points: StudyPoint[];
  rows: PointRow[];
  fit: FitFindings;
  /** What sets the fitted values, for the scenario that is written; undefined where the search was not finished. */
  settings: Settings | undefined;
}

/** Distance from every target, in tolerances, that is near enough to stop: what is left is mostly luck. */
const CLOSE_ENOUGH = 0.2;

/**
 * Fits parameters to targets: a search from the file's values, and from others spread over the ranges; what the targets
 * say of the parameters at the best place found; and a check with other luck, since a fit is nearest in the luck that it
 * was made with. Where it is interrupted it says how far it came.
 */
export async function conductCalibration(
  request: CalibrationRequest,
  evaluate: Evaluate,
  stated: PointOutcome | undefined,
): Promise<Calibration> {
  const { plan, scenario, base, replicates, checkReplicates, mostRounds } = request;
  const { targets, parameters } = plan;
  const log = new PointLog(evaluate, base);
  const settingsAt = (place: readonly number[]): Settings =>
    settingsOf(
      scenario,
      parameters.flatMap((one, k) =>
        [one.path, ...one.along].map((path) => [path, settledValue(one, place[k])] as const),
      ),
    );
  let interrupted = false;
  const residuals = async (places: readonly (readonly number[])[]) => {
    const outcomes = await log.run(places.map((place) => ({ settings: settingsAt(place), replicates })));
    interrupted ||= outcomes.some(({ state }) => state === 'missing');
    return outcomes.map((outcome) => distances(targets, outcome));
  };
  const settle = (place: readonly number[]) => settledPlace(parameters, place);
  const fits: Fit[] = [];
  const places = startsOf(request);
  for (const place of places) {
    const stopped = () => interrupted;
    fits.push(await fitInCube(residuals, place, { mostRounds, closeEnough: CLOSE_ENOUGH, settle, stopped }));
    if (interrupted) break;
  }
  const best = fits.reduce((a, b) => (misfitOf(b) < misfitOf(a) ? b : a));
  const begun = best.residuals.length > 0;
  const settings = settingsAt(best.place);
  const [after] = begun ? await log.run([{ settings, replicates }]) : [];
  let [slopes, checked]: [Matrix | undefined, PointOutcome | undefined] = [undefined, undefined];
  if (begun && !interrupted) {
    slopes = await slopesAt(residuals, best, settle);
    [checked] = await log.run([{ settings, replicates: checkReplicates, seed: otherLuck(scenario.seed) }]);
    interrupted ||= checked.state === 'missing';
  }
  const noise = noiseOf(targets, checked, replicates);
  return {
    ...log.found(),
    settings: interrupted || !begun ? undefined : settings,
    fit: {
      end: interrupted ? 'interrupted' : best.end,
      targets: targets.map((target, t) => ({
        ...fittedTarget(target, { before: stated, after, checked }),
        luck: noise ? Math.sqrt(noise.get(t, t)) * target.tolerance : null,
      })),
      parameters: fittedParameters(parameters, best.place, interrupted ? undefined : slopes, noise),
      starts: fits.map((fit, i) => startOf(parameters, places[i], fit)),
      checkReplicates,
    },
  };
}

/** Most points that a calibration asks for, the check with other luck included. */
export function mostPoints({ starts, mostRounds, plan }: CalibrationRequest): number {
  const slopes = mostSlopePoints(plan.parameters.length);
  return starts * (1 + mostRounds * (slopes + DAMPINGS.length)) + slopes + 1;
}

/** The file's values, then places spread over the ranges. */
function startsOf({ plan: { parameters }, scenario, starts }: CalibrationRequest): number[][] {
  const own = parameters.map((one) => placeOf(one.stated, one));
  const others = sobolSequence(Math.max(0, starts - 1), parameters.length, seedKey(scenario.seed));
  return [own, ...others.map((place) => settledPlace(parameters, [...place]))];
}

function valuesOf({ design, measure }: Target, outcome: PointOutcome | undefined) {
  return outcome?.state === 'done' ? outcome.designs[design]?.[measure] : undefined;
}

function meanOf(target: Target, outcome: PointOutcome | undefined) {
  const values = valuesOf(target, outcome);
  return values && summarise(values);
}

function distances(targets: readonly Target[], outcome: PointOutcome): number[] | undefined {
  const found = targets.map((target) => {
    const mean = meanOf(target, outcome)?.mean;
    return mean === undefined || mean === null ? undefined : (mean - target.value) / target.tolerance;
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

/**
 * Covariance of the targets' means over so many replicates, in tolerances, from the replicates of the check in which all
 * have a value; undefined where these are fewer than two.
 */
function noiseOf(
  targets: readonly Target[],
  checked: PointOutcome | undefined,
  replicates: number,
): Matrix | undefined {
  const columns = targets.map((target) => valuesOf(target, checked) ?? []);
  const rows = columns[0].map((_, r) => columns.map((column) => column[r] ?? null));
  const whole = rows.filter((row): row is number[] => !row.includes(null));
  if (whole.length < 2) return undefined;
  const inTolerances = whole.map((row) => row.map((value, t) => value / targets[t].tolerance));
  return covariance(new Matrix(inTolerances)).div(replicates);
}

const misfitOf = (fit: Fit): number =>
  fit.residuals.length === 0 ? Number.POSITIVE_INFINITY : squares(fit.residuals);

function fittedTarget(
  target: Target,
  outcomes: Record<'before' | 'after' | 'checked', PointOutcome | undefined>,
): Omit<FittedTarget, 'luck'> {
  const checked = meanOf(target, outcomes.checked);
  const { mean = null, lo = null, hi = null } = checked ?? {};
  return {
    ...target,
    before: meanOf(target, outcomes.before)?.mean ?? null,
    after: meanOf(target, outcomes.after)?.mean ?? null,
    checked: mean,
    lo,
    hi,
    verdict: verdictOf(target, mean, lo, hi),
  };
}

function verdictOf(
  { value, tolerance }: Target,
  mean: number | null,
  lo: number | null,
  hi: number | null,
): FittedTarget['verdict'] {
  if (mean === null) return 'unchecked';
  if (Math.abs(mean - value) <= tolerance) return 'met';
  // One value in all replicates has no interval, so nobody can tell.
  if (lo === null || hi === null) return 'untold';
  return lo <= value + tolerance && hi >= value - tolerance ? 'untold' : 'missed';
}

function fittedParameters(
  parameters: readonly FreeParameter[],
  place: readonly number[],
  slopes: Matrix | undefined,
  noise: Matrix | undefined,
): FittedParameter[] {
  const found = slopes && identify(slopes, noise);
  return parameters.map((one, k) => {
    const { path, along, stated, lo, hi } = one;
    const identified = found?.[k];
    return {
      path,
      ...(along.length > 0 && { along }),
      before: stated,
      after: settledValue(one, place[k]),
      from: lo,
      to: hi,
      ...(identified && {
        identified: {
          learnt: identified.learnt,
          deviation: identified.deviation * (hi - lo),
          luck: identified.luck === undefined ? null : identified.luck * (hi - lo),
          tradedWith: identified.tradedWith.map((other) => parameters[other].path),
        },
      }),
      atEnd: place[k] <= 0 || place[k] >= 1,
    };
  });
}

function startOf(parameters: readonly FreeParameter[], start: readonly number[], fit: Fit): FitStart {
  const values = (place: readonly number[]) => parameters.map((one, k) => settledValue(one, place[k]));
  const misfit = misfitOf(fit);
  return {
    start: values(start),
    values: values(fit.place),
    misfit: Number.isFinite(misfit) ? misfit : null,
    end: fit.end,
    rounds: fit.rounds.length,
  };
}
