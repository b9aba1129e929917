import type { World } from '../model/world.ts';
import { kaplanMeier, survivalQuantile } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { lastFollowed, NO_CLAIM_WEEKS, NOBODY_ATTACHED, wasAttached } from './follow.ts';
import type { MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { FIFTHS, fifthSlice, joinSlices, ratioRow, ratioRows, SliceSums, valueRow } from './slices.ts';
import { FIRST_WEEKS } from './tallies.ts';

const PER_WEEK =
  'hours of real contact in client-weeks attached and without outcome / those client-weeks; weeks in stages that the role does not serve (`claims` of 0) are left out';

const measures: MeasureDoc[] = [
  {
    id: 'hours.perClientWeek',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours with the main role per client-week attached and without outcome.',
    formula: `${PER_WEEK}.`,
    reading: 'Over fifths: falling from 1 to 5 means that time goes to those with the least need.',
    caveat: 'Easy clients leave the count early; hours.first26 keeps the same people in every design.',
    slices: ['fifth', 'group'],
  },
  {
    id: 'hours.byRole',
    kind: 'world',
    unit: 'hours a client-week',
    definition: 'Contact hours with each role per client-week attached and without outcome.',
    formula: `${PER_WEEK}, for each role.`,
    reading: 'Shows which role turns to whom.',
    caveat: 'Hours of different roles are not worth the same.',
    slices: ['role', 'role,fifth'],
  },
  {
    id: 'hours.byDisposition',
    kind: 'world',
    unit: 'hours a client-week',
    definition:
      'Contact hours with the main role, by disposition of the client’s caseworker and fifth of need.',
    formula: `${PER_WEEK}, of clients whose caseworker of the main role has the disposition.`,
    reading: 'Shows whose own leanings make the pattern.',
    caveat: 'Pressure moves all dispositions: see staff.goalStrain.',
    slices: ['disposition,fifth'],
  },
  {
    id: 'hours.first26',
    kind: 'world',
    unit: 'hours a client',
    definition: 'Contact hours with the main role in the first 26 weeks from attachment, per client.',
    formula:
      'hours of real contact in those weeks, with or without outcome / attached clients followed for 26 weeks.',
    reading: 'As hours.perClientWeek, over the same people in every design that attaches the same people.',
    caveat: 'Clients with an early outcome or who leave count with the few hours that they needed.',
    slices: ['fifth'],
  },
  {
    id: 'contact.firstWeek',
    kind: 'world',
    unit: 'weeks',
    better: 'lower',
    definition: 'Median week of the first real contact, counted from attachment as week 1.',
    formula: 'Kaplan–Meier median; clients who leave or are followed no longer before it are censored.',
    reading: 'High: new clients wait.',
    caveat: 'Undefined where fewer than half are ever seen.',
    slices: ['fifth'],
  },
];

/** Who gets the caseworkers' time. */
export const hours: MeasureFamily = {
  id: 'hours',
  measures,
  create: (setup) => ({
    finish: (world) => [
      ...hoursPerWeek(setup, world),
      ...hoursByDisposition(setup, world),
      ...firstHours(setup, world),
      ...firstContact(setup, world),
    ],
  }),
};

function hoursPerWeek({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const { from, to } = tallies.cohort;
  const rows: MeasureRow[] = [];
  world.names.roles.forEach((name, role) => {
    const weeks = new SliceSums(world);
    const given = new SliceSums(world);
    for (let row = from; row < to; row++) {
      weeks.add(row, tallies.weeksOfRole(role, row) / world.clock.stepsPerWeek);
      given.add(row, tallies.roleHours[role][row]);
    }
    if (role === 0) {
      const slicing = { fifth: true, group: true };
      rows.push(...ratioRows('hours.perClientWeek', given, weeks, slicing, NO_CLAIM_WEEKS));
    }
    for (const each of ratioRows('hours.byRole', given, weeks, { fifth: true }, NO_CLAIM_WEEKS)) {
      rows.push({ ...each, slice: joinSlices(`role=${name}`, each.slice) });
    }
  });
  return rows;
}

function hoursByDisposition({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  return world.names.dispositions.flatMap((name, disposition) =>
    Array.from({ length: FIFTHS }, (_, fifth) => {
      const cell = disposition * FIFTHS + fifth;
      const slice = joinSlices(`disposition=${name}`, fifthSlice(fifth));
      const { dispositionHours, dispositionWeeks } = tallies;
      const why = 'no client-week with a caseworker of this disposition';
      const weeks = dispositionWeeks[cell] / world.clock.stepsPerWeek;
      return ratioRow('hours.byDisposition', slice, dispositionHours[cell], weeks, why);
    }),
  );
}

function firstHours({ tallies, scenario }: MeasureSetup, world: World): MeasureRow[] {
  const clients = new SliceSums(world);
  const given = new SliceSums(world);
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (!wasAttached(world, row)) continue;
    const last = lastFollowed(world, scenario.clock.followUp, row);
    if (last - world.service.attachedAt[row] + 1 < FIRST_WEEKS * world.clock.stepsPerWeek) continue;
    clients.add(row, 1);
    given.add(row, tallies.firstHours[row]);
  }
  const why = `no attached client was followed for ${FIRST_WEEKS} weeks`;
  return ratioRows('hours.first26', given, clients, { fifth: true }, why);
}

function firstContact({ tallies, scenario }: MeasureSetup, world: World): MeasureRow[] {
  const { people, service } = world;
  const rows: number[] = [];
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (wasAttached(world, row)) rows.push(row);
  }
  // Who left in the very week of the first contact was not in the tallies of that week any more.
  const firstSeen = Int32Array.from(rows, (row) =>
    tallies.firstContact[row] > 0
      ? tallies.firstContact[row]
      : Math.max(0, service.lastReal[row] - service.attachedAt[row] + 1),
  );
  const seen = Uint8Array.from(firstSeen, (week) => (week > 0 ? 1 : 0));
  const { stepsPerWeek } = world.clock;
  const weeks = Float64Array.from(rows, (row, at) => {
    if (firstSeen[at] > 0) return firstSeen[at] / stepsPerWeek;
    const last = lastFollowed(world, scenario.clock.followUp, row);
    const ended = service.endedAt[row];
    const followed = (ended >= 0 ? Math.min(ended, last) : last) - service.attachedAt[row] + 1;
    return Math.max(0, followed) / stepsPerWeek;
  });
  const median = (slice: string, belongs: (row: number) => boolean): MeasureRow => {
    const weights = Float64Array.from(rows, (row) => (belongs(row) ? 1 : 0));
    if (!weights.includes(1)) return valueRow('contact.firstWeek', slice, null, NOBODY_ATTACHED);
    const week = survivalQuantile(kaplanMeier(weeks, seen, weights), 0.5);
    return valueRow('contact.firstWeek', slice, week, 'fewer than half were seen');
  };
  return [
    median('', () => true),
    ...Array.from({ length: FIFTHS }, (_, k) => median(fifthSlice(k), (row) => people.fifth[row] === k)),
  ];
}
