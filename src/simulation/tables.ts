import { writeCaseworkerId } from '../model/build/caseworkers.ts';
import { writeClientId } from '../model/build/people.ts';
import { weekOf } from '../model/clock.ts';
import type { World } from '../model/world.ts';
import type { TableColumn } from './contract.ts';

const statuses = ['future', 'attached', 'declined', 'refused', 'droppedOut', 'completed', 'prevented'];

/** Everybody who was referred: who they are, how the programme went, and what came of client and twin. */
export function clientTable(world: World): TableColumn[] {
  const { people, service, clients, twins, names } = world;
  const rows = Array.from({ length: people.count }, (_, row) => row);
  const text = (name: string, read: (row: number) => string): TableColumn => ({
    name,
    type: 'STRING',
    data: rows.map(read),
  });
  const number = (name: string, data: ArrayLike<number>): TableColumn => ({ name, type: 'DOUBLE', data });
  const whole = (name: string, data: ArrayLike<number>): TableColumn => ({
    name,
    type: 'INT32',
    data: Int32Array.from(data),
  });
  const weeks = (name: string, steps: Int32Array): TableColumn =>
    whole(
      name,
      steps.map((step) => weekOf(world.clock, step)),
    );
  return [
    text('client', (row) => writeClientId(people.id[row])),
    weeks('referredWeek', people.referredAt),
    text('group', (row) => names.groups[people.group[row]]),
    text('office', (row) => names.offices[service.office[row]]),
    number('need', people.need),
    whole(
      'fifth',
      people.fifth.map((fifth) => fifth + 1),
    ),
    number('motivation', people.motivation),
    text('status', (row) => statuses[service.status[row]]),
    weeks('attachedWeek', service.attachedAt),
    weeks('endedWeek', service.endedAt),
    number('contactHours', service.contactHours),
    number('trust', service.trust),
    ...names.barriers.map((name, k) => number(`barrier.${name}`, clients.barriers[k])),
    ...names.events.map((name, event) => weeks(`first.${name}`, clients.firstEvent[event])),
    ...names.events.map((name, event) => weeks(`twin.first.${name}`, twins.firstEvent[event])),
  ];
}

/** All caseworkers: who they are and how they ended the run. */
export function caseworkerTable(world: World): TableColumn[] {
  const { caseworkers, names } = world;
  const rows = Array.from({ length: caseworkers.count }, (_, row) => row);
  const text = (name: string, read: (row: number) => string): TableColumn => ({
    name,
    type: 'STRING',
    data: rows.map(read),
  });
  return [
    text('caseworker', (row) => writeCaseworkerId(caseworkers.id[row])),
    text('role', (row) => names.roles[caseworkers.role[row]]),
    text('office', (row) => names.offices[caseworkers.office[row]]),
    text('disposition', (row) => names.dispositions[caseworkers.disposition[row]]),
    { name: 'skill', type: 'DOUBLE', data: caseworkers.skill },
    { name: 'chemistry', type: 'DOUBLE', data: caseworkers.chemistry },
    { name: 'burnout', type: 'DOUBLE', data: caseworkers.burnout },
    {
      name: 'goalStrain',
      type: 'DOUBLE',
      data: rows.map((row) =>
        caseworkers.strainHours[row] > 0 ? caseworkers.strain[row] / caseworkers.strainHours[row] : null,
      ),
    },
  ];
}
