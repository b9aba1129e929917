import { writeCaseworkerId } from '../model/build/caseworkers.ts';
import { writeClientId } from '../model/build/people.ts';
import { weekOf } from '../model/clock.ts';
import type { StepColumn } from '../model/stepColumn.ts';
import type { World } from '../model/world.ts';
import type { TableColumn } from './contract.ts';

const statuses = ['future', 'attached', 'declined', 'refused', 'droppedOut', 'completed', 'prevented'];

const words = (name: string, list: readonly string[], numbers: ArrayLike<number>): TableColumn => ({
  name,
  type: 'WORD',
  data: Int16Array.from(numbers),
  words: list,
});

const number = (name: string, values: ArrayLike<number>): TableColumn => ({
  name,
  type: 'DOUBLE',
  data: Float64Array.from(values),
});

const whole = (name: string, values: ArrayLike<number>, read = (value: number) => value): TableColumn => ({
  name,
  type: 'INT32',
  data: Int32Array.from(values, read),
});

/** Everybody who was referred: who they are, how the programme went, and what came of client and twin. */
export function clientTable(world: World): TableColumn[] {
  const { people, service, clients, twins, names } = world;
  const weeks = (name: string, steps: StepColumn): TableColumn =>
    whole(name, steps, (step) => weekOf(world.clock, step));
  return [
    { name: 'client', type: 'ID', data: Uint32Array.from(people.id), of: 'client' },
    weeks('referredWeek', people.referredAt),
    words('group', names.groups, people.group),
    words('office', names.offices, service.office),
    number('need', people.need),
    whole('fifth', people.fifth, (fifth) => fifth + 1),
    number('motivation', people.motivation),
    words('status', statuses, service.status),
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
  return [
    { name: 'caseworker', type: 'ID', data: Uint32Array.from(caseworkers.id), of: 'caseworker' },
    words('role', names.roles, caseworkers.role),
    words('office', names.offices, caseworkers.office),
    words('disposition', names.dispositions, caseworkers.disposition),
    number('skill', caseworkers.skill),
    number('chemistry', caseworkers.chemistry),
    number('burnout', caseworkers.burnout),
    {
      name: 'goalStrain',
      type: 'DOUBLE',
      data: Float64Array.from(caseworkers.strain, (strain, row) =>
        caseworkers.strainHours[row] > 0 ? strain / caseworkers.strainHours[row] : Number.NaN,
      ),
    },
  ];
}

/** An id of a client or caseworker as tables write it. */
export function idText(of: 'client' | 'caseworker', id: number): string {
  return of === 'client' ? writeClientId(id) : writeCaseworkerId(id);
}
