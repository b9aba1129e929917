import { describe, expect, it } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
import type { WorldObservers } from '../../src/measures/registry.ts';
import { waiting } from '../../src/measures/waiting.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const measured = (...patches: Patch[]): Record<string, number | null> => {
  const loaded = openSmall(...patches);
  let observers: WorldObservers | undefined;
  const world = runSmall(loaded, {
    prepare: (made) => {
      observers = createObservers([waiting.id], made, loaded.designs[0].scenario);
    },
    look: (now) => observers?.observe(now),
  });
  return Object.fromEntries(
    observers!.finish(world, {}).rows.map((row) => [measureKey(row.measure, row.slice), row.value]),
  );
};

/** Everybody leaves on the day, so that those who wait are those who came: ten a day in two offices of two posts. */
const tenADay: Patch = {
  clock: { step: 'day', workingDays: 7, referralWeeks: 8 },
  clients: { referrals: { value: 70 } },
  caseworkers: {
    assignment: 'pooled',
    roles: { adviser: { posts: 4, hoursPerWeek: 28, fullLoad: 0.001, claims: { working: 0 } } },
  },
  pathway: { programme: { uptake: 1, stay: 0.1 }, transitions: { findsWork: { hazard: 0 } } },
};

describe('who waits', () => {
  it('is counted per caseworker at work when a step begins, by role and office', () => {
    const found = measured(tenADay, {
      caseworkers: {
        // One of two posts of each office is on duty on any day.
        roles: { adviser: { shiftHours: 8 }, broker: { claims: { searching: 0, working: 1 } } },
      },
    });
    expect(found['waiting.perCaseworker']).toBeCloseTo(5, 9);
    // Brokers are at work, and nobody claims them.
    expect(found['waiting.perCaseworker[role=broker]']).toBe(0);
    const of = (office: string) => found[`waiting.perCaseworker[role=adviser,office=${office}]`]!;
    // 560 people in 56 steps, shared by chance: five standard deviations of a half are 1.06.
    expect((of('north') + of('south')) / 2).toBeCloseTo(5, 9);
    expect(Math.abs(of('north') - 5)).toBeLessThan(1.06);
  });

  it('has nobody at work whose whole day goes to duties that come first', () => {
    const court = (hours: number): number | null => {
      // 16.8 contact hours a week are 2.4 on each day: an item of as much takes the day, on one day in two.
      const duty = { kind: 'otherWork', role: 'adviser', item: hours, ask: 'poisson(3.5)', first: true };
      return measured(tenADay, { caseworkers: { duties: { court: duty } } })['waiting.perCaseworker'];
    };
    expect(court(1)).toBeCloseTo(2.5, 9);
    expect(court(2.3)).toBeCloseTo(2.5, 9);
    // A day is free with chance e^(-1/2) = 0.607; days on which nobody is free are left out.
    expect(court(2.4)).toBeGreaterThan(3.3);
    expect(court(2.4)).toBeLessThan(4.2);
  });
});
