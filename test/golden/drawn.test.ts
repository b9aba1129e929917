import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, reviewed, scored } from '../support/everything.ts';
import { randomPatch } from '../support/randomScenario.ts';
import { oneOfEach, randomScheme } from '../support/randomScheme.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';
import { digestLines } from './replicateLines.ts';

/* As in `bundled.test.ts`, of programmes that touch every part of the model. */

describe('stored numbers of drawn programmes', () => {
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
