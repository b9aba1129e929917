import { expect, it } from 'vitest';
import { simulateReplicate, UnrunnableError } from '../../src/simulation/index.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const run = (patch: Patch) => () =>
  simulateReplicate(openSmall(patch), 0, { references: [], clientTable: false });

// Each is within the bounds of its own number; what is computed with them is not.
it('a measure that is no number ends the run, and says which number is the largest', () => {
  expect(run({ caseworkers: { allocation: { noise: { dist: 'normal', mean: 1e9, sd: 1 } } } })).toThrow(
    UnrunnableError,
  );
  expect(run({ caseworkers: { motives: { turn: 1.7976931348623157e308 } } })).toThrow(
    /^staff\.\S+ of design \S+ came out as no number: .* The largest of them is caseworkers\.motives\.turn, of size 1\.79/,
  );
});
