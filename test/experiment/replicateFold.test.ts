import { describe, expect, it } from 'vitest';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import type { ReplicateResult } from '../../src/simulation/contract.ts';
import { fakePlan, fakeReplicate } from './fakeReplicate.ts';

function foldOf(replicates: number): ReplicateFold {
  const fold = new ReplicateFold(fakePlan);
  for (let replicate = 0; replicate < replicates; replicate++) fold.add(fakeReplicate(replicate));
  return fold;
}

const valuesOf = (design: number, row: number, replicates: number) =>
  Array.from({ length: replicates }, (_, r) => fakeReplicate(r).designs[design].rows[row].value as number);

const meanOf = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

function sdOf(values: number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
}

/** t quantiles at 97.5% from printed tables. */
const t9 = 2.262157;

describe('replicate fold', () => {
  it('gives mean, sd, 95% t interval of the mean and spread of runs', () => {
    const summary = foldOf(10).summaries().asBuilt['outcome.rate[fifth=5]'];
    const values = valuesOf(0, 1, 10);
    expect(summary.n).toBe(10);
    expect(summary.mean).toBeCloseTo(meanOf(values), 14);
    expect(summary.sd).toBeCloseTo(sdOf(values), 14);
    expect(summary.lo).toBeCloseTo(meanOf(values) - (t9 * sdOf(values)) / Math.sqrt(10), 8);
    expect(summary.hi).toBeCloseTo(meanOf(values) + (t9 * sdOf(values)) / Math.sqrt(10), 8);
    expect(summary.spreadLo).toBeCloseTo(meanOf(values) - t9 * sdOf(values), 8);
    expect(summary.spreadHi).toBeCloseTo(meanOf(values) + t9 * sdOf(values), 8);
    expect(summary).not.toHaveProperty('why');
  });

  it('takes the interval of a log-scaled measure on the logarithm', () => {
    const summary = foldOf(10).summaries().asBuilt['creaming.ratio'];
    const logs = valuesOf(0, 3, 10).map(Math.log);
    const half = (t9 * sdOf(logs)) / Math.sqrt(10);
    expect(summary.mean).toBeCloseTo(Math.exp(meanOf(logs)), 12);
    expect(summary.lo).toBeCloseTo(Math.exp(meanOf(logs) - half), 7);
    expect(summary.hi).toBeCloseTo(Math.exp(meanOf(logs) + half), 7);
    expect(summary.sd).toBeCloseTo(sdOf(valuesOf(0, 3, 10)), 12);
  });

  it('counts only replicates in which a measure is defined, and says why', () => {
    const measures = foldOf(7).summaries().asBuilt;
    expect(measures['harm.parking']).toMatchObject({ mean: null, n: 0, why: 'nobody was parked' });
    expect(measures['cost.perAdditional'].n).toBe(5);
    expect(measures['cost.perAdditional'].why).toBe('undefined in 2 of 7 replicates: no additional outcome');
  });

  it('has a mean and no interval with one replicate', () => {
    const fold = foldOf(1);
    expect(fold.summaries().asBuilt['outcome.rate']).toEqual({
      mean: fakeReplicate(0).designs[0].rows[0].value,
      sd: null,
      n: 1,
      lo: null,
      hi: null,
      spreadLo: null,
      spreadHi: null,
    });
    expect(fold.summaries().asBuilt['creaming.ratio'].mean).toBe(fakeReplicate(0).designs[0].rows[3].value);
    expect(fold.weekly()[1]).toMatchObject({ week: 1, mean: 20, lo: 20, hi: 20, n: 1 });
  });

  it('pairs differences from the base by replicate', () => {
    const differences = foldOf(10).differences();
    expect(differences.every(({ design, base }) => design === 'outcomeOnly' && base === 'asBuilt')).toBe(
      true,
    );
    const rate = differences.find(({ measure, slice }) => measure === 'outcome.rate' && slice === '')!;
    // The luck is common, so it cancels: without pairing the sd would be about 0.006.
    expect(rate.mean).toBeCloseTo(0.05, 12);
    expect(rate.sd).toBeLessThan(1e-12);
    const same = differences.find(({ measure }) => measure === 'hours.byDisposition')!;
    expect(same).toMatchObject({ mean: 0, sd: 0, lo: 0, hi: 0, n: 10 });
    expect(differences.find(({ measure }) => measure === 'harm.parking')).toMatchObject({ mean: null, n: 0 });
    expect(differences.find(({ measure }) => measure === 'cost.perAdditional')!.n).toBe(7);
  });

  it('averages weekly series and leaves out weeks without a value', () => {
    const weekly = foldOf(10).weekly();
    expect(weekly.find((row) => row.series === 'caseload' && row.week === 1)!.mean).toBeCloseTo(24.5, 12);
    expect(weekly.some((row) => row.series === 'paid' && row.week === 0)).toBe(false);
    expect(weekly.map(({ design }) => design)).toEqual([...weekly.map(({ design }) => design)].sort());
  });

  it('goes on from its stored state to the same last digit', () => {
    const halfway = JSON.parse(JSON.stringify(foldOf(6).state()));
    const resumed = ReplicateFold.restore(fakePlan, halfway);
    expect(resumed.count).toBe(6);
    for (let replicate = 6; replicate < 13; replicate++) resumed.add(fakeReplicate(replicate));
    const whole = foldOf(13);
    const allOf = (fold: ReplicateFold) =>
      JSON.stringify([fold.summaries(), fold.differences(), fold.weekly()]);
    expect(allOf(resumed)).toBe(allOf(whole));
    expect(JSON.stringify(resumed.state())).toBe(JSON.stringify(whole.state()));
  });

  it('holds no more after 500 replicates than after 5', () => {
    const size = (replicates: number) => {
      const { designs } = foldOf(replicates).state();
      return Object.values(designs).flatMap((d) => [...d.measures, ...d.differences, ...d.weekly]).length;
    };
    expect(size(500)).toBe(size(5));
  });

  it('refuses a replicate out of turn, other designs, a doubled measure and NaN', () => {
    const fold = foldOf(2);
    expect(() => fold.add(fakeReplicate(3))).toThrow('replicate 3 came where 2 is the next');
    const other = fakeReplicate(2);
    other.designs.pop();
    expect(() => fold.add(other)).toThrow('has the designs asBuilt; expected asBuilt, outcomeOnly');
    const doubled = fakeReplicate(2);
    doubled.designs[1].rows.push(doubled.designs[1].rows[1]);
    expect(() => fold.add(doubled)).toThrow('design outcomeOnly: outcome.rate[fifth=5] is given twice');
    const broken = fakeReplicate(2);
    broken.designs[0].rows[0].value = Number.NaN;
    expect(() => fold.add(broken)).toThrow('outcome.rate is NaN');
    expect(fold.count).toBe(2);
  });

  it('takes rows in whatever order a replicate has them, and rows that only some replicates have', () => {
    const shuffled = (replicate: number): ReplicateResult => {
      const result = fakeReplicate(replicate);
      if (replicate % 2 === 0) return result;
      const [base, other] = result.designs;
      const designs = [base, { ...other, rows: [...other.rows].reverse() }];
      return { ...result, designs: replicate % 4 === 1 ? designs : result.designs };
    };
    const [plain, mixed] = [fakeReplicate, shuffled].map((replicateOf) => {
      const fold = new ReplicateFold(fakePlan);
      for (let replicate = 0; replicate < 9; replicate++) {
        const result = replicateOf(replicate);
        const extra = { measure: 'spend.total', slice: '', value: replicate };
        if (replicate === 5) for (const design of result.designs) design.rows = [extra, ...design.rows];
        fold.add(result);
      }
      return fold;
    });
    expect(mixed.summaries()).toEqual(plain.summaries());
    expect(mixed.differences()).toEqual(plain.differences());
    expect(plain.summaries().outcomeOnly['spend.total']).toMatchObject({ n: 1, mean: 5 });
  });
});
