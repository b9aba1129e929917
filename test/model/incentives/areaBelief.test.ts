import { describe, expect, test } from 'vitest';
import { type AreaDemand, createAreaDemand } from '../../../src/model/areas/areaDemand.ts';
import { incentivesSchema } from '../../../src/model/incentives/registry.ts';
import { normalDensity } from '../../../src/random/special.ts';
import { names, scheme, testSetup } from './scheme.ts';

const PRICE = 100;
const PER_STEP = 20;
const LENGTH = 10;
/** Cost of the baseline and of a test of ten steps. */
const BASE = PER_STEP * PRICE * LENGTH;

const terms = {
  kind: 'areaReward',
  metrics: { losses: { event: 'jobLoss', price: PRICE } },
  baseline: { from: 0, weeks: LENGTH },
  tests: { from: LENGTH, weeks: LENGTH, number: 2 },
  lag: 2,
};

const jobLoss = names.events.indexOf('jobLoss');
const groups = names.groups.length;
const change = (events: number, event = jobLoss): Float64Array => {
  const each = new Float64Array(names.events.length * groups);
  each[event * groups] = events;
  return each;
};

/** One area of both offices, after so many steps with this many losses each. */
function rewardAfter(
  steps: number,
  changes: Record<string, unknown> = {},
  losses = (_step: number) => PER_STEP,
  managed = 0,
) {
  const entry = { ...terms, ...changes };
  const parsed = incentivesSchema.parse({ reward: entry });
  const areas = { names: ['all'], ofOffice: Uint8Array.of(0, 0), offices: [[0, 1]] };
  const demand = createAreaDemand([{ incentives: parsed } as never], names, areas, 60) as AreaDemand;
  const setup = testSetup({
    areas,
    demand,
    steps: 60,
    performanceManagement: Float64Array.of(managed, managed),
  });
  const [reward] = scheme({ reward: entry }, setup);
  for (let step = 0; step < steps; step++) {
    const counted = demand.ofEvent[jobLoss];
    for (let k = 0; k < losses(step); k++) demand.clients.add(counted, step, 0, 0);
    reward.settle?.({ step, attachedByOffice: new Float64Array(2) });
  }
  return reward;
}

const gain = (reward: ReturnType<typeof rewardAfter>, events: number, steps: number): number =>
  reward.believedForChange!(0, [{ change: change(events), from: 0, to: steps }]);

/** What a fall x pays by the terms of the pilot, written out. */
const pays = (x: number): number => (x < 0.05 ? 0 : 0.025 + Math.min(x, 0.2) - 0.05);

/** Mean of a function of a normal fall, by the trapezium rule with steps far below the corners' worth. */
function meanByHand(of: (x: number) => number, mean: number, sd: number): number {
  const n = 400_000;
  const width = (16 * sd) / n;
  let sum = 0;
  for (let at = 0; at < n; at++) {
    const x = mean - 8 * sd + (at + 0.5) * width;
    sum += of(x) * normalDensity((x - mean) / sd);
  }
  return (sum * width) / sd;
}

