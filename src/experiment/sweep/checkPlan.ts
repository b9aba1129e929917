import { ScenarioError, type ScenarioProblem } from '../../scenario/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import { bundleAt, type Settings } from '../study/point.ts';
import type { SweepPlan } from './planSweep.ts';

/**
 * What is wrong with an end of what is varied, before hours are spent on it: each parameter at its least and its largest
 * value, and at every text. A value is refused where it makes no sense both with all else as in the file and at the
 * first point that has it. Points may still fail, where values that are sound alone make no sense together.
 */
export function planProblems(bundle: ScenarioBundle, { varied, points }: SweepPlan): ScenarioProblem[] {
  const problems = new Map<string, ScenarioProblem>();
  for (const { path } of varied) {
    for (const settings of extremes(points, path)) {
      const alone = problemsAt(bundle, withoutOthers(settings, path, varied));
      if (alone.length === 0 || problemsAt(bundle, settings).length === 0) continue;
      for (const problem of alone) problems.set(`${problem.path} ${problem.message}`, problem);
    }
  }
  return [...problems.values()];
}

/** The settings without the other parameters that are varied. */
function withoutOthers(settings: Settings, path: string, varied: SweepPlan['varied']): Settings {
  const others = new Set(varied.map((one) => one.path).filter((one) => one !== path));
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !others.has(name)));
}

function extremes(points: readonly Settings[], path: string): Settings[] {
  const numbers = points.filter((settings) => typeof settings[path] === 'number');
  const texts = new Map(
    points
      .filter((settings) => typeof settings[path] === 'string')
      .map((settings) => [settings[path], settings]),
  );
  if (numbers.length === 0) return [...texts.values()];
  const at = (better: (a: number, b: number) => boolean) =>
    numbers.reduce((a, b) => (better(Number(b[path]), Number(a[path])) ? b : a));
  return [at((a, b) => a < b), at((a, b) => a > b), ...texts.values()];
}

function problemsAt(bundle: ScenarioBundle, settings: Settings): readonly ScenarioProblem[] {
  try {
    openScenario(bundleAt(bundle, { settings }));
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}
