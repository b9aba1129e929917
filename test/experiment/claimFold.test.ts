import { describe, expect, it } from 'vitest';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import type { ReplicateResult } from '../../src/simulation/contract.ts';
import type { CheckedClaim } from '../../src/tables/claims.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

/** Numbers of one replicate: outcome rate and trust in the base and in the other design. */
interface Numbers {
  rate: [number | null, number | null];
  trust?: [number, number];
}

function replicateOf(replicate: number, { rate, trust = [0.5, 0.5] }: Numbers): ReplicateResult {
  const rows = (design: 0 | 1) => [
    {
      measure: 'outcome.rate',
      slice: '',
      value: rate[design],
      ...(rate[design] === null && { why: 'nobody' }),
    },
    { measure: 'outcomes.service', slice: '', value: trust[design] },
  ];
  return {
    replicate,
    designs: [
      { design: 'block', rows: rows(0), weekly: [] },
      { design: 'counts', rows: rows(1), weekly: [] },
    ],
  };
}

const designs = { block: {}, counts: { set: { incentives: {} } } };
const rise = { measure: 'outcome.rate', design: 'counts', against: 'block', is: 'above' };

function foldOf(claim: Patch): ReplicateFold {
  const { scenario } = openSmall({ designs, measures: { claims: { one: claim } } }).designs[0];
  return new ReplicateFold({
    designs: ['block', 'counts'],
    base: 'block',
    isLogScaled: () => false,
    settings: scenario.measures,
  });
}

function judged(claim: Patch, numbers: Numbers[]): CheckedClaim {
  const fold = foldOf(claim);
  numbers.forEach((each, replicate) => {
    fold.add(replicateOf(replicate, each));
  });
  return fold.claims()[0];
}

/** Differences of 0.05 on average with a standard deviation of about 0.01. */
const rising: Numbers[] = [0.04, 0.05, 0.06, 0.05, 0.04, 0.06].map((step, replicate) => ({
  rate: [0.2 + 0.03 * replicate, 0.2 + 0.03 * replicate + step],
}));

describe('claims of a mean', () => {
  it('hold where the whole interval of the paired difference lies where it is claimed', () => {
    const claim = judged(rise, rising);
    expect(claim).toMatchObject({ id: 'one', title: 'one', verdict: 'holds' });
    const [condition] = claim.conditions;
    expect(condition).toMatchObject({ design: 'counts', against: 'block', n: 6, from: 0 });
    // t quantile with 5 degrees of freedom, from a printed table; the sd of the six differences is 0.00894.
    expect(condition.mean).toBeCloseTo(0.05, 12);
    expect(condition.hi! - condition.mean!).toBeCloseTo((2.570582 * 0.0089443) / Math.sqrt(6), 6);
  });

  it('fail where the whole interval lies elsewhere, and cannot be told where it reaches both sides', () => {
    expect(judged({ ...rise, is: 'below' }, rising).verdict).toBe('fails');
    expect(judged({ ...rise, value: 0.05 }, rising).verdict).toBe('untold');
    expect(judged({ ...rise, is: 'between', value: 0.03, to: 0.07 }, rising).verdict).toBe('holds');
    expect(judged({ ...rise, is: 'between', value: 0.06, to: 0.09 }, rising).verdict).toBe('fails');
    expect(judged({ ...rise, is: 'between', value: 0.05, to: 0.09 }, rising).verdict).toBe('untold');
  });

  it('fail where designs are equal to the last digit and a difference is claimed', () => {
    const same: Numbers[] = [0.2, 0.3, 0.25].map((x) => ({ rate: [x, x] }));
    expect(judged(rise, same).verdict).toBe('fails');
  });

  it('cannot be told of one run, or of a measure that is undefined, and say why', () => {
    expect(judged(rise, rising.slice(0, 1)).verdict).toBe('untold');
    const undefinedRate = judged(rise, [{ rate: [null, 0.2] }, { rate: [null, 0.2] }]);
    expect(undefinedRate).toMatchObject({ verdict: 'untold' });
    expect(undefinedRate.conditions[0]).toMatchObject({ mean: null, n: 0, why: 'nobody' });
  });

  it('may take one measure off another in the same design, and hold only with all their conditions', () => {
    const minus = { measure: 'outcome.rate', minus: 'outcomes.service', is: 'below' };
    expect(judged(minus, rising).conditions[0].mean).toBeCloseTo(0.275 - 0.5, 12);
    expect(judged({ ...rise, and: { trust: minus } }, rising).verdict).toBe('holds');
    expect(judged({ ...rise, and: { trust: { ...minus, is: 'above' } } }, rising).verdict).toBe('fails');
    expect(judged({ ...rise, and: { more: { ...rise, value: 0.05 } } }, rising).verdict).toBe('untold');
  });

  it('may add a measure, and take another off some times over, in both designs', () => {
    const sum = { measure: 'outcome.rate', plus: 'outcomes.service', minus: 'outcome.rate', is: 'below' };
    const half = { ...sum, times: 0.5 };
    // Rate + 0.5 − 0.5 × rate in the base design, and its difference: half of that of the rate.
    expect(judged(half, rising).conditions[0].mean).toBeCloseTo(0.5 * 0.275 + 0.5, 12);
    const against = judged({ ...half, design: 'counts', against: 'block' }, rising).conditions[0];
    expect(against.mean).toBeCloseTo(0.025, 12);
    expect(against).toMatchObject({ plus: 'outcomes.service', minus: 'outcome.rate', times: 0.5 });
    expect(judged(sum, rising).conditions[0].mean).toBeCloseTo(0.5, 12);
    expect(judged(sum, rising).conditions[0]).not.toHaveProperty('times');
    expect(judged({ ...sum, plus: 'outcomes.change' }, rising)).toMatchObject({
      verdict: 'untold',
      conditions: [{ mean: null, why: 'outcomes.change is not measured' }],
    });
  });

  it('say in how many runs they hold, but where luck is counted in, which one run has not', () => {
    expect(judged({ ...rise, value: 0.045 }, rising).runs).toEqual({ holding: 4, defined: 6 });
    expect(judged({ ...rise, value: 1, countedIn: 'luck' }, rising).runs).toBeUndefined();
  });

  it('may count in the luck of the measure: its standard deviation between runs of the other design', () => {
    const luck = { ...rise, is: 'between', value: -1, to: 1, countedIn: 'luck' };
    const claim = judged(luck, rising);
    // 0.03 × (0 … 5) has a standard deviation of 0.03 × √3.5.
    expect(claim.conditions[0].to).toBeCloseTo(0.03 * Math.sqrt(3.5), 12);
    expect(claim.conditions[0].from).toBeCloseTo(-0.03 * Math.sqrt(3.5), 12);
    expect(claim.verdict).toBe('untold');
    expect(judged({ ...luck, to: 2 }, rising).verdict).toBe('holds');
  });
});

