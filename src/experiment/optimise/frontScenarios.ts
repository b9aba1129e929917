import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import type { FrontFindings } from '../../tables/front.ts';
import type { VariedParameter } from '../../tables/study.ts';
import { knownParameter } from '../sweep/knownParameter.ts';
import { designAlone } from './chosenDesign.ts';

/**
 * Every point of the front as a whole scenario, by its file. Each value that was searched has goals, limits and budget as
 * its source; shares that moved along to keep a sum of 1 say so.
 */
export function frontScenarios(
  bundle: ScenarioBundle,
  front: FrontFindings,
  { varied, replicates }: { varied: readonly VariedParameter[]; replicates: number },
): Record<string, string> {
  const source = sourceOf(front, replicates);
  const loaded = openScenario(bundle);
  const files: Record<string, string> = {};
  for (const { file, settings } of front.members) {
    if (file === null) continue;
    const patches = Object.entries(settings).map(([path, value]) => {
      if (!knownParameter(loaded, path)) return `${path}=${value}`;
      const axis = varied.find((one) => one.path === path);
      const long = {
        value,
        source: axis ? source : 'computed: what is left to a sum of 1 beside shares that were searched',
        ...(axis?.from !== undefined && { range: [axis.from, axis.to] }),
      };
      return `${path}=${JSON.stringify(long)}`;
    });
    files[file] = designAlone(openScenario({ ...bundle, set: [...bundle.set, ...patches] }), front.design);
  }
  return files;
}

function sourceOf({ goals, limits, search, check }: FrontFindings, replicates: number): string {
  const wanted = goals.map(({ measure, better }) => `${measure} (${better})`).join(' and ');
  const kept = limits.map(({ measure, is, value }) => `${measure} ${is === 'atMost' ? '<=' : '>='} ${value}`);
  const under = kept.length > 0 ? `, with ${kept.join(' and ')}` : '';
  const told = check.done
    ? `told again in ${check.replicates} replicates with other luck`
    : 'not yet told again with other luck';
  return `optimised: for ${wanted}${under}, in ${search.points} points of ${replicates} replicates, ${told}`;
}
