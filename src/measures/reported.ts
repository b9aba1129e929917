import { programmeEvents } from '../model/names.ts';
import { Contact } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { ratioRow } from './slices.ts';
import { CONTACT_KINDS } from './tallies.ts';

const measures: MeasureDoc[] = [
  {
    id: 'reported.share',
    kind: 'world',
    unit: 'share of true events',
    definition:
      'Share of attached clients with an event in their lives of whom the programme has it on record.',
    formula:
      'attached clients with a claimed event / attached clients with the event by the end of follow-up; the whole is the main event.',
    reading: 'Low: the record leaves out much, such as outcomes of those who dropped out.',
    caveat:
      'One record a client is enough. Missing are events after leaving, and records that lapsed or still wait at the end. A record that was invented before the event happened after all counts; one of an event that never happens is not in it: see misreport.share.',
    slices: ['event'],
  },
  {
    id: 'token.share',
    kind: 'world',
    unit: 'share of recorded contacts',
    better: 'lower',
    definition: 'Share of recorded contacts that were contacts in form only.',
    formula: 'token contacts / recorded contacts (real and token) of attached clients.',
    reading: 'High: the record of contacts says little about help.',
    caveat: 'Only required contacts can be token contacts.',
    slices: ['role'],
  },
];

/** The record beside the truth. */
export const reported: MeasureFamily = {
  id: 'reported',
  measures,
  create: (setup) => ({ finish: (world) => [...eventRows(setup, world), ...tokenRows(setup, world)] }),
};

function eventRows({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const { names, phase, clients, service } = world;
  const { attachedAt } = service;
  const row = (event: number, slice: string): MeasureRow => {
    const happenedAt = clients.firstEvent[event];
    const claimedAt = service.claimedFirst[event];
    let recorded = 0;
    let happened = 0;
    for (let client = tallies.cohort.from; client < tallies.cohort.to; client++) {
      if (attachedAt[client] < 0 || happenedAt[client] < 0) continue;
      happened++;
      if (claimedAt[client] >= 0) recorded++;
    }
    return ratioRow('reported.share', slice, recorded, happened, 'no attached client had the event');
  };
  const lifeEvents = names.events.map((name, event) => ({ name, event })).slice(programmeEvents.length);
  return [row(phase.mainEvent, ''), ...lifeEvents.map(({ name, event }) => row(event, `event=${name}`))];
}

function tokenRows({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const ofRole = (role: number, kind: number): number => tallies.contacts[role * CONTACT_KINDS + kind];
  const recorded = (role: number): number =>
    ofRole(role, Contact.matched) + ofRole(role, Contact.holding) + ofRole(role, Contact.token);
  const none = 'no contact was recorded';
  let tokens = 0;
  let all = 0;
  const byRole = world.names.roles.map((name, role) => {
    tokens += ofRole(role, Contact.token);
    all += recorded(role);
    return ratioRow('token.share', `role=${name}`, ofRole(role, Contact.token), recorded(role), none);
  });
  return [ratioRow('token.share', '', tokens, all, none), ...byRole];
}
