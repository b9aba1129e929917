import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type { SensitivityMethod } from '../../tables/sensitivity.ts';
import {
  type FixedParameter,
  MOST_COORDINATES,
  placeOf,
  pointValues,
  type RangedParameter,
  type UnitPoint,
  valueAt,
} from '../sampling/index.ts';
import { checkPoints } from '../study/mostPoints.ts';
import type { Settings } from '../study/point.ts';
import { type Move, morrisDesign } from './morrisDesign.ts';
import { chooseParameters } from './parameterPatterns.ts';
import { sobolDesign } from './sobolDesign.ts';

/** Points of a sensitivity analysis and how they belong together. */
export interface SensitivityPlan {
  method: SensitivityMethod;
  varied: RangedParameter[];
  fixed: FixedParameter[];
  points: Settings[];
  /** [point][parameter] where in its range the value lies. */
  places: number[][];
  moves: Move[];
  /** [point] its trajectory or row. */
  clusters: number[];
  /** How the points were chosen, a clause. */
  chosen: string;
}

/**
 * The points at which a scenario is run. `patterns` restrict the parameters, all that carry a range if there are none.
 *
 * @throws RangeError in words where no parameter is left or there are too many.
 */
export function planSensitivity(
  loaded: LoadedScenario<Scenario>,
  method: SensitivityMethod,
  patterns: readonly string[],
): SensitivityPlan {
  const { varied, fixed } = chooseParameters(loaded, patterns);
  if (varied.length === 0) throw new RangeError('no parameter of this scenario has a range to vary it over');
  const { scenario } = loaded.designs[0];
  const { points, moves, clusters } = designOf(method, varied.length, scenario);
  const values = points.map((point) => varied.map((range, i) => valueAt(point[i], range)));
  return {
    method,
    varied,
    fixed,
    points: values.map((own) =>
      Object.fromEntries(pointValues(scenario, new Map(varied.map(({ path }, i) => [path, own[i]])))),
    ),
    places: values.map((own) => own.map((value, i) => placeOf(value, varied[i]))),
    moves,
    clusters,
    chosen:
      method.name === 'morris'
        ? `${method.trajectories} ${method.trajectories === 1 ? 'trajectory' : 'trajectories'} after Morris, each moving every parameter once between ${method.levels} levels`
        : `${method.rows} ${method.rows === 1 ? 'row' : 'rows'} after Saltelli and Sobol’, each with every parameter exchanged in turn`,
  };
}

function designOf(
  method: SensitivityMethod,
  k: number,
  { seed }: Scenario,
): { points: UnitPoint[]; moves: Move[]; clusters: number[] } {
  if (method.name === 'morris') {
    checkPoints(method.trajectories * (k + 1), `--trajectories ${method.trajectories} of ${k} parameters`);
    const { points, moves, trajectory } = morrisDesign(k, method, seedKey(seed));
    return { points, moves, clusters: trajectory };
  }
  if (2 * k > MOST_COORDINATES)
    throw new RangeError(
      `the method sobol takes at most ${Math.floor(MOST_COORDINATES / 2)} parameters, and ${k} have a range: choose some with --parameters, those that morris finds to matter, say`,
    );
  checkPoints(method.rows * (k + 2), `--samples ${method.rows} of ${k} parameters`);
  const { points, moves, row } = sobolDesign(method.rows, k, seedKey(seed));
  return { points, moves, clusters: row };
}
