import { describe, expect, it } from 'vitest';
import type { Patch } from '../support/smallScenario.ts';
import { observed } from './observed.ts';

/** A market with so many openings a week, for which everybody competes. */
const market = (perWeek: number): Patch => ({
  world: { openings: { jobs: { perWeek } } },
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
});
const short = (patch: Patch) => observed(patch, ['openings']).of;

describe('weeks in which openings ran out', () => {
  it('are all weeks in which anybody was ready, where there are none', () => {
    const of = short(market(0));
    expect(of('openings.short')).toBeGreaterThan(0.5);
    expect(of('openings.short[pool=jobs]')).toBe(of('openings.short'));
  });

  it('are none where there are more openings than people, and have no value without a market', () => {
    expect(short(market(100_000))('openings.short')).toBe(0);
    expect(short({})('openings.short')).toBeNull();
  });

  it('grow fewer as openings grow', () => {
    const shares = [0.2, 1, 3, 10].map((perWeek) => short(market(perWeek))('openings.short')!);
    expect(shares.toSorted((a, b) => b - a)).toEqual(shares);
    expect(shares[0]).toBeGreaterThan(shares[3]);
  });
});
