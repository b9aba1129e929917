import type { Scenario } from '../model/schema/scenario.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow, WeeklySeries } from '../tables/rows.ts';
import { areas } from './areas.ts';
import { commissioner } from './commissioner.ts';
import { condition } from './condition.ts';
import { contacts } from './contacts.ts';
import { contest } from './contest.ts';
import type { ContrastFamily } from './contrast.ts';
import { creaming } from './creaming.ts';
import { duties } from './duties.ts';
import { goodhart } from './goodhart.ts';
import { harm } from './harm.ts';
import { hidden } from './hidden.ts';
import { hours } from './hours.ts';
import { indicator } from './indicator.ts';
import { interventions } from './interventions.ts';
import { kinds } from './kinds.ts';
import type { Companions, MeasureDoc, MeasureFamily } from './measure.ts';
import { money } from './money.ts';
import { openings } from './openings.ts';
import { organisation } from './organisation.ts';
import { outcomes } from './outcomes.ts';
import { pairs } from './pairs.ts';
import { parking } from './parking.ts';
import { partnership } from './partnership.ts';
import { passedBack } from './passedBack.ts';
import { perHour } from './perHour.ts';
import { periods } from './periods.ts';
import { practice } from './practice.ts';
import { progress } from './progress.ts';
import { provider } from './provider.ts';
import { record } from './record.ts';
import { relations } from './relations.ts';
import { reported } from './reported.ts';
import { staff } from './staff.ts';
import { Tallies } from './tallies.ts';
import { twins } from './twins.ts';
import { unmet } from './unmet.ts';
import { waiting } from './waiting.ts';
import { WeeklyObserver } from './weekly.ts';

/** All families, in the order in which their rows are reported. A new one is a file and a line here. */
export const measureFamilies: readonly MeasureFamily[] = [
  outcomes,
  twins,
  hours,
  contacts,
  hidden,
  creaming,
  parking,
  passedBack,
  harm,
  kinds,
  money,
  staff,
  duties,
  waiting,
  provider,
  practice,
  organisation,
  interventions,
  partnership,
  commissioner,
  relations,
  openings,
  areas,
  reported,
  record,
  perHour,
  indicator,
  periods,
  progress,
  pairs,
  unmet,
  condition,
];

/** Comparisons of a design with the base, in the order in which their rows follow those of the worlds. */
export const contrastFamilies: readonly ContrastFamily[] = [goodhart, contest];

/** Docs of all measures, in the order of the families, contrasts last. */
export function measureCatalogue(): MeasureDoc[] {
  return [...measureFamilies, ...contrastFamilies].flatMap((family) => family.measures);
}

/** Names that `measures.include` may hold. */
export const measureFamilyIds: readonly string[] = measureFamilies.map((family) => family.id);

/** The measures of one world at work: fed once at the end of each step, read once at the end of the run. */
export interface WorldObservers {
  readonly tallies: Tallies;
  observe(world: World): void;
  finish(world: World, companions: Companions): { rows: MeasureRow[]; weekly: WeeklySeries[] };
}

/**
 * Observers of the families asked for by id, all if `include` is absent; weekly series come always.
 * Throws a RangeError for an id that no family has; scenarios are checked for that when they are loaded.
 */
export function createObservers(
  include: readonly string[] | undefined,
  world: World,
  scenario: Scenario,
): WorldObservers {
  for (const id of include ?? []) {
    if (measureFamilyIds.includes(id)) continue;
    throw new RangeError(`no family of measures is called ${id}; there are ${measureFamilyIds.join(', ')}`);
  }
  const settings = scenario.measures;
  const tallies = new Tallies(world, settings);
  const weekly = new WeeklyObserver(world, tallies, settings.priceEvent);
  const observers = measureFamilies
    .filter((family) => include === undefined || include.includes(family.id))
    .map((family) => family.create({ world, scenario, settings, tallies }));
  return {
    tallies,
    observe(now) {
      tallies.observe(now);
      weekly.observe(now);
      for (const observer of observers) observer.observe?.(now);
    },
    finish: (end, companions) => ({
      rows: observers.flatMap((observer) => observer.finish(end, companions)),
      weekly: weekly.finish(end),
    }),
  };
}
