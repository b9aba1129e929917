import { describe, expect, it } from 'vitest';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Starts as if they were arrests: a reward for a fall of demand, and a practice that is expected to bring it. */
const scheme = (expects: number, more: Patch = {}): Patch => ({
  clock: { referralWeeks: 70, followUp: 20 },
  areas: { city: {} },
  offices: {
    north: { area: 'city', cash: { start: 1e6 } },
    south: { area: 'city', cash: { start: 1e6 } },
  },
  incentives: {
    joining: null,
    lasting: null,
    start: null,
    demand: {
      kind: 'areaReward',
      metrics: { starts: { event: 'jobStart', price: 1000 } },
      baseline: { from: 10, weeks: 20 },
      tests: { from: 40, weeks: 20, number: 1 },
      lag: 4,
      belief: { attention: 0 },
      ...more,
    },
  },
  interventions: {
    diversion: {
      evidence: 'proven',
      setUp: { fixed: 500 },
      expects: { jobStart: expects },
      review: 34,
      delay: 0,
    },
  },
  portfolio: { horizon: 40 },
  measures: { horizon: 10, window: 10 },
});
const kindIn = (...patches: Patch[]) => runSmall(openSmall(...patches)).interventions!.additionality[0][0];

describe('a reward for less demand', () => {
  it('brings an intervention that is expected to lower it, and none that is not', () => {
    expect(kindIn(scheme(-60))).toBe('new');
    expect(kindIn(scheme(60))).toBeUndefined();
    expect(kindIn(scheme(-60), { incentives: { demand: null } })).toBeUndefined();
  });

  it('brings none where it is not understood, pays next to nothing, or is judged before anything could work', () => {
    expect(kindIn(scheme(-60, { shareBelow: 0.001, shareAbove: 0 }))).toBeUndefined();
    const late: Patch = { interventions: { diversion: { delay: 35 } } };
    expect(kindIn(scheme(-60), late)).toBeUndefined();
    const metrics = Object.fromEntries(
      Array.from({ length: 9 }, (_, k) => [`metric${k}`, { event: 'jobLoss', price: 0 }]),
    );
    expect(
      kindIn(
        scheme(-60, {
          belief: { attention: 0, complexity: 50 },
          metrics: { starts: { event: 'jobStart', price: 1000 }, ...metrics },
        }),
      ),
    ).toBeUndefined();
  });
});
