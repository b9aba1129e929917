import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type { VariedParameter } from '../../tables/study.ts';
import { checkPoints } from '../study/mostPoints.ts';
import type { Settings } from '../study/point.ts';
import { type Axis, readAxis, steppedValues } from './axis.ts';
import { describeAxis, knownParameter } from './knownParameter.ts';
import { pointsFromCsv } from './pointsFile.ts';
import { gridPoints, type Sampling, sampledPoints } from './sweepPoints.ts';

export interface SweepPlan {
  varied: VariedParameter[];
  points: Settings[];
  /** How the points were chosen, a clause. */
  chosen: string;
}

/** Points of a grid or a sample over what `--vary` names. @throws RangeError with every problem, a line each. */
export function planSweep(
  loaded: LoadedScenario<Scenario>,
  { vary, sampling, samples }: { vary: readonly string[]; sampling: Sampling; samples: number },
): SweepPlan {
  const axes = readAxes(loaded, vary).map((axis) =>
    sampling === 'grid' && axis.range ? { path: axis.path, values: steppedValues(axis.range) } : axis,
  );
  const varied = axes.map((axis) => describeAxis(loaded, axis));
  const [{ scenario }] = loaded.designs;
  if (sampling === 'grid') {
    const combinations = axes.reduce((product, { values }) => product * values!.length, 1);
    checkPoints(combinations, 'every combination of these values');
    return { varied, points: gridPoints(scenario, axes), chosen: 'every combination of the values' };
  }
  checkPoints(samples, `a sample of ${samples}`);
  const points = sampledPoints(scenario, axes, sampling, samples, seedKey(scenario.seed));
  const name = sampling === 'sobol' ? 'scrambled Sobol sequence' : 'Latin hypercube sample';
  return { varied, points, chosen: `a ${name} of ${samples} points` };
}

/** Points that another tool wrote into a table. @throws RangeError with every problem, a line each. */
export function planFromFile(loaded: LoadedScenario<Scenario>, text: string, file: string): SweepPlan {
  const { paths, points } = pointsFromCsv(loaded.designs[0].scenario, text);
  checkPoints(points.length, file);
  const varied = paths.map((path) => {
    const values = new Set(points.map((settings) => settings[path]).filter((value) => value !== undefined));
    return describeAxis(loaded, { path, values: [...values].sort(byValue) });
  });
  return { varied, points, chosen: `the points of ${file}` };
}

const byValue = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1;

/** What `--vary` names. @throws RangeError with every problem, a line each. */
export function readAxes(loaded: LoadedScenario<Scenario>, vary: readonly string[]): Axis[] {
  const problems: string[] = [];
  const axes = vary.flatMap((text) => {
    try {
      return [readAxis(text, (path) => knownParameter(loaded, path))];
    } catch (error) {
      problems.push((error as RangeError).message);
      return [];
    }
  });
  for (const [i, { path }] of axes.entries()) {
    if (path === 'replicates')
      problems.push('replicates are the same at every point: give them with --replicates');
    if (axes.findIndex((axis) => axis.path === path) < i) problems.push(`${path} is varied twice`);
  }
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  return axes;
}
