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
  /** Nobody among them has more need than another: an index by need has no value. */
  alike: boolean;
  /** Why indices have no value, where they have none. */
  none: string;
}

const ALL_ALIKE = 'all clients have the same need: there is nobody to prefer';

/** Whether ranks tell nobody apart: of those who weigh something all share the middle. */
const tellsNobodyApart = (rank: Float64Array, weights: Float64Array): boolean =>
  rank.every((at, client) => weights[client] === 0 || at === 0.5);

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
  const rank = weightedMidRanks(need, weeks, order);
  const alike = anybody && tellsNobodyApart(rank, weeks);
  return {
    weeks,
    hours,
    perWeek,
    rank,
    alike,
    none: whyNone(anybody, noneCanCount(counted, realHours), alike),
  };
}

function whyNone(anybody: boolean, contactEnds: boolean, alike: boolean): string {
  if (!anybody) return NO_CLAIM_WEEKS;
  if (contactEnds) return CONTACT_ENDS_COUNT;
  return alike ? ALL_ALIKE : NO_HOURS;
}

/** The indices for one role; the main role stands as the whole, others under their names. */
function roleRows(world: World, { fifth, group }: Cohort, time: RoleTime, role: number): MeasureRow[] {
  const slice = role === 0 ? '' : `role=${world.names.roles[role]}`;
  const { weeks, hours, perWeek, rank, alike } = time;
  const split = alike ? null : splitConcentration(perWeek, weeks, rank, group, world.names.groups.length);
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
function curveRows({ order }: Cohort, { weeks, perWeek, rank, alike, none }: RoleTime): MeasureRow[] {
  const curve = alike ? null : concentrationCurve(perWeek, weeks, rank, CURVE_POINTS, order);
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
  /** Erreygers' index of a yes or no over the rank of need among some; null where nobody is a yes or all are alike. */
  const row = (measure: string, yes: Float64Array, among: Float64Array, nobody: string): MeasureRow => {
    const rank = weightedMidRanks(need, among, order);
    const anybody = among.includes(1);
    if (anybody && tellsNobodyApart(rank, among)) return valueRow(measure, '', null, ALL_ALIKE);
    return valueRow(measure, '', erreygers(yes, rank, among), nobody);
  };
  return [
    row('creaming.entry', attached, willing, 'nobody was accepted'),
    row('creaming.uptake', willing, referred, 'nobody wanted a place'),
  ];
}