describe('claims of a share of replicates', () => {
  const falling = { measure: 'outcomes.service', design: 'counts', against: 'block', is: 'below' };
  const joint = { ...rise, inShare: 0.8, and: { trust: falling } };
  const run = (rises: boolean, falls: boolean): Numbers => ({
    rate: [0.2, rises ? 0.3 : 0.1],
    trust: [0.5, falls ? 0.4 : 0.6],
  });

  it('count the replicates in which all conditions hold together', () => {
    const eight = Array.from({ length: 8 }, () => run(true, true));
    const claim = judged(joint, [...eight, run(true, false), run(false, true)]);
    expect(claim).toMatchObject({ verdict: 'holds', runs: { claimed: 0.8, holding: 8, defined: 10 } });
    const fewer = judged(joint, [...eight.slice(1), run(false, true), run(true, false), run(true, false)]);
    expect(fewer).toMatchObject({ verdict: 'fails', runs: { holding: 7, defined: 10 } });
  });

  it('leave out replicates in which a condition is undefined, and need enough of the others', () => {
    const undefinedOne: Numbers = { rate: [null, 0.3], trust: [0.5, 0.4] };
    const four = judged(joint, [
      run(true, true),
      run(true, true),
      undefinedOne,
      run(true, true),
      run(true, true),
    ]);
    expect(four).toMatchObject({ verdict: 'untold', runs: { holding: 4, defined: 4 } });
    const five = judged(joint, [...Array.from({ length: 5 }, () => run(true, true)), undefinedOne]);
    expect(five).toMatchObject({ verdict: 'holds', runs: { holding: 5, defined: 5 } });
  });
});

it('a fold goes on from its stored state to the same last digit', () => {
  const claim = { ...rise, inShare: 0.5, and: { luck: { measure: 'outcome.rate', is: 'above' } } };
  const whole = foldOf(claim);
  const half = foldOf(claim);
  rising.forEach((each, replicate) => {
    whole.add(replicateOf(replicate, each));
    if (replicate < 3) half.add(replicateOf(replicate, each));
  });
  const { scenario } = openSmall({ designs, measures: { claims: { one: claim } } }).designs[0];
  const plan = {
    designs: ['block', 'counts'],
    base: 'block',
    isLogScaled: () => false,
    settings: scenario.measures,
  };
  const resumed = ReplicateFold.restore(plan, JSON.parse(JSON.stringify(half.state())));
  rising.slice(3).forEach((each, index) => {
    resumed.add(replicateOf(3 + index, each));
  });
  expect(JSON.stringify([resumed.claims(), resumed.state()])).toBe(
    JSON.stringify([whole.claims(), whole.state()]),
  );
});
