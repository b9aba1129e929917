import { OUTSIDE, officeParty } from '../money/books.ts';
import { believedPrices, meanPrice, type PriceTable } from '../money/prices.ts';
import { isOpen, NEVER } from '../offices.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { World } from '../world.ts';
import { hasMoney, seenShare } from './weigh.ts';

type Adoption = NonNullable<Scenario['activities'][string]['adoption']>;

/**
 * Offices decide on activities that are not in use yet, each at its reviews. An office adopts one that is worth more
 * to it within the horizon than it costs, if it has the money now; it pays at once, and its caseworkers may choose
 * the activity after the delay. What is adopted stays. Where the timeline takes the need of adoption away, the
 * activity is in use everywhere from the next step on.
 */
export function adoptActivities(world: World): void {
  const { offices, phase, step } = world;
  if (step === 0) return;
  const { scenario } = phase;
  let prices: PriceTable | undefined;
  Object.values(scenario.activities).forEach(({ adoption, category }, activity) => {
    const openFrom = offices.openFrom[activity];
    if (adoption !== undefined && step % adoption.review !== 0) return;
    for (let office = 0; office < offices.count; office++) {
      if (openFrom[office] !== NEVER) continue;
      if (adoption === undefined) {
        openFrom[office] = step + 1;
        continue;
      }
      if (!isOpen(offices, office, step + 1)) continue;
      prices ??= believedPrices(world);
      const cost = adoption.cost * scenario.scale;
      if (adoptionSurplus(world, office, adoption, prices) <= 0 || !hasMoney(world, office, cost)) continue;
      offices.adoptedAt[activity][office] = step;
      openFrom[office] = step + 1 + adoption.delay;
      if (cost <= 0) continue;
      const account = world.books.open(`adoption.${category}`, 'cost', category);
      world.books.post(step, officeParty(office), OUTSIDE, account, -1, cost);
    }
  });
}

/**
 * What an office believes to gain from an activity within the horizon, less what it costs:
 * seen × belief × Σ mean believed price × expected extra events + priority − cost − running × horizon. Rewards are
 * seen in proportion to the capability of performance management below what is needed.
 */
export function adoptionSurplus(
  world: World,
  office: number,
  adoption: Adoption,
  prices: PriceTable,
): number {
  const { names, offices, phase } = world;
  const { scale } = phase.scenario;
  const { managementNeeded, belief, priority, cost, running, horizon } = adoption;
  const seen = seenShare(world, office, managementNeeded);
  let reward = 0;
  for (const [name, per100] of Object.entries(adoption.expects)) {
    const events = (per100 / 100) * offices.attached[office];
    reward += events * meanPrice(world, prices[names.events.indexOf(name)][1], office);
  }
  return seen * belief * reward + scale * (priority - cost - running * horizon);
}
