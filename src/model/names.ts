import { areasOf } from './areas/areas.ts';
import type { Scenario } from './schema/scenario.ts';

/** Events that every programme can have, before those of its pathway. */
export const programmeEvents = [
  'attached',
  'declined',
  'refused',
  'droppedOut',
  'completed',
  'passedBack',
] as const;

/** The named things of a scenario in their fixed order: an index into any column of the model. */
export interface Names {
  groups: string[];
  barriers: string[];
  roles: string[];
  offices: string[];
  /** Areas that are declared, and offices that are areas of their own; `areasOf` has those that have offices, by index. */
  areas: string[];
  stages: string[];
  transitions: string[];
  milestones: string[];
  activities: string[];
  /** Duties that are done in items of their own: all but recording. */
  duties: string[];
  events: string[];
  dispositions: string[];
}

/** The event of a scheme in which caseworkers may sanction; other schemes do not have it. */
export const sanctionEvent = 'sanctioned';

/** Collects names in the order of the file; events start with those that every programme has. */
export function collectNames(scenario: Scenario): Names {
  const { clients, caseworkers, offices, pathway, activities, areas } = scenario;
  const emitted = [
    ...Object.values(pathway.transitions).map((transition) => transition.emits),
    ...Object.values(pathway.milestones).map((milestone) => milestone.emits),
    ...Object.values(activities).map((activity) => activity.emits),
    Object.values(scenario.incentives).some(({ kind }) => kind === 'sanctions') ? sanctionEvent : '',
  ].filter((event) => event !== '');
  const mixes = [
    ...Object.values(caseworkers.roles).map((role) => role.mix),
    ...Object.values(offices).flatMap((office) => Object.values(office.mix)),
  ].flatMap((mix) => Object.keys(mix));
  return {
    groups: Object.keys(clients.groups),
    barriers: Object.keys(clients.barriers),
    roles: Object.keys(caseworkers.roles),
    offices: Object.keys(offices),
    areas: [...new Set([...Object.keys(areas), ...areasOf(scenario).names])],
    stages: Object.keys(pathway.stages),
    transitions: Object.keys(pathway.transitions),
    milestones: Object.keys(pathway.milestones),
    activities: Object.keys(activities),
    duties: Object.entries(caseworkers.duties).flatMap(([name, { kind }]) =>
      kind === 'recording' ? [] : [name],
    ),
    events: [...new Set([...programmeEvents, ...emitted])],
    dispositions: [...new Set(mixes)],
  };
}
