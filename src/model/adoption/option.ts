import { type ChangeCourse, gainOfCourse } from '../areas/areaGain.ts';
import type { PriceTable } from '../money/prices.ts';
import { NEVER } from '../offices.ts';
import type { InterventionSection } from '../schema/interventions.ts';
import type { World } from '../world.ts';
import { beliefIn } from './belief.ts';
import { expectedChange } from './believedChange.ts';
import { needWeightsOf } from './effect.ts';
import { sizedMoney } from './money.ts';
import type { Decider } from './state.ts';
import { seenShare } from './weigh.ts';

/** One intervention as who decides on it weighs it now; money over the horizon. */
export interface Option {
  readonly intervention: number;
  /** Place of the decider in the intervention's list. */
  readonly at: number;
  /** Events a step while it runs within the horizon, if what is expected comes true. */
  readonly course: ChangeCourse;
  /** [partner] chance, as each sees it, that it comes true and is paid; one entry where one decides for all. */
  readonly chance: readonly number[];
  /** [partner] part of what it costs and of what local priority makes it worth. */
  readonly burden: readonly number[];
  /** What is to be paid at once. */
  readonly setUp: number;
  /** Local priority less all costs. */
  readonly own: number;
}

/** What an intervention offers a decider now; undefined where there is nothing to decide. */
export function optionOf(
  world: World,
  intervention: number,
  terms: InterventionSection,
  decider: Decider,
  at: number,
  people: Float64Array,
): Option | undefined {
  const { interventions: state, phase, step } = world;
  const { horizon } = phase.scenario.portfolio;
  if (state === undefined || !mayAdopt(world, intervention, terms, at)) return undefined;
  const planned = state.plannedFrom[intervention][at];
  // What is planned comes anyway: at stake are the weeks until then, and not its setting up.
  const steps = Math.min(horizon, planned - step - 1) - terms.delay;
  if (steps <= 0) return undefined;
  const setUp = sizedMoney(world, terms.setUp, decider);
  const luck = 1 + terms.priority.spread * state.priorityLuck[intervention][at];
  const aStep = sizedMoney(world, terms.priority, decider) * luck - sizedMoney(world, terms.running, decider);
  const change = expectedChange(world, terms, decider.offices, people);
  const { chance, burden } = partsOf(world, intervention, terms, decider);
  return {
    intervention,
    at,
    course: [{ change, from: terms.delay, to: terms.delay + steps }],
    chance,
    burden,
    setUp,
    own: aStep * steps - (planned === NEVER ? setUp : 0),
  };
}

/** Whether it neither runs nor is decided, and is on offer at one of its reviews. */
function mayAdopt(
  { interventions: state, step }: World,
  intervention: number,
  { offered, review }: InterventionSection,
  at: number,
): boolean {
  if (state === undefined || step % review !== 0 || state.adoptedAt[intervention][at] >= 0) return false;
  if (state.endedAt[intervention][at] === step) return false;
  return step < state.runsFrom[intervention][at] && step >= offered.from && step < offered.until;
}

/**
 * Partners bear costs by what is needed of them. Each counts on what it gives itself, and on the others as far as it
 * trusts them: chance = seen × belief × (own weight + Σ others' weights × trust in them).
 */
export function partsOf(
  world: World,
  intervention: number,
  terms: InterventionSection,
  { area, offices }: Decider,
): Pick<Option, 'chance' | 'burden'> {
  const { partnership } = world;
  const seen =
    offices.reduce((sum, office) => sum + seenShare(world, office, terms.managementNeeded), 0) /
    offices.length;
  const chance = seen * beliefIn(world, intervention, area);
  const burden = needWeightsOf(terms.needs, partnership?.names ?? []);
  if (partnership === undefined || burden === undefined) return { chance: [chance], burden: [1] };
  const trust = partnership.trust[area];
  const counted = burden.map((_, i) =>
    burden.reduce((sum, weight, j) => sum + weight * (i === j ? 1 : trust[i * burden.length + j]), 0),
  );
  return { chance: counted.map((each) => chance * each), burden };
}

/** Money that follows for a decider if events change so. */
export type GainOf = (course: ChangeCourse) => number;

/** An area gains all that its offices gain; an office what it is paid itself, and its share of the area's rewards. */
export function gainFor(world: World, { area, offices }: Decider, prices: PriceTable): GainOf {
  return (course) => gainOfCourse(world, area, course, prices, offices);
}
