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

describe('t intervals of a few whole runs', () => {
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

  it.each(measures)('hold the mean of all runs as often as they say: %s, and its difference', (measure) => {
    const { base, difference } = values.get(measure)!;
    for (const runs of [base, difference])
      for (const level of [0.95, 0.5]) {
        const { held } = coverage(runs, perGroup, level);
        // Five standard errors: by the binomial law 3 in 100,000 too few of 95%, which ten checks make a false alarm in 3,000, and less
        // than 1 in a million for 50%, of which too wide ones would hold too many. Normal quantiles would hold 81 and 43 of 100.
        expect(Math.abs(held / groups - level)).toBeLessThan(5 * Math.sqrt((level * (1 - level)) / groups));
      }
  });
});
