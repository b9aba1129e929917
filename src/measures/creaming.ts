import type { World } from '../model/world.ts';
import { concentrationCurve, erreygers, splitConcentration, weightedMidRanks } from '../statistics/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { creamingDocs } from './creamingDocs.ts';
import { NO_CLAIM_WEEKS, wantedPlace, wasAttached, wasReferred } from './follow.ts';
import type { MeasureFamily, MeasureSetup } from './measure.ts';
import { SliceSums, valueRow } from './slices.ts';
import type { Tallies } from './tallies.ts';

const CURVE_POINTS = 20;
const NO_HOURS = 'no hours were given';

/** Whether time, and places, lean to those with the least need. */
export const creaming: MeasureFamily = {
  id: 'creaming',
  measures: creamingDocs,
  create: (setup) => ({ finish: (world) => creamingRows(setup, world) }),
};

function creamingRows({ tallies }: MeasureSetup, world: World): MeasureRow[] {
  const populations = world.names.roles.map((_, role) => claimants(tallies, world, role));
  return [
    ...populations.flatMap((population, role) => roleRows(tallies, world, population, role)),
    ...curveRows(tallies, populations[0]),
    ...entryRows(tallies, world),
  ];
}

/** Cohort clients with claim weeks that a role serves: their weeks as weights, and their weighted mid-rank of need at referral. */
interface Population {
  rows: number[];
  weeks: Float64Array;
  rank: Float64Array;
  group: Uint8Array;
}

function claimants(tallies: Tallies, world: World, role: number): Population {
  const rows: number[] = [];
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++) {
    if (tallies.weeksOfRole(role, row) > 0) rows.push(row);
  }
  const weeks = Float64Array.from(rows, (row) => tallies.weeksOfRole(role, row));
  const need = Float64Array.from(rows, (row) => world.people.need[row]);
  return {
    rows,
    weeks,
    rank: weightedMidRanks(need, weeks),
    group: Uint8Array.from(rows, (row) => world.people.group[row]),
  };
}

/** Hours per client-week of each client of the population. */
function intensity(tallies: Tallies, { rows, weeks }: Population, role: number): Float64Array {
  return Float64Array.from(rows, (row, at) => tallies.roleHours[role][row] / weeks[at]);
}

/** The indices for one role; the main role stands as the whole, others under their names. */
function roleRows(tallies: Tallies, world: World, population: Population, role: number): MeasureRow[] {
  const slice = role === 0 ? '' : `role=${world.names.roles[role]}`;
  const { weeks, rank, group } = population;
  const y = intensity(tallies, population, role);
  const split = splitConcentration(y, weeks, rank, group, world.names.groups.length);
  const hours = new SliceSums(world);
  const clientWeeks = new SliceSums(world);
  for (const row of population.rows) {
    hours.add(row, tallies.roleHours[role][row]);
    clientWeeks.add(row, tallies.weeksOfRole(role, row));
  }
  const easiest = hours.ofFifth(0) / clientWeeks.ofFifth(0);
  const hardest = hours.ofFifth(4) / clientWeeks.ofFifth(4);
  const why = population.rows.length === 0 ? NO_CLAIM_WEEKS : NO_HOURS;
  const emptyFifth = !Number.isFinite(easiest) || !Number.isFinite(hardest);
  const whyFifths = emptyFifth ? 'a fifth has no client-week' : 'the hardest fifth got no hours';
  return [
    valueRow('creaming.concentration', slice, split?.total ?? null, why),
    valueRow('creaming.within', slice, split?.within ?? null, why),
    valueRow('creaming.between', slice, split?.between ?? null, why),
    valueRow('creaming.ratio', slice, easiest / hardest, whyFifths),
    valueRow(
      'creaming.tilt',
      slice,
      (easiest - hardest) / (easiest + hardest),
      emptyFifth ? whyFifths : 'neither the easiest nor the hardest fifth got hours',
    ),
  ];
}

/** Cumulative share of main-role hours of the easiest so many percent of client-weeks. */
function curveRows(tallies: Tallies, population: Population): MeasureRow[] {
  const y = intensity(tallies, population, 0);
  const curve = concentrationCurve(y, population.weeks, population.rank, CURVE_POINTS);
  const why = population.rows.length === 0 ? NO_CLAIM_WEEKS : NO_HOURS;
  return Array.from({ length: CURVE_POINTS }, (_, at) => {
    const percent = (100 / CURVE_POINTS) * (at + 1);
    return valueRow('creaming.curve', `rank=${percent}`, curve?.share[at + 1] ?? null, why);
  });
}

function entryRows(tallies: Tallies, world: World): MeasureRow[] {
  const referred: number[] = [];
  for (let row = tallies.cohort.from; row < tallies.cohort.to; row++)
    if (wasReferred(world, row)) referred.push(row);
  const wanted = referred.filter((row) => wantedPlace(world, row));
  const isAttached = (row: number): boolean => wasAttached(world, row);
  const isWilling = (row: number): boolean => wantedPlace(world, row);
  return [
    valueRow('creaming.entry', '', choiceIndex(world, wanted, isAttached), 'nobody was accepted'),
    valueRow('creaming.uptake', '', choiceIndex(world, referred, isWilling), 'nobody wanted a place'),
  ];
}

/** Erreygers' index of a yes or no over the rank of need among the given clients; null where nobody is a yes. */
function choiceIndex(world: World, rows: readonly number[], isYes: (row: number) => boolean): number | null {
  const need = Float64Array.from(rows, (row) => world.people.need[row]);
  const equal = new Float64Array(rows.length).fill(1);
  const yes = Uint8Array.from(rows, (row) => (isYes(row) ? 1 : 0));
  return erreygers(yes, weightedMidRanks(need, equal));
}
