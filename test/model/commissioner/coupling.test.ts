import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { pictures, reviewed } from './programme.ts';

const board = (coupling: Patch, more: Patch = {}): Patch[] =>
  reviewed(
    { kind: 'prioritise', event: 'jobStart', aim: 0.9, first: 16, every: 4, ...more },
    {
      commissioner: { coupling },
    },
  );
const run = (coupling: Patch, more: Patch = {}): World => runSmall(openSmall(...board(coupling, more)));
const priorities = (world: World): number[] => [...world.commissioner.priority];

describe('the priorities of a board', () => {
  it('go to the one kind of which the indicator speaks where no story is heard', () => {
    const [service, change, maintenance] = priorities(run({ stories: 0, strength: 0.5 }));
    // Seven reviews, each half of the way from a third.
    expect(change).toBeCloseTo(1 - (2 / 3) * 0.5 ** 7, 12);
    expect(service).toBeCloseTo(maintenance, 12);
    expect(priorities(run({ stories: 0 }, { speaksOf: 'service' }))[0]).toBeCloseTo(change, 12);
  });

  it('stay where nothing is lacking, and where a review moves nothing', () => {
    expect(priorities(run({ stories: 0 }, { aim: 0.0001 }))).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(priorities(run({ stories: 1, strength: 0 }))).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('sum to 1 and are others where stories are heard, which is counted', () => {
    const heard = run({ stories: 1 });
    const sum = priorities(heard).reduce((a, b) => a + b);
    expect(sum).toBeCloseTo(1, 12);
    expect(priorities(heard)).not.toEqual(priorities(run({ stories: 0 })));
    // Priorities that stories never moved are kept beside them.
    expect([...heard.commissioner.priorityUnheard]).toEqual(priorities(run({ stories: 0 })));
    expect(heard.commissioner.held.length).toBe(7);
  });

  it('can be decided by stories: trust that is lost makes service come first', () => {
    const lost: Patch = {
      caseworkers: { roles: { adviser: { hoursPerWeek: 0 } } },
      clients: { change: { wear: 0 } },
    };
    const loaded = openSmall(...board({ stories: 1 }), lost);
    const world = runSmall(loaded);
    const [service, change, maintenance] = priorities(world);
    // Nobody is met: all have lost trust and nobody has changed for the better; nobody gets worse without wear.
    expect(service).toBeCloseTo(change, 2);
    expect(maintenance).toBeLessThan(0.02);
    const split = runSmall(openSmall(...board({ stories: 0.6 }, { speaksOf: 'maintenance' }), lost));
    expect(split.commissioner.held.every((review) => review.changedByStories)).toBe(true);
  });
});

describe('coupling', () => {
  it('moves no hour where goals are not understood, however much stories move the board', () => {
    const silent = pictures(board({ stories: 0 }));
    const told = pictures(board({ stories: 1 }));
    expect(told).toEqual(silent);
  });

  it('moves hours from the first step on where goals are understood, and by stories after the first review', () => {
    const loose = pictures(board({}));
    const silent = pictures(board({ understood: 0.7, stories: 0 }));
    const told = pictures(board({ understood: 0.7, stories: 1 }));
    const differ = (a: string[], b: string[]) => a.findIndex((picture, step) => picture !== b[step]);
    expect(differ(loose, silent)).toBe(0);
    expect(differ(silent, told)).toBeGreaterThanOrEqual(16);
  });

  it('moves nothing where nobody wants payoff: there is no weight to turn', () => {
    const off: Patch = { caseworkers: { motives: { payoff: 0 } } };
    expect(pictures([...board({ understood: 1 }), off])).toEqual(pictures([...board({}), off]));
  });

  it('makes a weight of payoff a weight of need where all of it is turned to maintenance', () => {
    // Payoff 1 turned whole to maintenance is need 1: V of need is apparent need over its mean, times the weight.
    const mix = (weights: Patch): Patch => ({
      caseworkers: {
        dispositions: { own: weights },
        roles: {
          adviser: { mix: { entrepreneur: null, caregiver: null, own: 1 } },
          broker: { mix: { bureaucrat: null, own: 1 } },
        },
      },
      activities: { course: null },
    });
    const priority = { service: 0, change: 0, maintenance: 1 };
    const none = Object.fromEntries(
      ['payoff', 'mandate', 'gain', 'need', 'deserving', 'ease', 'turn', 'voice'].map((motive) => [
        motive,
        0,
      ]),
    );
    const hoursOf = (patches: Patch[]) => {
      const hours: number[] = [];
      runSmall(openSmall(...patches), { look: ({ service }) => void hours.push(...service.hours[0]) });
      return hours;
    };
    const turned = hoursOf([...board({ understood: 1, strength: 0, priority }), mix({ ...none, payoff: 1 })]);
    const need = hoursOf([...board({}), mix({ ...none, need: 1 })]);
    expect(turned.length).toBe(need.length);
    turned.forEach((hours, at) => {
      expect(hours).toBeCloseTo(need[at], 5);
    });
  });
});

describe('goals that are no longer understood', () => {
  it('move nobody, not even to those whom they moved before', () => {
    // At first nobody has more than one client, who gets all hours whatever moves the caseworker.
    const few: Patch = {
      clients: { referrals: { dist: 'constant', value: 2 } },
      incentives: { start: null, lasting: null, joining: null },
    };
    const forgotten: Patch = {
      commissioner: { coupling: { understood: 0.8 } },
      timeline: { forgotten: { at: 1, set: { commissioner: { coupling: { understood: 0 } } } } },
    };
    const [never, once] = [few, { ...few, ...forgotten }].map((patch) => runSmall(openSmall(patch)));
    for (const table of ['clients', 'service', 'caseworkers'] as const)
      expect(copyOf(once[table])).toEqual(copyOf(never[table]));
    const always = runSmall(openSmall(few, { commissioner: { coupling: { understood: 0.8 } } }));
    expect(copyOf(always.service)).not.toEqual(copyOf(never.service));
  });
});
