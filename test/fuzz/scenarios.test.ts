import fc from 'fast-check';
import { expect, it } from 'vitest';
import { broken } from './brokenScenarios.ts';
import { type Fate, openedAndRun, openings } from './properties.ts';

/** Many by hand (`npm run fuzz`), few and always the same otherwise. */
const runs = Number(process.env.FUZZ_RUNS ?? 100);
const seed = Number(process.env.FUZZ_SEED ?? 1);

it('whatever is changed in a scenario, it is refused in words, or runs and has no number that is none', () => {
  const fates: Partial<Record<Fate, number>> = {};
  fc.assert(
    fc.property(broken, (text) => {
      const fate = openedAndRun(text);
      fates[fate] = (fates[fate] ?? 0) + 1;
    }),
    { numRuns: runs, seed, interruptAfterTimeLimit: 3_600_000 },
  );
  if (process.env.FUZZ_RUNS) console.log(fates);
  // A test that only refuses, or only runs, would find little.
  expect(fates.refused).toBeGreaterThan(runs / 10);
  expect(fates.ran).toBeGreaterThan(runs / 10);
  openings.expectShort();
}, 7_200_000);
