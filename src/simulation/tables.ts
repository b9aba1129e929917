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

/** What a table is called among the results of a design. */
export type TableName = 'clients' | 'caseworkers';

/** Rows of a piece of a table: what is held at a time of a table that is never in memory as a whole. */
export const ROWS_PER_PIECE = 32_768;

/** The columns of a table for the rows `from … to − 1`. */
type Columns = (world: World, from: number, to: number) => TableColumn[];

/** Everybody who was referred: who they are, how the programme went, and what came of client and twin. */
export const clientTable = (world: World): TableColumn[] => clientRows(world, 0, clientCount(world));

/** All caseworkers: who they are and how they ended the run. */
export const caseworkerTable = (world: World): TableColumn[] =>
  caseworkerRows(world, 0, caseworkerCount(world));

/** Both tables piece by piece, clients first; a table without rows is one piece. Each is made when it is asked for. */
export function* piecesOfTables(world: World): Generator<{ table: TableName; columns: TableColumn[] }> {
  for (const [table, rows, count] of [
    ['clients', clientRows, clientCount(world)],
    ['caseworkers', caseworkerRows, caseworkerCount(world)],
  ] as [TableName, Columns, number][])
    for (let from = 0; from === 0 || from < count; from += ROWS_PER_PIECE)
      yield { table, columns: rows(world, from, Math.min(count, from + ROWS_PER_PIECE)) };
}

const clientCount = ({ people }: World): number => people.id.length;
const caseworkerCount = ({ caseworkers }: World): number => caseworkers.id.length;

const clientRows: Columns = (world, from, to) => {
  const { people, service, clients, twins, names } = world;
  const weeks = (name: string, steps: StepColumn): TableColumn =>
    whole(name, steps.subarray(from, to), (step) => weekOf(world.clock, step));
  return [
    { name: 'client', type: 'ID', data: Uint32Array.from(people.id.subarray(from, to)), of: 'client' },
    weeks('referredWeek', people.referredAt),
    words('group', names.groups, people.group.subarray(from, to)),
    words('office', names.offices, service.office.subarray(from, to)),
    number('need', people.need.subarray(from, to)),
    whole('fifth', people.fifth.subarray(from, to), (fifth) => fifth + 1),
    number('motivation', people.motivation.subarray(from, to)),
    words('status', statuses, service.status.subarray(from, to)),
    weeks('attachedWeek', service.attachedAt),
    weeks('endedWeek', service.endedAt),
    number('contactHours', service.contactHours.subarray(from, to)),
    number('trust', service.trust.subarray(from, to)),
    ...names.barriers.map((name, k) => number(`barrier.${name}`, clients.barriers[k].subarray(from, to))),
    ...names.events.map((name, event) => weeks(`first.${name}`, clients.firstEvent[event])),
    ...names.events.map((name, event) => weeks(`twin.first.${name}`, twins.firstEvent[event])),
  ];
};

const caseworkerRows: Columns = ({ caseworkers, names }, from, to) => [
  {
    name: 'caseworker',
    type: 'ID',
    data: Uint32Array.from(caseworkers.id.subarray(from, to)),
    of: 'caseworker',
  },
  words('role', names.roles, caseworkers.role.subarray(from, to)),
  words('office', names.offices, caseworkers.office.subarray(from, to)),
  words('disposition', names.dispositions, caseworkers.disposition.subarray(from, to)),
  number('skill', caseworkers.skill.subarray(from, to)),
  number('chemistry', caseworkers.chemistry.subarray(from, to)),
  number('burnout', caseworkers.burnout.subarray(from, to)),
  {
    name: 'goalStrain',
    type: 'DOUBLE',
    data: Float64Array.from(caseworkers.strain.subarray(from, to), (strain, row) =>
      caseworkers.strainHours[from + row] > 0 ? strain / caseworkers.strainHours[from + row] : Number.NaN,
    ),
  },
];

/** An id of a client or caseworker as tables write it. */
export function idText(of: 'client' | 'caseworker', id: number): string {
  return of === 'client' ? writeClientId(id) : writeCaseworkerId(id);
}