describe('what an area believes', () => {
  /** Luck of 200 events in baseline and test. */
  const luck = Math.sqrt((200 + 200) * PRICE * PRICE) / BASE;

  test('is the mean reward with the change less that without it', () => {
    const byHand = (fall: number) => BASE * (meanByHand(pays, fall, luck) - meanByHand(pays, 0, luck));
    // Both tests lie ahead; two events fewer a step for ten steps are 10% less in the first of them.
    expect(gain(rewardAfter(10), -2, 10)).toBeCloseTo(byHand(0.1), 0);
    expect(gain(rewardAfter(10), -2, 5)).toBeCloseTo(byHand(0.05), 0);
    expect(gain(rewardAfter(10), -2, 20)).toBeCloseTo(2 * byHand(0.1), 0);
    expect(gain(rewardAfter(10), 2, 10)).toBeCloseTo(byHand(-0.1), 0);
    expect(byHand(0.1)).toBeGreaterThan(100);
  });

  test('counts a penalty, so that the same change is worth more', () => {
    const penalty = 0.5;
    const net = (x: number) => (x < 0 ? penalty * Math.max(x, -0.2) : pays(x));
    const byHand = BASE * (meanByHand(net, 0.1, luck) - meanByHand(net, 0, luck));
    const believed = gain(rewardAfter(10, { penalty }), -2, 10);
    expect(believed).toBeCloseTo(byHand, 0);
    expect(believed).toBeGreaterThan(gain(rewardAfter(10), -2, 10));
  });

  test('is less where an advance is kept, and the same where it goes back', () => {
    const upfront = { share: 0.8, fall: 0.1 };
    const kept = 0.8 * 0.075;
    const byHand = (x: number) => Math.max(kept, pays(x));
    // After step 10, with which test 1 has begun: nine steps of it are left.
    const left = meanByHand(byHand, 0.09, luck) - meanByHand(byHand, 0, luck);
    const believed = gain(rewardAfter(11, { upfront: { ...upfront, returned: false } }), -2, 9);
    expect(believed).toBeCloseTo(BASE * left, 0);
    expect(gain(rewardAfter(11, { upfront }), -2, 9)).toBe(gain(rewardAfter(11), -2, 9));
    expect(believed).toBeLessThan(gain(rewardAfter(11), -2, 9));
  });

  test('has a mean that comes from the trend believed, or from figures as far as an area looks at them', () => {
    const trend = { belief: { trend: -0.04 } };
    const byHand = (from: number, to: number, sd = luck) =>
      BASE * (meanByHand(pays, to, sd) - meanByHand(pays, from, sd));
    const expected = Math.sqrt(200 * 0.96 + 200 * 0.96 * 0.96) * (PRICE / BASE);
    expect(gain(rewardAfter(10, trend), -2, 10)).toBeCloseTo(byHand(0.04, 0.14, expected), 0);
    // 30% fewer in the first five steps of the test, of which three are known.
    const fell = (step: number) => (step < 10 ? 20 : 14);
    const blind = gain(rewardAfter(15, {}, fell), -2, 5);
    expect(blind).toBe(gain(rewardAfter(15), -2, 5));
    const looks = rewardAfter(15, {}, fell, 1);
    // Since the baseline three steps are known and weigh 3 of 13; in the test three of ten are known.
    const level = (3 * 0.3) / 13;
    const mean = 0.3 * 0.3 + 0.7 * level;
    const sd = (PRICE / BASE) * Math.sqrt(200 * (1 - level) * 0.7 + 200 * (1 - level) ** 2);
    expect(gain(looks, -2, 5)).toBeCloseTo(byHand(mean, mean + 0.05, sd), 0);
    expect(gain(rewardAfter(15, { belief: { attention: 0 } }, fell, 1), -2, 5)).toBe(blind);
  });

  test('is nothing outside baseline and tests, before figures are known, and of events that cost nothing', () => {
    expect(gain(rewardAfter(2), -2, 10)).toBe(0);
    expect(gain(rewardAfter(31), -2, 20)).toBe(0);
    expect(rewardAfter(10).believedForChange!(0, [{ change: change(-2, 0), from: 0, to: 10 }])).toBe(0);
    expect(rewardAfter(10).believedForChange!(0, [{ change: change(0), from: 0, to: 10 }])).toBe(0);
    // A test that is over and not known yet cannot be changed.
    expect(gain(rewardAfter(20, { tests: { from: 10, weeks: 10, number: 1 } }), -2, 10)).toBe(0);
  });

  test('knows that a fall in the baseline is a loss', () => {
    expect(gain(rewardAfter(5), -2, 5)).toBeLessThan(-50);
  });

  test('is understood less with each metric, but for exceptional ones, and not at all differently at complexity 0', () => {
    const other = (exceptional: boolean) => ({
      metrics: { ...terms.metrics, starts: { event: 'jobStart', price: 5, exceptional } },
    });
    const one = gain(rewardAfter(10), -2, 10);
    const belief = { belief: { complexity: 0.5 } };
    expect(gain(rewardAfter(10, { ...other(false), ...belief }), -2, 10)).toBeCloseTo(one / 1.5, 9);
    expect(gain(rewardAfter(10, { ...other(true), ...belief }), -2, 10)).toBeCloseTo(one, 9);
    expect(gain(rewardAfter(10, { ...other(false), belief: { complexity: 0 } }), -2, 10)).toBeCloseTo(one, 9);
  });

  test('is certain without noise: a fall short of the threshold is worth nothing', () => {
    const sure = (events: number) => gain(rewardAfter(10, { belief: { noise: 0 } }), events, 10);
    expect(sure(-0.9)).toBe(0);
    expect(sure(-1.1)).toBeCloseTo(BASE * (0.025 + 0.005), 6);
    expect(gain(rewardAfter(10), -0.9, 10)).toBeGreaterThan(0);
  });

  test('gives no event a price, and caseworkers nothing unless they notice: then an event averted is worth money', () => {
    const plain = rewardAfter(10);
    expect([plain.believedPrice(jobLoss, 0, 0, true), plain.believedAverted]).toEqual([0, undefined]);
    const noticed = rewardAfter(11, { belief: { frontLine: 0.5 } });
    const worth = noticed.believedAverted!(jobLoss, 0, 0);
    expect(noticed.believedPrice(jobLoss, 0, 0, true)).toBe(0);
    expect(worth).toBeCloseTo(0.5 * 0.75 * gain(noticed, -1, 1), 9);
    expect(worth).toBeGreaterThan(1);
    expect(noticed.believedAverted!(names.events.indexOf('jobStart'), 0, 0)).toBe(0);
  });
});
