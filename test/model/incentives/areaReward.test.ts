import { describe, expect, test } from 'vitest';
import { type AreaDemand, createAreaDemand } from '../../../src/model/areas/areaDemand.ts';
import type { Instrument } from '../../../src/model/incentives/instrument.ts';
import { checkInstruments, incentivesSchema } from '../../../src/model/incentives/registry.ts';
import { COMMISSIONER, officeParty } from '../../../src/model/money/books.ts';
import { scheme, names as schemeNames, testSetup } from './scheme.ts';

const names = { ...schemeNames, stages: ['free', 'custody'] };
/** Office a alone, offices b and c together. */
const areas = { names: ['one', 'two'], ofOffice: Uint8Array.of(0, 1, 1), offices: [[0], [1, 2]] };
const shares = Float64Array.of(0.5, 0.3, 0.2);

type Terms = Record<string, unknown>;
const short: Terms = {
  kind: 'areaReward',
  metrics: { losses: { event: 'jobLoss', price: 100 }, starts: { event: 'jobStart', price: 10 } },
  baseline: { from: 0, weeks: 4 },
  tests: { from: 4, weeks: 4, number: 2 },
  lag: 3,
};

interface Play {
  /** Events of area `one` a step, from step 0 on; area `two` has twice as many. */
  losses: readonly number[];
  starts?: readonly number[];
  steps?: number;
  /** Terms from a step on. */
  later?: [number, Terms | undefined];
  attention?: number;
}

/** Plays the demand of two areas; tells what each office has after each step. */
function play(terms: Terms, { losses, starts = [], steps = 20, later, attention = 0.5 }: Play) {
  const phases = [terms, ...(later?.[1] ? [later[1]] : [])].map(
    (entry) => ({ incentives: incentivesSchema.parse({ reward: entry }) }) as never,
  );
  const demand = createAreaDemand(phases, names, areas, steps) as AreaDemand;
  const changes = {
    names,
    areas,
    demand,
    steps,
    officeShares: shares,
    market: { shares: shares.slice(), shift: () => {} },
    performanceManagement: new Float64Array(3).fill(attention),
  };
  const setup = testSetup(changes);
  let [reward]: (Instrument | undefined)[] = scheme({ reward: terms }, setup);
  const money: number[][] = [];
  for (let step = 0; step < steps; step++) {
    if (later?.[0] === step) {
      const before = reward === undefined ? [] : [reward];
      const entries = later[1] === undefined ? {} : { reward: later[1] };
      [reward] = scheme(entries, { ...setup, startStep: step }, before);
    }
    const file = (event: string, n: number) => {
      const counted = demand.ofEvent[names.events.indexOf(event)];
      for (let k = 0; counted >= 0 && k < n; k++)
        for (const [side, area] of [
          ['clients', 0],
          ['clients', 1],
          ['clients', 1],
          ['twins', 0],
          ['twins', 1],
        ] as const)
          demand[side].add(counted, step, area, k % 2);
    };
    file('jobLoss', losses[step] ?? 0);
    file('jobStart', starts[step] ?? 0);
    reward?.settle?.({ step, attachedByOffice: new Float64Array(3) });
    money.push([0, 1, 2].map((office) => setup.books.balance(officeParty(office))));
  }
  expect(setup.books.balance(COMMISSIONER)).toBeCloseTo(-money[steps - 1].reduce((a, b) => a + b, 0), 9);
  return { money, setup, demand, reward, results: demand.rewards.get('reward')?.results ?? [] };
}

const constant = (n: number, steps = 20) => Array.from({ length: steps }, () => n);
/** 20 losses a step in the baseline, then these in each test. */
const course = (first: number, second: number) => [
  ...constant(20, 4),
  ...constant(first, 4),
  ...constant(second, 4),
];
/** Four steps of 20 losses at 100. */
const BASE = 8000;

