import { needNow, needWeights } from '../model/people/need.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { comparedSteps, happenedWithin } from './follow.ts';
import type { Companions, FinishedWorld, MeasureDoc, MeasureFamily, MeasureSetup } from './measure.ts';
import { valueRow } from './slices.ts';
import type { ClientWeeks } from './tallies.ts';

const PEOPLE =
  'the parked: clients without real contact for `parkedAfter` weeks in more than half of their client-weeks attached and without outcome';

const measures: MeasureDoc[] = [
  {
    id: 'harm.parking',
    kind: 'companion',
    companion: 'equalTime',
    unit: 'share points of the parked',
    better: 'lower',
    definition: 'Outcomes that the parked lost against a world in which the same hours are shared equally.',
    formula: `Among ${PEOPLE}: share with the main event within the window in the equal-time world minus in this world.`,
    reading: 'Above 0: equal time would have brought them more outcomes.',
    caveat: 'Effects of time on outcomes are modest: read harm.hours, harm.trust and harm.need beside it.',
    slices: [],
  },
  {
    id: 'harm.hours',
    kind: 'companion',
    companion: 'equalTime',
    unit: 'hours a client-week',
    definition: 'Hours a client-week that the parked would have had under equal time, beyond their own.',
    formula: `Among ${PEOPLE}: main-role hours / client-weeks in the equal-time world minus the same in this world.`,
    reading: 'Above 0: what parking took from them in time.',
    caveat: 'Client-weeks differ between the two worlds, since outcomes do.',
    slices: [],
  },
  {
    id: 'harm.trust',
    kind: 'companion',
    companion: 'equalTime',
    unit: 'trust, index from 0 to 1',
    definition: 'Trust that the parked would have had under equal time, beyond their own.',
    formula: `Among ${PEOPLE}: mean trust at the end of attachment in the equal-time world minus in this world.`,
    reading: 'Above 0: parking cost them trust in the service.',
    caveat: 'Trust is taken at the end of attachment, which need not be the same week in both worlds.',
    slices: [],
  },
  {
    id: 'harm.need',
    kind: 'companion',
    companion: 'equalTime',
    unit: 'need, index from 0 to 1',
    definition:
      'Need of the parked at the end of follow-up under equal time, minus their need in this world.',
    formula: `Among ${PEOPLE}: mean Σ weight × barrier in the equal-time world minus in this world.`,
    reading: 'Below 0: equal time would have left them with less need.',
    caveat: 'Barriers drift back after the service ends, so the end of follow-up shows only what remains.',
    slices: [],
  },
];

/** What being parked did to lives, told by a companion world of the same design and luck. */
export const harm: MeasureFamily = {
  id: 'harm',
  measures,
  create: (setup) => ({ finish: (world, companions) => harmRows(setup, world, companions) }),
};

/** Whether a client was without real contact, by `parkedAfter`, in more than half of the claim weeks. */
export function mostlyParked(tallies: ClientWeeks, row: number): boolean {
  return 2 * tallies.weeksWithoutContact(row) > tallies.claimWeeks[row];
}

function harmRows(setup: MeasureSetup, world: World, { equalTime }: Companions): MeasureRow[] {
  if (equalTime === undefined) return [];
  const { tallies } = setup;
  const parked: number[] = [];
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (mostlyParked(tallies, row)) parked.push(row);
  }
  const here = livesOf(setup, { world, tallies }, parked);
  const there = livesOf(setup, equalTime, parked);
  const nobody = 'nobody was parked in more than half of the weeks';
  const difference = (measure: string, quantity: keyof LivesOf): MeasureRow =>
    valueRow(measure, '', parked.length === 0 ? null : there[quantity] - here[quantity], nobody);
  return [
    difference('harm.parking', 'outcomes'),
    difference('harm.hours', 'hours'),
    difference('harm.trust', 'trust'),
    difference('harm.need', 'need'),
  ];
}

interface LivesOf {
  outcomes: number;
  hours: number;
  trust: number;
  need: number;
}

/** Means over the given clients in one world; NaN where there is nothing to take a mean of. */
function livesOf(setup: MeasureSetup, { world, tallies }: FinishedWorld, rows: readonly number[]): LivesOf {
  const weights = needWeights(setup.scenario);
  const steps = comparedSteps(setup.scenario);
  const weeksOf = tallies.claimWeeksOf(0);
  let outcomes = 0;
  let hours = 0;
  let claimWeeks = 0;
  let trust = 0;
  let need = 0;
  for (const row of rows) {
    if (happenedWithin(world.clients, world.people, world.phase.mainEvent, row, steps)) outcomes++;
    hours += tallies.roleHours[0][row];
    claimWeeks += weeksOf[row] / world.clock.stepsPerWeek;
    trust += tallies.trustAtLeaving(world, row);
    need += needNow(world.clients, weights, row);
  }
  const count = rows.length;
  return { outcomes: outcomes / count, hours: hours / claimWeeks, trust: trust / count, need: need / count };
}
