import { describe, expect, it } from 'vitest';
import { openSmall } from '../support/smallScenario.ts';

describe('designs of one comparison', () => {
  it('share seed, number of runs and the yardsticks of measures', () => {
    const design = (set: object) => () =>
      openSmall({ designs: { base: { set: {} }, other: { set } } } as never);
    expect(design({ incentives: {} })).not.toThrow();
    for (const set of [
      { seed: 'another' },
      { replicates: 7 },
      { measures: { parkedAfter: 4 } },
      { measures: { matchFrom: 0.9 } },
      { measures: { cohort: { from: 3 } } },
    ])
      expect(design(set), JSON.stringify(set)).toThrow(/all designs of a comparison share this/);
  });

  it('says all faults at once, each with its path', () => {
    expect(() =>
      openSmall({
        designs: { base: {}, other: { set: { seed: 'x', measures: { parkedAfter: 4 } } } },
      } as never),
    ).toThrow(/designs\.other\.set\.seed[\s\S]*designs\.other\.set\.measures\.parkedAfter/);
  });
});
