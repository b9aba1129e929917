import { describe, expect, it } from 'vitest';
import { deliveredShare } from '../../../src/model/partnership/delivery.ts';
import { judgePromise, loseLeader, meanTrust } from '../../../src/model/partnership/trust.ts';
import { expm1, logistic } from '../../../src/random/index.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { mean, partners, partnershipOf, reliable } from './partners.ts';

const WEEKS = 1040;
const GROWTH = 0.1;
const LOSS = 0.2;

/** Twenty years with nobody referred after the first weeks: local priority alone, in twenty areas. */
const long: Patch = {
  clock: { referralWeeks: 4, followUp: WEEKS - 4 },
  caseworkers: { roles: { adviser: { posts: 20 }, broker: { posts: 20 } } },
  offices: {
    north: null,
    south: null,
    ...Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`o${k}`, { share: 0.05 }])),
  },
  partnership: { reach: { jobStart: 0 }, trust: { growth: GROWTH, loss: LOSS } },
  partners: { police: { priority: 0.3 }, probation: { priority: 0.3 }, council: { priority: 0.3 } },
};

/** Mean trust over areas, pairs and the later half of the run, just after each review, with its 99.9% margin over areas. */
function longRun(...patches: Patch[]): { mean: number; margin: number } {
  const areas = Array.from({ length: 20 }, () => [] as number[]);
  runSmall(openSmall(partners, long, ...patches), {
    look: (world) => {
      if (world.step < WEEKS / 2 || (world.step + 1) % 13 !== 0) return;
      partnershipOf(world).trust.forEach((matrix, area) => {
        areas[area].push(meanTrust(matrix, 3));
      });
    },
  });
  const means = areas.map(mean);
  const all = mean(means);
  const sd = Math.sqrt(means.reduce((sum, each) => sum + (each - all) ** 2, 0) / 19);
  // t of 19 degrees of freedom: 3.88 leaves one in a thousand outside.
  return { mean: all, margin: (3.88 * sd) / Math.sqrt(20) };
}

describe('trust', () => {
  it('grows with kept promises to 1 and falls with broken ones to 0, by its closed forms', () => {
    const trust = Float64Array.of(1, 0.3, 0.3, 1);
    for (let n = 0; n < 8; n++) judgePromise(trust, 2, 1, true, { growth: 0.1, loss: 0.2 });
    expect(trust[1]).toBeCloseTo(1 - 0.7 * 0.9 ** 8, 12);
    for (let n = 0; n < 5; n++) judgePromise(trust, 2, 1, false, { growth: 0.1, loss: 0.2 });
    expect(trust[1]).toBeCloseTo((1 - 0.7 * 0.9 ** 8) * 0.8 ** 5, 12);
    // Only the trust in who promised moves.
    expect(trust[2]).toBe(0.3);
    loseLeader(trust, 2, 1, 0.5);
    expect(trust[2]).toBe(0.15);
    expect([trust[0], trust[3]]).toEqual([1, 1]);
  });

  it('settles where what kept promises add is what leaders who leave take along, lower the more of them leave', () => {
    const at = (turnover: number): number => {
      // A pair loses by each of its two leaders: a quarter’s expected factor, applied week by week.
      const leaves = -expm1(-turnover / 52);
      const kept = (1 - 0.5 * leaves) ** (2 * 13);
      // After a review: T = a T' + g with T' = kept T, promises always kept.
      return GROWTH / (1 - (1 - GROWTH) * kept);
    };
    const lower: number[] = [];
    for (const turnover of [0, 0.2, 0.6]) {
      const own = { turnover };
      const found = longRun(reliable, {
        partners: { police: own, probation: own, council: own },
        partnership: { trust: { start: 0.9 } },
      });
      expect(Math.abs(found.mean - at(turnover)), `turnover ${turnover}`).toBeLessThan(found.margin + 0.002);
      lower.push(found.mean);
    }
    expect(lower[0]).toBeGreaterThan(0.99);
    expect(lower[1]).toBeLessThan(lower[0]);
    expect(lower[2]).toBeLessThan(lower[1]);
  });
});

describe('delivery', () => {
  const b = { base: 2, trust: 1, sharedTargets: 1, inspection: 3, ownTarget: 3 };
  it('is held by trust and shared targets, and pulled away by inspections and own targets', () => {
    const pulls = { trust: 0.5, sharedTargets: 0.4, inspection: 1, ownTarget: 0.2 };
    expect(deliveredShare(b, pulls)).toBeCloseTo(logistic(2 + 0.5 + 0.4 - 3 - 0.6), 12);
  });

  it('falls under a failed inspection, and comes back slower than the inspection goes, for trust has gone', () => {
    const weeks: number[][] = [];
    const effort = (chance: number): number[] => {
      const own = { priority: 0.5, inspection: { chance: 0, weeks: 40 } };
      const timeline = {
        failed: { at: 60, set: { partners: { police: { inspection: { chance } } } } },
        over: { at: 61, set: { partners: { police: { inspection: { chance: 0 } } } } },
      };
      const series: number[] = [];
      runSmall(
        openSmall(
          partners,
          {
            clock: { referralWeeks: 4, followUp: 256 },
            partners: { police: own, probation: own, council: own },
            partnership: {
              trust: { start: 0.8, keptFrom: 0.9, loss: 0.5 },
              reach: { jobStart: 0 },
              delivery: { trust: 3 },
            },
          },
          { timeline } as Patch,
        ),
        { look: (world) => series.push(mean(partnershipOf(world).jointEffort)) },
      );
      return series;
    };
    weeks.push(effort(0), effort(1));
    const [without, failed] = weeks;
    // The same until it strikes, in week 60.
    expect(failed.slice(0, 60)).toEqual(without.slice(0, 60));
    const during = mean(failed.slice(61, 100)) - mean(without.slice(61, 100));
    const after = failed[105] - without[105];
    const late = failed[255] - without[255];
    expect(during).toBeLessThan(-0.02);
    // Over since week 101.
    expect(after).toBeLessThan(0);
    expect(after).toBeGreaterThan(during);
    expect(late).toBeGreaterThan(after);
  });
});
