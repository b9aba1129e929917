import type { Matrix } from 'ml-matrix';
import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { FitFindings, FitStart, FittedParameter, FittedTarget } from '../../tables/fit.ts';
import type { PointRow, StudyPoint } from '../../tables/study.ts';
import { placeOf, sobolSequence } from '../sampling/index.ts';
import type { Evaluate, PointOutcome, PointRequest, Settings } from '../study/point.ts';
import { pointRows, summarise } from '../study/pointRows.ts';
import { settingsOf } from '../sweep/sweepPoints.ts';
import { type Identified, identify } from './identifiability.ts';
import { type Fit, fitInCube, slopesAt, squares } from './leastSquares.ts';
import type { CalibrationPlan, FreeParameter, PlannedTarget } from './planCalibration.ts';

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
  /** What sets the fitted values, for the scenario that is written. */
  settings: Settings;
}

/** Distance from every target, in tolerances, that is near enough to stop: what is left is mostly luck. */
const CLOSE_ENOUGH = 0.2;

/**
 * Fits parameters to targets: a search from the file's values, and from others spread over the ranges; what the targets
 * say of the parameters at the best place found; and a check with other luck, since a fit is nearest in the luck that it
 * was made with.
 */
export async function conductCalibration(
  request: CalibrationRequest,
  evaluate: Evaluate,
  stated: PointOutcome | undefined,
): Promise<Calibration> {
  const { plan, scenario, base, replicates } = request;
  const { targets, parameters } = plan;
  const log = new PointLog(evaluate, base);
  const settingsAt = (place: readonly number[]): Settings =>
    settingsOf(
      scenario,
      parameters.map(({ path, lo, hi }, k) => [path, lo + place[k] * (hi - lo)]),
    );
  const residuals = async (places: readonly (readonly number[])[]) => {
    const outcomes = await log.run(places.map((place) => ({ settings: settingsAt(place), replicates })));
    return outcomes.map((outcome) => distances(targets, outcome));
  };
  const fits: Fit[] = [];
  const places = startsOf(request);
  for (const place of places)
    fits.push(
      await fitInCube(residuals, place, { mostRounds: request.mostRounds, closeEnough: CLOSE_ENOUGH }),
    );
  const best = fits.reduce((a, b) => (misfitOf(b) < misfitOf(a) ? b : a));
  const slopes = best.end === 'cannotRun' ? undefined : await slopesAt(residuals, best);
  const [after, checked] = await log.run([
    { settings: settingsAt(best.place), replicates },
    {
      settings: settingsAt(best.place),
      replicates: request.checkReplicates,
      seed: `${scenario.seed}, other luck`,
    },
  ]);
  return {
    ...log.found(),
    settings: settingsAt(best.place),
    fit: {
      end: best.end,
      targets: targets.map((target) => fittedTarget(target, { before: stated, after, checked })),
      parameters: fittedParameters(parameters, best.place, slopes),
      starts: fits.map((fit, i) => startOf(parameters, places[i], fit)),
      checkReplicates: request.checkReplicates,
    },
  };
}

/** The file's values, then places spread over the ranges. */
function startsOf({ plan: { parameters }, scenario, starts }: CalibrationRequest): number[][] {
  const own = parameters.map((one) => placeOf(one.stated, one));
  const others = sobolSequence(Math.max(0, starts - 1), parameters.length, seedKey(scenario.seed));
  return [own, ...others.map((place) => [...place])];
}

/** Asks for points one after the other by number, each setting once, and keeps what came of them. */
class PointLog {
  private points: StudyPoint[] = [];
  private rows: PointRow[] = [];
  private known = new Map<string, PointOutcome>();
  private evaluate: Evaluate;
  private base: string;

  constructor(evaluate: Evaluate, base: string) {
    this.evaluate = evaluate;
    this.base = base;
  }

  async run(asked: readonly Omit<PointRequest, 'id'>[]): Promise<PointOutcome[]> {
    const fresh = new Map(
      asked.flatMap((one) => (this.known.has(textOf(one)) ? [] : [[textOf(one), one] as const])),
    );
    const requests = [...fresh.values()].map((one, i) => ({ ...one, id: this.points.length + i }));
    const outcomes = await this.evaluate(requests);
    for (const [i, { id, settings, seed }] of requests.entries()) {
      const outcome = outcomes[i];
      this.known.set(textOf(requests[i]), outcome);
      const why = outcome.state === 'failed' ? outcome.why : seed && 'with other luck';
      this.points.push({ id, settings: { ...settings }, state: outcome.state, ...(why && { why }) });
      if (outcome.state === 'done') this.rows.push(...pointRows(id, outcome.designs, this.base));
    }
    return asked.map((one) => this.known.get(textOf(one))!);
  }

  found(): { points: StudyPoint[]; rows: PointRow[] } {
    return { points: this.points, rows: this.rows };
  }
}

const textOf = ({ settings, replicates, seed }: Omit<PointRequest, 'id'>): string =>
  JSON.stringify([settings, replicates, seed ?? null]);

function meanOf({ design, measure }: PlannedTarget, outcome: PointOutcome | undefined) {
  const values = outcome?.state === 'done' ? outcome.designs[design]?.[measure] : undefined;
  return values ? summarise(values) : undefined;
}

function distances(targets: readonly PlannedTarget[], outcome: PointOutcome): number[] | undefined {
  const found = targets.map((target) => {
    const mean = meanOf(target, outcome)?.mean;
    return mean === undefined || mean === null ? undefined : (mean - target.value) / target.tolerance;
  });
  return found.every((one) => one !== undefined) ? found : undefined;
}

const misfitOf = (fit: Fit): number =>
  fit.end === 'cannotRun' ? Number.POSITIVE_INFINITY : squares(fit.residuals);

function fittedTarget(
  target: PlannedTarget,
  outcomes: Record<'before' | 'after' | 'checked', PointOutcome | undefined>,
): FittedTarget {
  const checked = meanOf(target, outcomes.checked);
  return {
    ...target,
    before: meanOf(target, outcomes.before)?.mean ?? null,
    after: meanOf(target, outcomes.after)?.mean ?? null,
    checked: checked?.mean ?? null,
    lo: checked?.lo ?? null,
    hi: checked?.hi ?? null,
    met: checked?.mean != null && Math.abs(checked.mean - target.value) <= target.tolerance,
  };
}

function fittedParameters(
  parameters: readonly FreeParameter[],
  place: readonly number[],
  slopes: Matrix | undefined,
): FittedParameter[] {
  const unknown: Identified = { learnt: 0, deviation: Math.sqrt(1 / 12), tradedWith: [] };
  const found = slopes ? identify(slopes) : parameters.map(() => unknown);
  return parameters.map(({ path, stated, lo, hi }, k) => ({
    path,
    before: stated,
    after: lo + place[k] * (hi - lo),
    from: lo,
    to: hi,
    learnt: found[k].learnt,
    deviation: found[k].deviation * (hi - lo),
    tradedWith: found[k].tradedWith.map((other) => parameters[other].path),
    atEnd: place[k] <= 0 || place[k] >= 1,
  }));
}

function startOf(parameters: readonly FreeParameter[], start: readonly number[], fit: Fit): FitStart {
  const values = (place: readonly number[]) => parameters.map(({ lo, hi }, k) => lo + place[k] * (hi - lo));
  const misfit = misfitOf(fit);
  return {
    start: values(start),
    values: values(fit.place),
    misfit: Number.isFinite(misfit) ? misfit : null,
    end: fit.end,
    rounds: fit.rounds.length,
  };
}
