import { describe, expect, it } from 'vitest';
import { createObservers } from '../../src/measures/index.ts';
import type { WorldObservers } from '../../src/measures/registry.ts';
import { waiting } from '../../src/measures/waiting.ts';
import { measureKey } from '../../src/tables/rows.ts';
import { openSmall, runSmall } from '../support/smallScenario.ts';

describe('who waits', () => {
  it('is counted per caseworker at work when a step begins, by role and office', () => {
    const loaded = openSmall({
      clock: { step: 'day', workingDays: 7, referralWeeks: 8 },
      clients: { referrals: { value: 70 } },
      caseworkers: {
        assignment: 'pooled',
        roles: {
          // One of two posts of each office is on duty on any day.
          adviser: { posts: 4, hoursPerWeek: 28, shiftHours: 8, fullLoad: 0.001, claims: { working: 0 } },
          broker: { claims: { searching: 0, working: 1 } },
        },
      },
      // Everybody leaves on the day, so that those who wait are those who came: ten a day in two offices.
      pathway: { programme: { uptake: 1, stay: 0.1 }, transitions: { findsWork: { hazard: 0 } } },
    });
    let observers: WorldObservers | undefined;
    const world = runSmall(loaded, {
      prepare: (made) => {
        observers = createObservers([waiting.id], made, loaded.designs[0].scenario);
      },
      look: (now) => observers?.observe(now),
    });
    const found = Object.fromEntries(
      observers!.finish(world, {}).rows.map((row) => [measureKey(row.measure, row.slice), row.value]),
    );
    expect(found['waiting.perCaseworker']).toBeCloseTo(5, 9);
    // Brokers are at work, and nobody claims them.
    expect(found['waiting.perCaseworker[role=broker]']).toBe(0);
    const of = (office: string) => found[`waiting.perCaseworker[role=adviser,office=${office}]`]!;
    // 560 people in 56 steps, shared by chance: five standard deviations of a half are 1.06.
    expect((of('north') + of('south')) / 2).toBeCloseTo(5, 9);
    expect(Math.abs(of('north') - 5)).toBeLessThan(1.06);
  });
});
