import { expect, it } from 'vitest';
import { Tallies } from '../../src/measures/tallies.ts';
import { Status } from '../../src/model/service.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Who works still counts, and is the broker's alone. */
const handedOver: Patch = {
  pathway: { stages: { working: { counts: true } } },
  caseworkers: { roles: { adviser: { claims: { working: 0 } } } },
};

it('hours of a role are those of weeks that end in a stage that it serves, as are the weeks they are held against', () => {
  const loaded = openSmall(handedOver);
  let tallies: Tallies | undefined;
  const hours = new Map<number, number>();
  let ofMovers = 0;
  runSmall(loaded, {
    prepare: (made) => {
      tallies = new Tallies(made, loaded.designs[0].scenario.measures);
    },
    look: (now) => {
      tallies!.observe(now);
      const { service, clients, names } = now;
      const searching = names.stages.indexOf('searching');
      service.hours[0].forEach((given, row) => {
        if (!(given > 0) || service.status[row] !== Status.attached) return;
        if (clients.stage[row] === searching) hours.set(row, (hours.get(row) ?? 0) + given);
        else ofMovers += given;
      });
    },
  });
  expect(ofMovers).toBeGreaterThan(0);
  const counted = [...tallies!.roleHours[0].entries()].filter(([, sum]) => sum > 0);
  expect(counted.length).toBeGreaterThan(20);
  expect(counted).toEqual([...hours.entries()].sort(([a], [b]) => a - b));
  for (const [row] of counted) expect(tallies!.claimWeeksOf(0)[row]).toBeGreaterThan(0);
});
