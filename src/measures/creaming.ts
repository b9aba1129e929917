import type { World } from '../model/world.ts';
import {
  ascendingOrder,
  concentrationCurve,
  erreygers,
  splitConcentration,
  weightedMidRanks,
} from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { CONTACT_ENDS_COUNT, noneCanCount } from './contactEnds.ts';
import { creamingDocs } from './creamingDocs.ts';
import { NO_CLAIM_WEEKS, wantedPlace, wasAttached, wasReferred } from './follow.ts';
import type { MeasureFamily, MeasureSetup } from './measure.ts';
import { FIFTHS, valueRow } from './slices.ts';
import type { ClientWeeks } from './tallies.ts';

const CURVE_POINTS = 20;
const NO_HOURS = 'no hours were given';

/** Whether time, and places, lean to those with the least need. */
export const creaming: MeasureFamily = {
  id: 'creaming',
  measures: creamingDocs,
  create: (setup) => ({ finish: (world) => creamingRows(setup, world) }),
};

function creamingRows({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const cohort = cohortOf(tallies, world);
  const roles = world.names.roles.map((_, role) => timeOf(tallies, cohort, role, tallies.realHours[role]));
  return [
    ...roles.flatMap((time, role) => roleRows(world, cohort, time, role)),
    ...curveRows(cohort, roles[0]),
    ...entryRows(world, cohort),
  ];
}

/** Whether a role's time in these client-weeks leans to those with the least need. */
export function leaningRows(weeks: ClientWeeks, world: World, role: number): MeasureRow[] {
  const cohort = cohortOf(weeks, world);
  return roleRows(world, cohort, timeOf(weeks, cohort, role), role);
}

/** The cohort's columns of who they are, and its rows in ascending order of need: all ranks here are ranks of need. */
interface Cohort {
  from: number;
  need: Float64Array;
  fifth: Uint8Array;
  group: Uint8Array;
  order: Uint32Array;
}

function cohortOf({ cohort: { from, to } }: ClientWeeks, { people }: World): Cohort {
  const need = people.need.subarray(from, to);
  return {
    from,
    need,
    fifth: people.fifth.subarray(from, to),
    group: people.group.subarray(from, to),
    order: ascendingOrder(need),
  };
}

/**
 * Claim weeks of the cohort's clients that a role serves, which are their weights; hours in them, and by the week; and
 * the weighted mid-rank of need. Who has no such weeks weighs nothing.
 */
interface RoleTime {
  weeks: Float64Array;
  hours: Float64Array;
  perWeek: Float64Array;
  rank: Float64Array;
  /** Why indices have no value, where they have none. */
  none: string;
}

function timeOf(tallies: ClientWeeks, { need, order }: Cohort, role: number, realHours = 0): RoleTime {
  const { from, to } = tallies.cohort;
  const weeks = Float64Array.from(tallies.claimWeeksOf(role).subarray(from, to));
  const hours = tallies.roleHours[role].subarray(from, to);
  const perWeek = new Float64Array(weeks.length);
  let anybody = false;
  let counted = 0;
  for (let at = 0; at < weeks.length; at++) {
    if (weeks[at] === 0) continue;
    anybody = true;
    counted += hours[at];
    perWeek[at] = hours[at] / weeks[at];
  }
  const none = !anybody ? NO_CLAIM_WEEKS : noneCanCount(counted, realHours) ? CONTACT_ENDS_COUNT : NO_HOURS;
  return { weeks, hours, perWeek, rank: weightedMidRanks(need, weeks, order), none };
}

/** The indices for one role; the main role stands as the whole, others under their names. */
function roleRows(world: World, { fifth, group }: Cohort, time: RoleTime, role: number): MeasureRow[] {
  const slice = role === 0 ? '' : `role=${world.names.roles[role]}`;
  const { weeks, hours, perWeek, rank } = time;
  const split = splitConcentration(perWeek, weeks, rank, group, world.names.groups.length);
  const hoursOf = new Float64Array(FIFTHS);
  const weeksOf = new Float64Array(FIFTHS);
  for (let at = 0; at < weeks.length; at++) {
    hoursOf[fifth[at]] += hours[at];
    weeksOf[fifth[at]] += weeks[at];
  }
  const easiest = hoursOf[0] / weeksOf[0];
  const hardest = hoursOf[4] / weeksOf[4];
  const why = time.none;
  const emptyFifth = !Number.isFinite(easiest) || !Number.isFinite(hardest);
  const ends = why === CONTACT_ENDS_COUNT;
  const whyFifths = emptyFifth ? 'a fifth has no client-week' : ends ? why : 'the hardest fifth got no hours';
  return [
    valueRow('creaming.concentration', slice, split?.total ?? null, why),
    valueRow('creaming.within', slice, split?.within ?? null, why),
    valueRow('creaming.between', slice, split?.between ?? null, why),
    valueRow('creaming.ratio', slice, easiest / hardest, whyFifths),
    valueRow(
      'creaming.tilt',
      slice,
      (easiest - hardest) / (easiest + hardest),
      emptyFifth || ends ? whyFifths : 'neither the easiest nor the hardest fifth got hours',
    ),
  ];
}

/** Cumulative share of main-role hours of the easiest so many percent of client-weeks. */
function curveRows({ order }: Cohort, { weeks, perWeek, rank, none }: RoleTime): MeasureRow[] {
  const curve = concentrationCurve(perWeek, weeks, rank, CURVE_POINTS, order);
  return Array.from({ length: CURVE_POINTS }, (_, at) => {
    const percent = (100 / CURVE_POINTS) * (at + 1);
    return valueRow('creaming.curve', `rank=${percent}`, curve?.share[at + 1] ?? null, none);
  });
}

/** Whether those attached among the willing, and the willing among the referred, are those with the least need. */
function entryRows(world: World, { from, need, order }: Cohort): MeasureRow[] {
  const [referred, willing, attached] = Array.from({ length: 3 }, () => new Float64Array(need.length));
  for (let at = 0; at < need.length; at++) {
    if (!wasReferred(world, from + at)) continue;
    referred[at] = 1;
    if (wantedPlace(world, from + at)) willing[at] = 1;
    if (wasAttached(world, from + at)) attached[at] = 1;
  }
  /** Erreygers' index of a yes or no over the rank of need among some; null where nobody is a yes. */
  const index = (yes: Float64Array, among: Float64Array): number | null =>
    erreygers(yes, weightedMidRanks(need, among, order), among);
  return [
    valueRow('creaming.entry', '', index(attached, willing), 'nobody was accepted'),
    valueRow('creaming.uptake', '', index(willing, referred), 'nobody wanted a place'),
  ];
}
