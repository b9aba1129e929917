import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt, survivalQuantile } from '../../src/statistics/index.ts';
import { expectEach } from './expectEach.ts';

/** Weeks of remission under 6-MP (Freireich et al. 1963), the example of the textbooks; 0 = still in remission. */
const weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const relapse = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];

describe('Kaplan–Meier', () => {
  it('of the leukaemia trial, with Greenwood’s standard errors', () => {
    const curve = kaplanMeier(weeks, relapse);
    expect(Array.from(curve.times)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(Array.from(curve.atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(Array.from(curve.events)).toEqual([3, 1, 1, 1, 1, 1, 1]);
    expectEach(curve.survival, [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482], 4);
    expectEach(curve.standardError, [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346], 4);
    expect(survivalQuantile(curve, 0.5)).toBe(23);
    expect(survivalQuantile(curve, 0.25)).toBe(13);
    expect(survivalQuantile(curve, 0.9)).toBeNull();
  });
  it('does not depend on the order of people', () => {
    const turned = kaplanMeier([...weeks].reverse(), [...relapse].reverse());
    expect(turned).toEqual(kaplanMeier(weeks, relapse));
  });
  it('knows how far it knows', () => {
    const curve = kaplanMeier(weeks, relapse);
    expect(survivalAt(curve, 5)).toBe(1);
    expect(survivalAt(curve, 23)).toBe(curve.survival[6]);
    expect(survivalAt(curve, 35)).toBe(curve.survival[6]);
    expect(survivalAt(curve, 36)).toBeNull();
    const ended = kaplanMeier([1, 2], [1, 1]);
    expect(Array.from(ended.survival)).toEqual([0.5, 0]);
    expect([survivalAt(ended, 99), survivalQuantile(ended, 0.5), survivalQuantile(ended, 1)]).toEqual([
      0, 1, 2,
    ]);
  });
  it('without censoring is the plain share; weights are people', () => {
    const plain = kaplanMeier([3, 1, 2, 2], [1, 1, 1, 1]);
    expect(Array.from(plain.survival)).toEqual([0.75, 0.25, 0]);
    expect(kaplanMeier([3, 1, 2, 9], [1, 1, 1, 0], [1, 1, 2, 0])).toEqual(plain);
  });
  it('of nobody, and where nothing ever happens', () => {
    expect(survivalAt(kaplanMeier([], []), 1)).toBeNull();
    const quiet = kaplanMeier([5, 6], [0, 0]);
    expect([quiet.times.length, survivalAt(quiet, 6), survivalQuantile(quiet, 0.5)]).toEqual([0, 1, null]);
  });
});
