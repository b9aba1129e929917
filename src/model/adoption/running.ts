import { OUTSIDE, officeParty } from '../money/books.ts';
import { isOpen } from '../offices.ts';
import type { World } from '../world.ts';
import { payForIntervention, sizedMoney } from './money.ts';

/** What offices pay in this step for activities that they have adopted, from their opening on. */
export function payRunningActivities({ books, offices, phase, step }: World): void {
  const { scale, activities } = phase.scenario;
  Object.values(activities).forEach(({ adoption, category }, activity) => {
    const cost = (adoption?.running ?? 0) * scale;
    if (cost <= 0) return;
    const account = books.open(`adoption.${category}`, 'cost', category);
    for (let office = 0; office < offices.count; office++) {
      if (step < offices.openFrom[activity][office] || !isOpen(offices, office, step)) continue;
      offices.cost[office] += cost;
      books.post(step, officeParty(office), OUTSIDE, account, -1, cost);
    }
  });
}

/**
 * What is paid in this step for interventions that run. One that starts as planned is set up now, as the plan had it;
 * what ran before the first step was set up before.
 */
export function payRunningInterventions(world: World): void {
  const state = world.interventions;
  if (state === undefined || world.division === 'noService') return;
  const { step, offices } = world;
  Object.values(world.phase.scenario.interventions).forEach(({ running, setUp }, k) => {
    state.deciders[k].forEach((decider, at) => {
      const from = state.runsFrom[k][at];
      if (step < from) return;
      const starts = step === from && from > 0 && state.adoptedAt[k][at] < 0;
      const cost = sizedMoney(world, running, decider) + (starts ? sizedMoney(world, setUp, decider) : 0);
      payForIntervention(world, k, at, cost, (office, part) => {
        offices.cost[office] += part;
      });
    });
  });
}
