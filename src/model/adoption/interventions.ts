import { pricesBesideAreas } from '../areas/areaGain.ts';
import type { PriceTable } from '../money/prices.ts';
import { isOpen, NEVER } from '../offices.ts';
import type { World } from '../world.ts';
import { changeOnItsWay, peopleByOffice } from './believedChange.ts';
import { endInterventions } from './end.ts';
import { learnFromEvaluations } from './learn.ts';
import { payersOf, payForIntervention } from './money.ts';
import { gainFor, type Option, optionOf } from './option.ts';
import { bestChoice, partnersOf, worthOf } from './portfolio.ts';
import type { Decider } from './state.ts';
import { hasMoney } from './weigh.ts';

/**
 * Areas, then single offices, decide on interventions at their reviews. Each takes the best that it can pay for, sees
 * what that changes, and goes on until nothing more is worth its costs. What is adopted stays, unless it may be
 * ended: that is looked at first. Where nobody is served, nobody decides, and what was planned runs.
 */
export function adoptInterventions(world: World): void {
  const { interventions: state, phase, step, areas, names } = world;
  learnFromEvaluations(world);
  if (state === undefined || step === 0 || world.division === 'noService') return;
  const terms = Object.values(phase.scenario.interventions);
  if (terms.every(({ review }) => step % review !== 0)) return;
  const people = peopleByOffice(world);
  const prices = pricesBesideAreas(world);
  const ofLevel = (level: 'area' | 'office', count: number): void => {
    const list = terms.flatMap((each, k) => (each.level === level ? [k] : []));
    for (let at = 0; list.length > 0 && at < count; at++) chooseAll(world, list, at, people, prices);
  };
  ofLevel('area', areas.names.length);
  ofLevel('office', names.offices.length);
}

/** One decider's choices among some interventions at this step. */
function chooseAll(
  world: World,
  interventions: readonly number[],
  at: number,
  people: Float64Array,
  prices: PriceTable,
): void {
  const { interventions: state, offices, phase, step } = world;
  if (state === undefined) return;
  const decider = state.deciders[interventions[0]][at];
  if (!decider.offices.some((office) => isOpen(offices, office, step + 1))) return;
  const terms = Object.values(phase.scenario.interventions);
  const gain = gainFor(world, decider, prices);
  endInterventions(world, interventions, at, people, gain);
  for (;;) {
    const options = interventions.flatMap((k): Option[] => {
      const option = optionOf(world, k, terms[k], decider, at, people);
      return option === undefined ? [] : [option];
    });
    if (options.length === 0) return;
    const onItsWay = changeOnItsWay(world, decider.area, people);
    const affordable = (setUp: number) => canPay(world, decider, setUp);
    const choice = bestChoice(world, decider.area, options, gain, onItsWay, affordable);
    if (choice === undefined) return;
    for (const option of choice) adopt(world, option, decider.area);
  }
}

/** Whether every office of a decider has its part at hand. */
function canPay(world: World, decider: Decider, setUp: number): boolean {
  if (setUp <= 0) return true;
  return payersOf(world, decider, world.step).every(
    (part, member) => part <= 0 || hasMoney(world, decider.offices[member], setUp * part),
  );
}

function adopt(world: World, option: Option, area: number): void {
  const { intervention, at, setUp } = option;
  const { interventions: state, phase, step } = world;
  if (state === undefined) return;
  const { interventions, portfolio } = phase.scenario;
  const withoutReward = worthOf([option], () => 0, partnersOf(world, area, option));
  const wasPlanned = state.plannedFrom[intervention][at] !== NEVER;
  state.adoptedAt[intervention][at] = step;
  state.endedAt[intervention][at] = -1;
  state.setUpPaid[intervention][at] = setUp;
  state.runsFrom[intervention][at] = step + 1 + Object.values(interventions)[intervention].delay;
  if (step < portfolio.schemeStart) state.additionality[intervention][at] = 'running';
  else if (withoutReward > 0) state.additionality[intervention][at] = 'local';
  else state.additionality[intervention][at] = wasPlanned ? 'accelerated' : 'new';
  payForIntervention(world, intervention, at, setUp);
}
