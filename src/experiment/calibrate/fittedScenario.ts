import { resolvedYaml } from '../../scenario/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import type { FitFindings } from '../../tables/fit.ts';
import type { Settings } from '../study/point.ts';

/**
 * The whole scenario with the fitted values, each with the figures that it was fitted to as its source. Shares that
 * moved along to keep a sum of 1 say so.
 */
export function fittedScenario(
  bundle: ScenarioBundle,
  settings: Settings,
  { parameters, targets }: FitFindings,
): string {
  const figures = targets.map(({ title, value, source }) => `${title} ${value} (${source})`).join('; ');
  const ranges = new Map(parameters.map(({ path, from, to }) => [path, [from, to]]));
  const patches = Object.entries(settings).map(([path, value]) => {
    const range = ranges.get(path);
    const source = range ? `fitted: ${figures}` : 'computed: what is left to a sum of 1 beside fitted shares';
    return `${path}=${JSON.stringify({ value, source, ...(range && { range }) })}`;
  });
  return resolvedYaml(openScenario({ ...bundle, set: [...bundle.set, ...patches] }));
}
