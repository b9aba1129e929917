import { describe, expect, it } from 'vitest';
import { decisions, drawStream, pow, seedKey } from '../../src/random/index.ts';
import { cumulativeIncidence, incidenceAt, kaplanMeier, survivalAt } from '../../src/statistics/index.ts';
import { expectEach } from './expectEach.ts';

const stream = drawStream(seedKey('competing exits'), 0, decisions.shock);

describe('cumulative incidence with competing exits', () => {
  it('by hand', () => {
    // Ten people: week 1 one job, one drop-out; week 2 two end of following, two jobs; week 3 one drop-out, rest go on.
    const weeks = [1, 1, 2, 2, 2, 2, 3, 4, 4, 4];
    const causes = [1, 2, 0, 0, 1, 1, 2, 0, 0, 0];
    const found = cumulativeIncidence(weeks, causes, 2, 4);
    expect(Array.from(found.atRisk)).toEqual([10, 10, 8, 4, 3]);
    // Jobs: .1, then .8·2/8 = .2 more. Drop-outs: .1, then .6·1/4 = .15 more.
    expectEach(found.byCause[0], [0, 0.1, 0.3, 0.3, 0.3], 14);
    expectEach(found.byCause[1], [0, 0.1, 0.1, 0.25, 0.25], 14);
    expectEach(found.remaining, [1, 0.8, 0.6, 0.45, 0.45], 14);
  });

  it('sums over causes to 1 − Kaplan–Meier of any exit, with weights too', () => {
    const n = 600;
    const weeks = Array.from({ length: n }, (_, i) => Math.floor(stream.uniform(i, 1) * 60));
    const causes = Array.from({ length: n }, (_, i) => Math.floor(stream.uniform(i, 2) * 4));
    const weights = Array.from({ length: n }, (_, i) => stream.uniform(i, 3));
    const found = cumulativeIncidence(weeks, causes, 3, 59, weights);
    const any = kaplanMeier(
      weeks,
      causes.map((cause) => (cause > 0 ? 1 : 0)),
      weights,
    );
    for (let t = 0; t < 60; t++) {
      const left = found.byCause[0][t] + found.byCause[1][t] + found.byCause[2][t];
      expect(left + found.remaining[t]).toBeCloseTo(1, 12);
      expect(found.remaining[t]).toBeCloseTo(survivalAt(any, t)!, 10);
    }
  });

  it('without censoring is the plain share of those who left', () => {
    const found = cumulativeIncidence([0, 1, 1, 2], [1, 2, 1, 1], 2, 3);
    expect(Array.from(found.byCause[0])).toEqual([0.25, 0.5, 0.75, 0.75]);
    expect(Array.from(found.byCause[1])).toEqual([0, 0.25, 0.25, 0.25]);
    // All have left by week 2, so week 3 is known although nobody is followed into it.
    expect([found.followedTo, incidenceAt(found, 1, 3)]).toEqual([2, 0.75]);
  });

  it('is right under administrative censoring where raw shares are not', () => {
    // 1% a week find a job, 0.5% drop out; people come evenly over 100 weeks and all following ends in week 100.
    const n = 20_000;
    const weeks = new Float64Array(n);
    const causes = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      const last = 100 - Math.floor(stream.uniform(i, 10) * 100);
      weeks[i] = last;
      for (let t = 1; t <= last; t++) {
        const u = stream.uniform(i, 100 + t);
        if (u < 0.015) {
          weeks[i] = t;
          causes[i] = u < 0.01 ? 1 : 2;
          break;
        }
      }
    }
    const found = cumulativeIncidence(weeks, causes, 2, 100);
    const truth = (2 / 3) * (1 - pow(0.985, 80));
    // Standard error at week 80 below 0.009 (a fifth are followed that long); five of them: false alarm 6e-7.
    expect(Math.abs(incidenceAt(found, 1, 80)! - truth)).toBeLessThan(0.045);
    const raw = causes.filter((cause) => cause === 1).length / n;
    expect(truth - raw).toBeGreaterThan(0.1);
  });

  it('says so where nobody was followed that long', () => {
    const found = cumulativeIncidence([3, 5], [1, 0], 1, 10);
    expect([incidenceAt(found, 1, 5), incidenceAt(found, 1, 6), incidenceAt(found, 1, 11)]).toEqual([
      0.5,
      null,
      null,
    ]);
    expect(incidenceAt(cumulativeIncidence([], [], 1, 5), 1, 0)).toBeNull();
  });

  it('counts who is followed beyond the horizon as at risk all through it', () => {
    const found = cumulativeIncidence([2, 50], [1, 1], 1, 10);
    expect([incidenceAt(found, 1, 1), incidenceAt(found, 1, 10), found.atRisk[10]]).toEqual([0, 0.5, 1]);
  });
});
