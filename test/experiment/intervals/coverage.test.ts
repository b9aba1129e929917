import { beforeAll, describe, expect, it } from 'vitest';
import { openSmall } from '../../support/smallScenario.ts';
import { coverage } from './coverage.ts';
import { type RunValues, runValues } from './runValues.ts';

/** Measures that hardly any two runs have in common; what is rare or mostly the same is told of in the recorded trial. */
const measures = [
  'hours.perClientWeek',
  'creaming.concentration',
  'creaming.tilt',
  'outcomes.change',
  'provider.margin',
];
const perGroup = 3;
const groups = 120;

describe('95% t intervals of a few whole runs', () => {
  const loaded = openSmall({
    clock: { referralWeeks: 4, followUp: 20 },
    measures: { horizon: 13, window: 13 },
    designs: {
      asBuilt: {},
      dearer: { set: { incentives: { start: { amount: 4000 }, lasting: { amount: 0 } } } },
    },
  });
  let values: Map<string, RunValues>;
  beforeAll(() => {
    values = runValues(loaded, 'dearer', measures, perGroup * groups);
  }, 120_000);

  it.each(measures)('hold the mean of all runs in 95 of 100 groups: %s, and its difference', (measure) => {
    const { base, difference } = values.get(measure)!;
    for (const runs of [base, difference]) {
      const { held } = coverage(runs, perGroup, 0.95);
      // Five standard errors, ten tests: false alarm 6e-6. Normal quantiles instead of t would hold it in 81 of 100.
      expect(Math.abs(held / groups - 0.95)).toBeLessThan(5 * Math.sqrt((0.95 * 0.05) / groups));
    }
  });
});
