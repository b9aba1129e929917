import { ScenarioError, type ScenarioProblem } from '../../scenario/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import { bundleAt, type Settings } from '../study/point.ts';
import type { SweepPlan } from './planSweep.ts';

/** Points of one value that are tried before it is refused. */
const MOST_TRIED = 5;

/**
 * What is wrong with an end of what is varied, before hours are spent on it: each parameter at its least and its largest
 * value, and at every text. A value is refused where it makes no sense with all else as in the file, nor at any of the
 * first points that have it. Points may still fail, where values that are sound alone make no sense together.
 */
export function planProblems(bundle: ScenarioBundle, { varied, points }: SweepPlan): ScenarioProblem[] {
  const problems = new Map<string, ScenarioProblem>();
  for (const { path } of varied) {
    for (const value of extremes(points, path)) {
      const having = points.filter((settings) => settings[path] === value).slice(0, MOST_TRIED);
      const alone = problemsAt(bundle, withoutOthers(having[0], path, varied));
      if (alone.length === 0 || having.some((settings) => problemsAt(bundle, settings).length === 0))
        continue;
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

/** The least and the largest number that a parameter has at any point, and all its texts. */
function extremes(points: readonly Settings[], path: string): (number | string)[] {
  const values = new Set(points.map((settings) => settings[path]).filter((value) => value !== undefined));
  const numbers = [...values].filter((value) => typeof value === 'number');
  const texts = [...values].filter((value) => typeof value === 'string');
  if (numbers.length === 0) return texts;
  const least = numbers.reduce((a, b) => Math.min(a, b));
  const largest = numbers.reduce((a, b) => Math.max(a, b));
  return [...new Set([least, largest]), ...texts];
}

/** What is wrong with the scenario at some settings. */
export function problemsAt(bundle: ScenarioBundle, settings: Settings): readonly ScenarioProblem[] {
  try {
    openScenario(bundleAt(bundle, { settings }));
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems;
    throw error;
  }
}
