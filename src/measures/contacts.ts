import { inCrisis } from '../model/people/crisis.ts';
import { Contact, Status } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { CONTACT_ENDS_COUNT, noneCanCount, UNDEFINED_WHERE_CONTACT_ENDS } from './contactEnds.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';
import type { Tallies } from './tallies.ts';

const CRISIS_WEEKS = 'client-weeks attached, in a stage that counts and in a crisis';

const measures: MeasureDoc[] = [
  {
    id: 'contacts.count',
    kind: 'world',
    unit: 'contacts',
    definition: 'Contacts of caseworkers with attached clients, real or in form only, over the run.',
    formula: 'Steps × clients in which a client had contact with the role.',
    reading:
      'What a contract that counts contacts sees, where all of them are recorded. The figure without a slice is that of the main role, as for the measures below.',
    caveat:
      'A count, so that it grows with size and with `scale`; what was said and done in them is not in it.',
    slices: ['role'],
  },
  {
    id: 'contacts.hours',
    kind: 'world',
    unit: 'hours a contact',
    definition: 'Mean length of a real contact.',
    formula: 'Hours of real contact / real contacts.',
    reading: 'Short where many are wanted.',
    caveat: 'A mean over clients: a family in a crisis takes longer where the scenario says so.',
    slices: ['role'],
  },
  {
    id: 'hours.inCrisis',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours per client-week in a crisis.',
    formula: `Hours of real contact with the role in ${CRISIS_WEEKS} / these client-weeks.`,
    reading: 'Whether who is in a crisis gets time.',
    caveat: `Without crises in the scenario it has no value. ${UNDEFINED_WHERE_CONTACT_ENDS}`,
    slices: ['role'],
  },
  {
    id: 'hours.outsideCrisis',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours per client-week without a crisis.',
    formula: 'As hours.inCrisis, in the other client-weeks.',
    reading: 'The other side of hours.inCrisis: hours are the same in all.',
    caveat: `Stages in which clients do not count are left out. ${UNDEFINED_WHERE_CONTACT_ENDS}`,
    slices: ['role'],
  },
];

/** Contacts as they are counted, and the hours of those who are in a crisis. */
export const contacts: MeasureFamily = {
  id: 'contacts',
  measures,
  create: (setup) => new ContactsObserver(setup),
};

class ContactsObserver implements MeasureObserver {
  private readonly tallies: Tallies;
  /** [role] over the run. */
  private readonly all: Float64Array;
  private readonly real: Float64Array;
  private readonly hours: Float64Array;
  /** [role × 2 + (1 in a crisis)] client-steps, and hours in them. */
  private readonly steps: Float64Array;
  private readonly given: Float64Array;

  constructor({ world, tallies }: MeasureSetup) {
    this.tallies = tallies;
    const roles = world.names.roles.length;
    this.all = new Float64Array(roles);
    this.real = new Float64Array(roles);
    this.hours = new Float64Array(roles);
    this.steps = new Float64Array(roles * 2);
    this.given = new Float64Array(roles * 2);
  }

  observe(world: World): void {
    const crises = claimsInCrisis(world);
    for (let role = 0; role < crises.length; role++) {
      this.steps[role * 2] += this.tallies.stepClaimingOf(role) - crises[role];
      this.steps[role * 2 + 1] += crises[role];
      this.observeContacts(world, role);
    }
  }

  private observeContacts(world: World, role: number): void {
    const { service, clients, phase } = world;
    const { status } = service;
    const { stage: stageOf } = clients;
    const { stageCounts } = phase;
    const { notServed } = phase.roles[role];
    const kindOf = service.contact[role];
    const hoursOf = service.hours[role];
    const { rows, count } = this.tallies.stepRows.contacts[role];
    let real = 0;
    for (let at = 0; at < count; at++) {
      const row = rows[at];
      const hours = hoursOf[row];
      if (kindOf[row] !== Contact.token) {
        real++;
        this.hours[role] += hours;
      }
      const stage = stageOf[row];
      if (status[row] !== Status.attached) continue;
      if (stageCounts[stage] === 0 || notServed[stage] === 1) continue;
      this.given[role * 2 + (inCrisis(world, row) ? 1 : 0)] += hours;
    }
    this.all[role] += count;
    this.real[role] += real;
  }

  finish({ names, clock }: World): MeasureRow[] {
    return names.roles.flatMap((name, role) => {
      const rows = (slice: string): MeasureRow[] => [
        valueRow('contacts.count', slice, this.all[role], ''),
        ratioRow('contacts.hours', slice, this.hours[role], this.real[role], 'nobody had real contact'),
        this.perWeek('hours.inCrisis', slice, role, 1, clock.stepsPerWeek, 'nobody was in a crisis'),
        this.perWeek('hours.outsideCrisis', slice, role, 0, clock.stepsPerWeek, 'everybody was in a crisis'),
      ];
      // The main role stands for the whole: contacts of different roles are not alike.
      return [...(role === 0 ? rows('') : []), ...rows(joinSlices(`role=${name}`))];
    });
  }

  private perWeek(
    id: string,
    slice: string,
    role: number,
    crisis: 0 | 1,
    stepsPerWeek: number,
    why: string,
  ): MeasureRow {
    const { given, steps, hours } = this;
    const cell = role * 2 + crisis;
    return noneCanCount(given[role * 2] + given[role * 2 + 1], hours[role])
      ? valueRow(id, slice, null, CONTACT_ENDS_COUNT)
      : ratioRow(id, slice, given[cell], steps[cell] / stepsPerWeek, why);
  }
}

/** [role] attached clients in a crisis, in a stage that counts and that the role serves. */
function claimsInCrisis(world: World): Float64Array {
  const { service, clients, phase } = world;
  const counts = new Float64Array(phase.roles.length);
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    if (!inCrisis(world, row)) continue;
    const stage = clients.stage[row];
    if (phase.stageCounts[stage] === 0) continue;
    for (let role = 0; role < counts.length; role++)
      if (phase.roles[role].notServed[stage] === 0) counts[role]++;
  }
  return counts;
}
