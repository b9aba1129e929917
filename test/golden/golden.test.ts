import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, reviewed, scored } from '../support/everything.ts';
import { openedBundled } from '../support/opened.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { oneOfEach, randomScheme } from '../support/randomScheme.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';
import { goldenCases } from './cases.ts';
import { digestLines, replicateLines } from './replicateLines.ts';

/*
 * Numbers of an earlier commit, to the last digit. They do not say that a number is right, only that it has moved: a
 * change that is meant is written by `npx vitest run test/golden -u`, and the changelog then has a "Results change".
 */

describe('numbers that are stored', () => {
  it.each(goldenCases)('are those of $scenario', async ({ scenario, scale }) => {
    const lines = replicateLines(openedBundled(scenario, [`scale=${scale}`]));
    await expect(lines).toMatchFileSnapshot(`numbers/${scenario.replace('/', '-')}.txt`);
  });

  it('are those of programmes drawn at random, which touch every part of the model', async () => {
    const drawn = fc.sample(fc.tuple(randomPatch, randomScheme), { seed: 1, numRuns: 40 });
    const lines = drawn.map(([patch, scheme], at) => {
      const incentives = { ...(patch.incentives as Patch), ...scheme };
      return `programme ${at}\n${digestLines(openSmall({ ...patch, incentives }, scored, reviewed))}`;
    });
    await expect(lines.join('')).toMatchFileSnapshot('numbers/random.txt');
  });

  it('are those of programmes with one instrument of each kind, all duties and all reviews', async () => {
    const lines = ['week', 'day'].flatMap((step) =>
      [1, 2, 3].map((seed) => {
        const clock = { step, referralWeeks: step === 'day' ? 6 : 12, followUp: step === 'day' ? 6 : 20 };
        const patch = { seed: `golden ${seed}`, clock, incentives: oneOfEach(seed) };
        return `${step} ${seed}\n${digestLines(openSmall(everything, patch, scored, reviewed))}`;
      }),
    );
    await expect(lines.join('')).toMatchFileSnapshot('numbers/everything.txt');
  });
});
