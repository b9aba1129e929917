import { inCrisis } from '../model/people/crisis.ts';
import { Contact, Status } from '../model/service.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';

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
    caveat: 'Without crises in the scenario it has no value.',
    slices: ['role'],
  },
  {
    id: 'hours.outsideCrisis',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours per client-week without a crisis.',
    formula: 'As hours.inCrisis, in the other client-weeks.',
    reading: 'The other side of hours.inCrisis: hours are the same in all.',
    caveat: 'Stages in which clients do not count are left out.',
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
  /** [role] over the run. */
  private readonly all: Float64Array;
  private readonly real: Float64Array;
  private readonly hours: Float64Array;
  /** [role × 2 + (1 in a crisis)] client-steps, and hours in them. */
  private readonly steps: Float64Array;
  private readonly given: Float64Array;

  constructor({ world }: MeasureSetup) {
    const roles = world.names.roles.length;
    this.all = new Float64Array(roles);
    this.real = new Float64Array(roles);
    this.hours = new Float64Array(roles);
    this.steps = new Float64Array(roles * 2);
    this.given = new Float64Array(roles * 2);
  }

  observe(world: World): void {
    for (let role = 0; role < world.names.roles.length; role++) this.observeRole(world, role);
  }

  private observeRole(world: World, role: number): void {
    const { service, clients, phase, windowFrom, windowTo } = world;
    const { status } = service;
    const { stage: stageOf } = clients;
    const { stageCounts } = phase;
    const { notServed } = phase.roles[role];
    const kindOf = service.contact[role];
    const hoursOf = service.hours[role];
    const first = role * 2;
    let all = 0;
    let real = 0;
    for (let row = windowFrom; row < windowTo; row++) {
      const kind = kindOf[row];
      const hours = hoursOf[row];
      if (kind !== Contact.none) all++;
      if (kind === Contact.matched || kind === Contact.holding) {
        real++;
        this.hours[role] += hours;
      }
      const stage = stageOf[row];
      if (status[row] !== Status.attached) continue;
      if (stageCounts[stage] === 0 || notServed[stage] === 1) continue;
      const cell = first + (inCrisis(world, row) ? 1 : 0);
      this.steps[cell]++;
      this.given[cell] += hours;
    }
    this.all[role] += all;
    this.real[role] += real;
  }

  finish({ names, clock }: World): MeasureRow[] {
    return names.roles.flatMap((name, role) => {
      const rows = (slice: string): MeasureRow[] => [
        valueRow('contacts.count', slice, this.all[role], ''),
        ratioRow('contacts.hours', slice, this.hours[role], this.real[role], 'nobody had real contact'),
        this.perWeek('hours.inCrisis', slice, role * 2 + 1, clock.stepsPerWeek, 'nobody was in a crisis'),
        this.perWeek('hours.outsideCrisis', slice, role * 2, clock.stepsPerWeek, 'everybody was in a crisis'),
      ];
      // The main role stands for the whole: contacts of different roles are not alike.
      return [...(role === 0 ? rows('') : []), ...rows(joinSlices(`role=${name}`))];
    });
  }

  private perWeek(id: string, slice: string, cell: number, stepsPerWeek: number, why: string): MeasureRow {
    return ratioRow(id, slice, this.given[cell], this.steps[cell] / stepsPerWeek, why);
  }
}
