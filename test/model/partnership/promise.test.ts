import { describe, expect, it } from 'vitest';
import { type Considered, promisedEffort } from '../../../src/model/partnership/promise.ts';
import { exp } from '../../../src/random/index.ts';

const even = (partners: number, more: Partial<Considered> = {}): Considered => ({
  priority: 0.1,
  trust: 0.8,
  share: 1 / partners,
  influence: 1 / partners,
  coordination: 0,
  stake: 90_000,
  cost: 30_000 / partners,
  response: 1,
  ...more,
});

describe('the effort that a partner promises', () => {
  it('follows its closed form', () => {
    // x = 0.8 · (1/3 + 0.5 · 2/3) · 1/3 · 90,000 / 10,000 = 1.6
    expect(promisedEffort(even(3, { coordination: 0.5 }))).toBeCloseTo(1 - 0.9 * exp(-1.6), 12);
  });

  it('falls with every partner more that shares the same stake at the same joint cost, and only coordination keeps it up', () => {
    const alone = promisedEffort(even(1));
    const efforts = [2, 3, 5, 10].map((partners) => promisedEffort(even(partners)));
    for (const [at, effort] of efforts.entries())
      expect(effort).toBeLessThan(at === 0 ? alone : efforts[at - 1]);
    for (const partners of [2, 3, 5, 10])
      expect(promisedEffort(even(partners, { coordination: 1 }))).toBeCloseTo(alone, 12);
  });

  it('is local priority where nothing is at stake, rewards would be lost, nobody is trusted or nothing is looked at', () => {
    for (const none of [{ stake: 0 }, { stake: -5000 }, { trust: 0 }, { response: 0 }, { influence: 0 }])
      expect(promisedEffort(even(3, none))).toBe(0.1);
  });

  it('is full where effort costs nothing and anything is at stake, and never more', () => {
    expect(promisedEffort(even(3, { cost: 0 }))).toBe(1);
    expect(promisedEffort(even(3, { cost: 0, stake: 0 }))).toBe(0.1);
    expect(promisedEffort(even(3, { stake: 1e12 }))).toBe(1);
  });
});
