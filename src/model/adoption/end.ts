import { NEVER } from '../offices.ts';
import type { InterventionSection } from '../schema/interventions.ts';
import type { World } from '../world.ts';
import { changeOnItsWay, expectedChange } from './believedChange.ts';
import { sizedMoney } from './money.ts';
import { type GainOf, partsOf } from './option.ts';
import { partnersOf, worthOf } from './portfolio.ts';

/**
 * A decider ends what it once adopted and may end, at its reviews, where going on for the horizon is worth less than
 * nothing: believed loss of reward without it + priority − running costs, shared as at its adoption. What was paid to
 * set it up is lost, and to take it up again costs it anew. What runs as planned goes on.
 */
export function endInterventions(
  world: World,
  interventions: readonly number[],
  at: number,
  people: Float64Array,
  gain: GainOf,
): void {
  const { interventions: state, phase, step } = world;
  if (state === undefined) return;
  const terms = Object.values(phase.scenario.interventions);
  for (const k of interventions) {
    const runs = state.adoptedAt[k][at] >= 0 && step >= state.runsFrom[k][at];
    if (!terms[k].ends || step % terms[k].review !== 0 || !runs || state.plannedFrom[k][at] !== NEVER)
      continue;
    if (worthOfGoingOn(world, k, terms[k], at, people, gain) >= 0) continue;
    state.ranBefore[k][at] += step + 1 - Math.ceil(state.runsFrom[k][at]);
    state.ended[k][at]++;
    state.endedAt[k][at] = step;
    state.sunk[k][at] += state.setUpPaid[k][at];
    state.adoptedAt[k][at] = -1;
    state.runsFrom[k][at] = NEVER;
  }
}

function worthOfGoingOn(
  world: World,
  intervention: number,
  terms: InterventionSection,
  at: number,
  people: Float64Array,
  gain: GainOf,
): number {
  const { interventions: state, phase } = world;
  if (state === undefined) return 0;
  const { horizon } = phase.scenario.portfolio;
  const decider = state.deciders[intervention][at];
  const luck = 1 + terms.priority.spread * state.priorityLuck[intervention][at];
  const aStep = sizedMoney(world, terms.priority, decider) * luck - sizedMoney(world, terms.running, decider);
  // Figures hold what it does, or will: the loss is what is earned with it less what would be without.
  const change = expectedChange(world, terms, decider.offices, people).map((each) => -each);
  const onItsWay = changeOnItsWay(world, decider.area, people);
  const loss = gain(onItsWay) - gain([...onItsWay, { change, from: 0, to: horizon }]);
  const { chance, burden } = partsOf(world, intervention, terms, decider);
  const option = { burden, chance, own: aStep * horizon };
  return worthOf([option], (partner) => chance[partner] * loss, partnersOf(world, decider.area, option));
}