describe('the reward', () => {
  test('comes when figures are known, by area and by shares of referrals', () => {
    const { money, results } = play(short, { losses: course(18, 20) });
    // Test 1 ends with step 7 and is known three steps later; 10% less: half of 5% and all of the next 5%.
    expect(money[9]).toEqual([0, 0, 0]);
    const due = 0.075 * BASE;
    for (const [office, amount] of [due, 2 * due * 0.6, 2 * due * 0.4].entries())
      expect(money[10][office]).toBeCloseTo(amount, 9);
    // Test 2 is judged against the same baseline, and earns nothing.
    expect(money[19]).toEqual(money[10]);
    expect(results.map(({ test, area, passed }) => [test, area, passed])).toEqual([
      [0, 0, true],
      [0, 1, true],
      [1, 0, false],
      [1, 1, false],
    ]);
    expect(results[1]).toMatchObject({
      baseline: 2 * BASE,
      demand: 14400,
      twinBaseline: BASE,
      twinDemand: 7200,
    });
  });

  test('reaches the threshold at the threshold, not short of it', () => {
    const paid = (first: number, starts: number[] = []) =>
      play(short, { losses: course(first, 20), starts }).money[19][0];
    expect(paid(19)).toBeCloseTo(0.025 * BASE, 9);
    expect(paid(19, [0, 0, 0, 0, 1])).toBe(0);
    expect(paid(10)).toBeCloseTo(0.175 * BASE, 9);
  });

  test('is paid at the end of the run where its figures would come later, and not for a test that is not over', () => {
    const { money, results } = play(short, { losses: course(18, 10), steps: 12 });
    expect(money[10][0]).toBeCloseTo(0.075 * BASE, 9);
    expect(money[11][0]).toBeCloseTo((0.075 + 0.175) * BASE, 9);
    expect(results).toHaveLength(4);
    expect(play(short, { losses: course(18, 10), steps: 11 }).results).toHaveLength(2);
  });

  test('counts the groups that are named', () => {
    // Every other event is of the first group: 20 in the baseline make 10, 19 in the test 10 as well.
    const { results } = play({ ...short, groups: { jsa: true } }, { losses: course(19, 16) });
    expect(results[0]).toMatchObject({ baseline: 4000, demand: 4000, passed: false });
    expect(results[2]).toMatchObject({ demand: 3200, passed: true });
  });

  test('leaves out the groups that are named as false, and them alone', () => {
    const only = (groups: Terms) =>
      play({ ...short, groups }, { losses: course(19, 16) }).results.map(({ demand }) => demand);
    expect(only({ jsa: false })).toEqual(only({ esa: true, empty: true }));
    expect(only({ empty: false })).toEqual(only({}));
  });

  test.each([{ one: true }, { two: false }])('tests and pays areas that are rewarded alone: %j', (areas) => {
    const { money, results, reward } = play(
      { ...short, areas, upfront: { share: 0.5 } },
      { losses: course(18, 20) },
    );
    expect(results.map(({ area }) => area)).toEqual([0, 0]);
    expect(money[19].slice(1)).toEqual([0, 0]);
    expect(money[19][0]).toBeCloseTo(0.075 * BASE, 9);
    // Nothing that the other does is believed to pay.
    const change = new Float64Array(names.events.length * names.groups.length).fill(-1);
    expect(reward?.believedForChange?.(1, [{ change, from: 0, to: 4 }])).toBe(0);
  });

  test('is none where the baseline had no demand', () => {
    const { results, money } = play({ ...short, penalty: 1 }, { losses: [0, 0, 0, 0, 5, 5] });
    expect(money[19]).toEqual([0, 0, 0]);
    expect(results[0]).toMatchObject({ passed: false, paid: 0, baseline: 0 });
  });
});

describe('switches', () => {
  test('a penalty is a share of what demand costs above the baseline, up to the cap', () => {
    const { money } = play({ ...short, penalty: 0.5 }, { losses: course(22, 30) });
    expect(money[10][0]).toBeCloseTo(-0.05 * BASE, 9);
    expect(money[19][0]).toBeCloseTo(-(0.05 + 0.1) * BASE, 9);
  });

  const half = { share: 0.4, fall: 0.1 };
  const advance = 0.4 * 0.075 * BASE;

  test('money upfront comes with the figures of the baseline and goes back where it was not earned', () => {
    const { money, setup } = play({ ...short, upfront: half }, { losses: course(18, 20) });
    // Test 1 begins with step 4, when two of the four steps of the baseline are known.
    expect(money[3][0]).toBe(0);
    expect(money[4][0]).toBeCloseTo(advance, 9);
    expect(money[8][0]).toBeCloseTo(2 * advance, 9);
    expect(money[10][0]).toBeCloseTo(advance + 0.075 * BASE, 9);
    expect(money[14][0]).toBeCloseTo(0.075 * BASE, 9);
    // An advance is money at hand and not earned.
    expect([setup.books.officeEarned(0, 4), setup.books.officeEarned(0, 10)]).toEqual([
      0,
      expect.closeTo(0.075 * BASE, 9),
    ]);
    expect(setup.books.accounts.map(({ name }) => name)).toEqual(['reward', 'reward.upfront']);
  });

  test('or is kept: what is earned is paid beyond it, and a penalty comes on top', () => {
    const kept = { ...short, penalty: 0.5, upfront: { ...half, returned: false } };
    const { money, results } = play(kept, { losses: course(18, 22) });
    expect(money[10][0]).toBeCloseTo(advance + 0.075 * BASE, 9);
    expect(money[19][0]).toBeCloseTo(0.075 * BASE + advance - 0.05 * BASE, 9);
    expect(results.map(({ paid }) => paid)).toEqual(
      [0.075 * BASE, 0.15 * BASE, advance - 0.05 * BASE, 2 * (advance - 0.05 * BASE)].map((paid) =>
        expect.closeTo(paid, 9),
      ),
    );
  });

  test('exceptional metrics are left out of baseline and tests where terms adjust', () => {
    const metrics = {
      losses: { event: 'jobLoss', price: 100 },
      starts: { event: 'jobStart', price: 10, exceptional: true },
    };
    const shock = { losses: course(18, 18), starts: [...constant(0, 4), ...constant(30, 4)] };
    const paid = (adjust: boolean) => play({ ...short, metrics, adjust }, shock).results[0];
    expect(paid(false)).toMatchObject({ baseline: BASE, demand: 8400, passed: false });
    expect(paid(true)).toMatchObject({ baseline: BASE, demand: 7200, passed: true });
  });

  test('a metric that a phase takes away is out of the baseline, too, for tests judged from then on', () => {
    const without = { ...short, metrics: { losses: { event: 'jobLoss', price: 100 } } };
    const { results } = play(short, {
      losses: course(18, 18),
      starts: constant(80, 12),
      later: [12, without],
    });
    expect(results[0]).toMatchObject({ test: 0, baseline: BASE + 3200, demand: 7200 + 3200, passed: true });
    expect(results[2]).toMatchObject({ test: 1, baseline: BASE, demand: 7200, passed: true });
  });

  test('terms go on over a change of phase; a reward that ends settles what is over and takes advances back', () => {
    const terms = { ...short, upfront: half };
    const { money, results } = play(terms, { losses: course(18, 18), later: [9, undefined] });
    expect(money[8][0]).toBeCloseTo(2 * advance, 9);
    expect(money[9][0]).toBeCloseTo(0.075 * BASE, 9);
    expect(results.map(({ test }) => test)).toEqual([0, 0]);
    const again = play(terms, { losses: course(18, 18), later: [12, terms] });
    const once = play(terms, { losses: course(18, 18) });
    expect(again.money).toEqual(once.money);
  });

  test('areas that are pooled are one area, with one result', () => {
    const { results } = play(short, { losses: course(18, 20) });
    const [one, two] = [results[0], results[1]];
    expect(two.luck).toBeCloseTo(one.luck / Math.SQRT2, 12);
    // σ_n of 80 events at 100: √(1 + 0.95²) / √80.
    expect(one.luck).toBeCloseTo(Math.sqrt(1 + 0.95 * 0.95) / Math.sqrt(80), 12);
  });
});

