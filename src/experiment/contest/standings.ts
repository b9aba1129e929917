import type { Scenario } from '../../model/schema/scenario.ts';
import { interval, Moments } from '../../statistics/index.ts';
import type { Entry, Figure, LimitStanding, Standings, TermScore } from '../../tables/standings.ts';
import type { ExperimentDesign } from '../members.ts';
import type { MeasureValues, ValuesOf } from '../ranking/rankExperiment.ts';

type Contest = Scenario['measures']['contest'];

/** What of a contest's results is read. */
export interface ContestRun {
  contest: string;
  designs: readonly ExperimentDesign[];
  base: ExperimentDesign;
  replicates: number;
  valuesOf: ValuesOf;
}

const POINTS = 'contest.points';

/** An entry with its points in every replicate. */
interface Scored extends Omit<Entry, 'place' | 'behind'> {
  values: readonly (number | null)[];
}

/**
 * The standings of a contest: points with intervals, limits by the mean over replicates, places among entries that keep all
 * limits. Entries are paired run by run, so that places are told apart as well as they can be.
 */
export function standingsOf({ contest, designs, base, replicates, valuesOf }: ContestRun): Standings {
  const { title, seed, measures } = base.design.scenario;
  const read = valuesOf(keysOf(measures.contest));
  const scored = designs.map((one) => scoredEntry(one, one === base, measures.contest, read));
  const placed = scored
    .filter(({ why, points }) => why.length === 0 && points !== null)
    .sort((a, b) => b.points!.mean - a.points!.mean);
  const without = scored.filter((one) => !placed.includes(one));
  const entries = [
    ...placed.map((one, at) =>
      entryOf(one, placed.findIndex(({ points }) => points!.mean === one.points!.mean) + 1, placed[at - 1]),
    ),
    ...without.map((one) => entryOf(one, null, undefined)),
  ];
  return { format: 1, contest, title, seed, replicates, entries };
}

function keysOf({ points, limits }: Contest): string[] {
  const valued = [...Object.values(points), ...Object.values(limits)].map(({ measure }) => measure);
  const parts = Object.keys(points).map((name) => `${POINTS}[term=${name}]`);
  return [...new Set([POINTS, ...parts, ...valued])];
}

function scoredEntry(
  { id, design }: ExperimentDesign,
  isBase: boolean,
  { points, limits }: Contest,
  read: ReturnType<ValuesOf>,
): Scored {
  const of = (key: string): MeasureValues => read.get(key)?.get(id) ?? { values: [], why: 'not measured' };
  const terms = Object.entries(points).map(([term, { title, measure }]): TermScore => {
    const value = figureOf(of(measure).values);
    return {
      term,
      title: title || term,
      measure,
      value,
      points: figureOf(of(`${POINTS}[term=${term}]`).values),
    };
  });
  const kept = Object.entries(limits).map(([limit, terms]) => limitStanding(limit, terms, of(terms.measure)));
  const whole = of(POINTS);
  const total = figureOf(whole.values);
  return {
    design: id,
    title: design.title,
    isBase,
    why: [
      ...kept.filter((one) => !one.kept).map(({ title }) => `breaks the limit: ${title}`),
      ...(total === null ? [whole.why ?? 'points are undefined'] : []),
    ],
    points: total,
    terms,
    limits: kept,
    values: whole.values,
  };
}

function limitStanding(
  limit: string,
  { title, measure, is, value: allowed }: Contest['limits'][string],
  { values }: MeasureValues,
): LimitStanding {
  const value = figureOf(values);
  const kept = value !== null && (is === 'atMost' ? value.mean <= allowed : value.mean >= allowed);
  return { limit, title: title || limit, measure, is, allowed, value, kept };
}

function entryOf({ values, ...entry }: Scored, place: number | null, above: Scored | undefined): Entry {
  return { ...entry, place, behind: above ? behindOf(above.values, values) : null };
}

/** How far the entry above is ahead, run by run. */
function behindOf(above: readonly (number | null)[], own: readonly (number | null)[]): Entry['behind'] {
  const ahead = figureOf(
    above.map((value, run) => (value === null || own[run] == null ? null : value - own[run])),
  );
  return ahead && { ...ahead, told: ahead.lo !== null && ahead.lo > 0 };
}

/** Mean and interval over the runs with a number; null where one run has none, since means of fewer runs are of other luck. */
function figureOf(values: readonly (number | null)[]): Figure | null {
  if (values.length === 0 || values.some((value) => value === null)) return null;
  const moments = new Moments();
  for (const value of values) moments.push(value!);
  const ends = interval(moments);
  return { mean: moments.mean, lo: ends?.lo ?? null, hi: ends?.hi ?? null };
}
