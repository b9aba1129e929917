import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const lasting = (weeks: number, more: Patch = {}): Patch => ({
  emits: 'sustained',
  after: 'jobStart',
  stages: { working: true },
  rule: 'cumulative',
  weeks,
  ...more,
});

/** Nobody is paid for what lasts and nobody leaves because of it: milestones then move no life. */
const run = (milestones: Patch, more: Patch = {}): World =>
  runSmall(
    openSmall(
      { pathway: { sustainedEvent: '', milestones: { sustained: null, ...milestones } } },
      { incentives: { lasting: null } },
      more,
    ),
  );

const times = (world: World, twin: boolean): number[] => [
  ...(twin ? world.twins : world.clients).firstEvent[world.names.events.indexOf('sustained')],
];

describe('milestones for groups', () => {
  it.each([false, true])('are reached by their own groups when these reach them, twins: %s', (twin) => {
    const both = run({
      short: lasting(5, { groups: { near: true } }),
      long: lasting(12, { groups: { near: false } }),
    });
    const short = times(run({ short: lasting(5) }), twin);
    const long = times(run({ long: lasting(12) }), twin);
    const { group } = both.people;
    expect(times(both, twin)).toEqual(short.map((step, row) => (group[row] === 0 ? step : long[row])));
    for (const of of [0, 1]) {
      const some = short.filter((step, row) => group[row] === of && step >= 0 && step !== long[row]);
      expect(some.length).toBeGreaterThan(0);
    }
  });

  it('end attachment when the client’s own last one is reached, whatever those of other groups are', () => {
    const { service, people, names } = run(
      { near: lasting(5, { groups: { near: true } }), far: lasting(8, { groups: { far: true } }) },
      { pathway: { sustainedEvent: 'sustained' } },
    );
    const reached = service.hadFirst[names.events.indexOf('sustained')];
    for (const group of [0, 1]) {
      const rows = [...people.group.keys()].filter((row) => people.group[row] === group && reached[row] >= 0);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(service.endedAt[row]).toBe(reached[row]);
    }
  });

  it('are expected of their groups alone', () => {
    const paid = (groups: Patch): number[] => {
      const world = runSmall(
        openSmall({
          pathway: {
            programme: { uptake: 1, dropOut: 0 },
            milestones: { sustained: null, all: lasting(5, { groups }) },
          },
          caseworkers: {
            dispositions: { paid: { payoff: 1 } },
            roles: { adviser: { posts: 1, mix: { entrepreneur: null, caregiver: null, paid: 1 } } },
            beliefs: { priceSalience: 1, groupKnowledge: 1 },
          },
          incentives: { joining: null, start: null },
        }),
      );
      const hours = [0, 0];
      world.people.group.forEach((group, row) => {
        hours[group] += world.service.contactHours[row];
      });
      return hours;
    };
    const far = paid({})[1];
    const none = paid({ near: true });
    expect(far).toBeGreaterThan(5);
    expect(none[0]).toBeGreaterThan(20);
    // What the group is seen for is the weeks in which nobody with a price is there.
    expect(none[1]).toBeLessThan(far / 4);
  });

  it('leave no trace where all groups are named, and are checked by name', () => {
    const named = run({ all: lasting(5, { groups: { near: true, far: true } }) });
    expect(times(named, false)).toEqual(times(run({ all: lasting(5) }), false));
    expect(() => run({ all: lasting(5, { groups: { neer: true } }) })).toThrow(
      /milestones\.all\.groups\.neer[\s\S]*no group called "neer"[\s\S]*did you mean: near/,
    );
  });
});
