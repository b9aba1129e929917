import { freeMoneyAccount } from '../../money/cash.ts';
import { MOTIVE } from '../../staff/motives/registry.ts';
import type { World } from '../../world.ts';

/**
 * Mission drift by dependence: w ← w + drift · dependence · (w* − w), w* the caseworker's summed weight on payoff alone,
 * which is what the funder asks for. An office keeps how far it has gone, so that who comes next is hired to the mission
 * as it is now. Who has no motive at all stays as he is.
 */
export function driftMission(world: World): void {
  const { caseworkers, offices, phase, step, clock } = world;
  const sections = Object.values(phase.scenario.offices);
  if (sections.every(({ mission }) => mission.drift <= 0)) return;
  const moves = sections.map(({ mission }, office) => {
    if (mission.drift <= 0) return 0;
    if (step % clock.stepsPerWeek === 0)
      offices.dependence[office] = dependenceOf(world, office, mission.memory);
    const part = mission.drift * offices.dependence[office];
    offices.missionDrift[office] += part * (1 - offices.missionDrift[office]);
    return part;
  });
  for (let worker = 0; worker < caseworkers.count; worker++)
    if (caseworkers.present[worker] === 1) turnToPayoff(world, worker, moves[caseworkers.office[worker]]);
}

/** Moves a caseworker's weights by a part of the way to payoff alone; their sum stays. */
export function turnToPayoff({ caseworkers: { weights } }: World, worker: number, part: number): void {
  if (part <= 0) return;
  let sum = 0;
  for (const column of weights) sum += column[worker];
  for (let motive = 0; motive < weights.length; motive++) {
    const aim = motive === MOTIVE.payoff ? sum : 0;
    weights[motive][worker] += part * (aim - weights[motive][worker]);
  }
}

/** Share of an office's income of the last `memory` steps that came from the commissioner; 1 where it has no money of its own. */
function dependenceOf({ books, names, step }: World, office: number, memory: number): number {
  const account = freeMoneyAccount(books, names.offices[office]);
  let funded = 0;
  let free = 0;
  for (let at = Math.max(0, step + 1 - memory); at <= step; at++) {
    funded += books.officeIncome(office, at);
    free += books.stepFlow(account, at);
  }
  if (free <= 0) return 1;
  return funded > 0 ? funded / (funded + free) : 0;
}
