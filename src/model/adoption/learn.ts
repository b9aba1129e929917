import { chosen } from '../chosen.ts';
import { WEEKS_A_YEAR } from '../clock.ts';
import type { InterventionSection } from '../schema/interventions.ts';
import type { World } from '../world.ts';
import { beliefIn } from './belief.ts';
import { peopleByOffice } from './believedChange.ts';

/** What evaluations look at and what they have taught; absent until learning is first switched on. */
export interface Learning {
  /** [step][office × events × groups] events in the step, by the office into whose share of the start people fall. */
  readonly events: Float64Array[];
  /** [step][office × groups] people followed in the step. */
  readonly people: Float64Array[];
  /** [intervention][area] how far belief has moved from that by evidence. */
  readonly moved: readonly Float64Array[];
}

/**
 * Counts the step for evaluations, and evaluates what has run for `portfolio.learning.after`: belief of the area moves
 * by `weight` towards what was found, that of others by `weight` × `spread`. Counting begins when learning is on.
 */
export function learnFromEvaluations(world: World): void {
  const { interventions: state, phase, step } = world;
  const { weight, after, spread } = phase.scenario.portfolio.learning;
  if (state === undefined || weight <= 0 || world.division === 'noService') return;
  state.learning ??= {
    events: [],
    people: [],
    moved: state.names.map(() => new Float64Array(world.areas.names.length)),
  };
  const { learning } = state;
  learning.events[step] = eventsByOffice(world);
  learning.people[step] = peopleByOffice(world);
  const steps = Math.round(after);
  Object.values(phase.scenario.interventions).forEach((terms, k) => {
    state.deciders[k].forEach(({ area, offices }, at) => {
      const from = Math.ceil(state.runsFrom[k][at]);
      // What ran from the start has no time before it to be compared with.
      if (from <= 0 || step !== from + steps - 1) return;
      const found = foundShare(world, learning, terms, offices, from, steps);
      if (found === undefined) return;
      const moved = learning.moved[k];
      for (let other = 0; other < moved.length; other++) {
        const share = weight * (other === area ? 1 : spread);
        moved[other] += share * (found - beliefIn(world, k, other));
      }
    });
  });
}

/**
 * The part of what was expected that an evaluation finds, in [0, 1]: the change of events per person from as many steps
 * before the start to those after it, over the change expected, with its sign. Luck, trends and what else
 * changed are in it. Undefined where nothing is expected, or nobody was followed before.
 */
function foundShare(
  { clock, names }: World,
  { events, people }: Learning,
  { expects, groups }: InterventionSection,
  offices: readonly number[],
  from: number,
  steps: number,
): number | undefined {
  const reached = chosen(groups, names.groups);
  const count = names.groups.length;
  const rateOf = (event: number, first: number): number => {
    let happened = 0;
    let followed = 0;
    for (let step = Math.max(0, first); step < first + steps; step++) {
      if (events[step] === undefined) continue;
      for (const office of offices) {
        for (let group = 0; group < count; group++) {
          if (!reached[group]) continue;
          happened += events[step][(office * names.events.length + event) * count + group];
          followed += people[step][office * count + group];
        }
      }
    }
    return happened / followed;
  };
  let found = 0;
  let expected = 0;
  for (const [name, per100] of Object.entries(expects)) {
    const event = names.events.indexOf(name);
    const change = rateOf(event, from) - rateOf(event, from - steps);
    found += Math.sign(per100) * change * WEEKS_A_YEAR * clock.stepsPerWeek;
    expected += Math.abs(per100) / 100;
  }
  const share = found / expected;
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : undefined;
}

/** [office × events × groups] events of this step, of everybody who is followed. */
function eventsByOffice({ events, names, people }: World): Float64Array {
  const groups = names.groups.length;
  const counts = new Float64Array(names.offices.length * names.events.length * groups);
  for (let at = 0; at < events.count; at++) {
    const client = events.client[at];
    counts[
      (people.office[client] * names.events.length + events.event[at]) * groups + people.group[client]
    ]++;
  }
  return counts;
}
