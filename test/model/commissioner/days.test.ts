import { describe, expect, it } from 'vitest';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { reviewed } from './programme.ts';

const days: Patch = {
  clock: { step: 'day', referralWeeks: 12, followUp: 8 },
  clients: { referrals: { dist: 'poisson', value: null, mean: 12 } },
  pathway: { milestones: { sustained: { rule: 'consecutive', weeks: 4, of: null } } },
  measures: { horizon: 8, window: 8 },
};

describe('reviews in steps of a day', () => {
  it('come after as many days as the weeks have, and see weeks of days', () => {
    const review = { kind: 'renew', first: 8, lag: 1, window: 6, every: 3, bar: 5 };
    const world = runSmall(openSmall(...reviewed(review), days));
    expect(world.commissioner.held.map(({ step }) => step + 1)).toEqual([56, 77]);
    const { ended } = world.commissioner.held[0];
    expect(world.offices.contractEnded[ended?.office as number]).toBe(56);
    expect(world.commissioner.held[1].offices).not.toContain(ended?.office);
  });

  it('may begin with a dated change: before it nothing is held', () => {
    const board = { kind: 'push', event: 'jobStart', aim: 5, first: 1, every: 4, lag: 0 };
    const timeline = { start: { at: 10, set: { commissioner: { reviews: { board } } } } };
    const world = runSmall(
      openSmall(...reviewed({ kind: 'push', event: 'jobStart', aim: 0.1, first: 2, lag: 0 }), { timeline }),
    );
    const steps = world.commissioner.held.filter(({ name }) => name === 'board').map(({ step }) => step + 1);
    expect(steps[0]).toBe(13);
    expect(steps[1]).toBe(17);
  });
});
