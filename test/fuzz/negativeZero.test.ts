import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { resolvedYaml, ScenarioError } from '../../src/scenario/index.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { openSmall, smallText } from '../support/smallScenario.ts';
import { openedText } from '../support/opened.ts';
import { bases } from './brokenScenarios.ts';
import { numberPaths, withValue } from './trees.ts';

/** What a text is as a scenario, every bit of its numbers, or what is wrong with it. */
function meaning(text: string): unknown {
  try {
    const loaded = openedText(text);
    return [resolvedYaml(loaded), loaded.designs.map(({ hash, phases }) => ({ hash, phases }))];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems;
  }
}
it('x', () => {
  let refused = 0, read = 0;
  for (const base of bases) {
    const t = Date.now();
    const paths = numberPaths(base);
    for (const path of paths) {
      const [a, b] = [0, -0].map((v) => meaning(stringify(withValue(base, path, v), { aliasDuplicateObjects: false })));
      expect([path, b]).toEqual([path, a]);
    }
    console.log(paths.length, Date.now() - t);
  }
});