describe('time in a stage', () => {
  const terms = {
    ...short,
    metrics: { custody: { stage: 'custody', entry: 'jobLoss', price: 70 } },
  };
  test('costs its price by the week, also in days, and varies with the square of stays', () => {
    const phases = [{ incentives: incentivesSchema.parse({ reward: terms }) } as never];
    const demand = createAreaDemand(phases, names, areas, 20) as AreaDemand;
    const setup = testSetup({
      names,
      areas,
      demand,
      stepsPerWeek: 7,
      officeShares: shares,
      market: { shares, shift: () => {} },
    });
    const [reward] = scheme({ reward: terms }, setup);
    for (let step = 0; step < 20; step++) {
      for (let k = 0; k < 6; k++) demand.clients.add(demand.ofStage[1], step, 0, 0);
      for (let k = 0; k < 2; k++) demand.clients.add(demand.intoStage[1], step, 0, 0);
      reward.settle?.({ step, attachedByOffice: new Float64Array(3) });
    }
    const [result] = demand.rewards.get('reward')!.results;
    expect(result).toMatchObject({ area: 0, baseline: 240, demand: 240 });
    // Stays of 3 steps on average, in a window of four steps: price² · time · (2 · 3 · w − 1).
    const within = 1 - (3 / 4) * (1 - Math.exp(-4 / 3));
    const variance = 100 * 24 * (6 * within - 1) * (1 + 0.95 * 0.95);
    expect(result.luck).toBeCloseTo(Math.sqrt(variance) / 240, 12);
  });
});

describe('terms that make no sense', () => {
  const problems = (changes: Terms) =>
    JSON.stringify(checkInstruments(incentivesSchema.parse({ reward: { ...short, ...changes } }), names));
  test.each([
    [{ metrics: {} }, 'at least one metric'],
    [{ metrics: { a: { event: 'jobLost', price: 1 } } }, 'jobLoss'],
    [{ metrics: { a: { price: 1 } } }, 'either an event or the time in a stage'],
    [{ metrics: { a: { event: 'jobLoss', stage: 'custody', price: 1 } } }, 'either an event'],
    [{ metrics: { a: { event: 'jobLoss', entry: 'jobStart', price: 1 } } }, 'only stays in a stage'],
    [{ metrics: { a: { stage: 'prison', price: 1 } } }, 'no stage called'],
    [{ groups: { jsb: true } }, 'no group called'],
    [{ tests: { from: 2, weeks: 4, number: 1 } }, 'tests begin before the baseline ends'],
    [{ cap: 0.01 }, 'the cap lies below the threshold'],
    [{ upfront: { share: 0.5, fall: 0.01 } }, 'a fall below the threshold'],
    [{ areas: { three: true } }, 'no area called'],
  ])('%j', (changes, words) => expect(problems(changes)).toContain(words));
});
