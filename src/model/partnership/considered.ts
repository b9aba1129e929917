import type { World } from '../world.ts';
import type { Considered } from './promise.ts';
import type { PartnershipState } from './state.ts';
import { areaSize, effortCost, priorityOf } from './terms.ts';
import { trustInOthers } from './trust.ts';

/** What a partner weighs in an area now, at this coordination, with the stake of the last review. */
export function considered(
  world: World,
  { names, share, influence, stake, trust }: PartnershipState,
  area: number,
  partner: number,
  coordination: number,
): Considered {
  const { scenario } = world.phase;
  const { partners, partnership, scale } = scenario;
  const size = Math.max(0, areaSize(world, area));
  return {
    priority: priorityOf(scenario, world.areas.names[area], names[partner]),
    trust: trustInOthers(trust[area], names.length, partner),
    share: share[partner],
    influence: influence[partner],
    coordination,
    stake: stake[area],
    cost: effortCost(partners[names[partner]], size, scale) * partnership.horizon,
    response: partnership.response,
  };
}
