import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pivotalChance } from '../../../src/model/incentives/pivotalChance.ts';
import { incompleteGamma } from '../../../src/random/index.ts';

test('is the gain in the chance of reaching the target', () => {
  // P(N ≥ r) of a Poisson count is the lower incomplete gamma function P(r, mean).
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.double({ min: 0.01, max: 80, noNaN: true }),
      (missing, mean) => {
        const gain = incompleteGamma(missing - 1, mean) - incompleteGamma(missing, mean);
        expect(pivotalChance(missing, mean)).toBeCloseTo(gain, 10);
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

test('over all that may be missing the chances add up to 1', () => {
  let sum = 0;
  for (let missing = 1; missing < 200; missing++) sum += pivotalChance(missing, 20);
  expect(sum).toBeCloseTo(1, 12);
});

test('at the edges: nothing missing, nothing expected', () => {
  expect(pivotalChance(0, 3)).toBe(0);
  expect(pivotalChance(-2, 3)).toBe(0);
  expect(pivotalChance(1, 0)).toBe(1);
  expect(pivotalChance(2, 0)).toBe(0);
});
