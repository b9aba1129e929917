import { gainOfChange } from '../areas/areaGain.ts';
import type { PriceTable } from '../money/prices.ts';
import type { World } from '../world.ts';
import type { PartnershipState } from './state.ts';

/**
 * Counts the events of a step in each area, of everybody whom the programme has reached, in it still or not; what is
 * longer ago counts less.
 */
export function countEvents(
  { areas, events, names, people, phase, service }: World,
  state: PartnershipState,
): void {
  const keep = 1 - 1 / phase.scenario.partnership.memory;
  for (const counts of state.happened) for (let cell = 0; cell < counts.length; cell++) counts[cell] *= keep;
  state.happenedWeight = state.happenedWeight * keep + 1;
  const groups = names.groups.length;
  for (let at = 0; at < events.count; at++) {
    if (service.attachedAt[events.client[at]] < 0) continue;
    const area = areas.ofOffice[events.office[at]];
    state.happened[area][events.event[at] * groups + people.group[events.client[at]]]++;
  }
}

/**
 * Money that is believed at stake for an area within the horizon if all partners gave full effort: what it would gain
 * if events became rarer by their reach. What it sees of this follows from its capability. Below 0 where joint work
 * would cost it rewards.
 */
export function stakeOf(world: World, state: PartnershipState, area: number, prices: PriceTable): number {
  const { names, phase } = world;
  const { partnership, areas } = phase.scenario;
  const change = new Float64Array(names.events.length * names.groups.length);
  if (state.happenedWeight === 0) return 0;
  for (const [name, reach] of Object.entries(partnership.reach)) {
    const event = names.events.indexOf(name);
    for (let group = 0; group < names.groups.length; group++) {
      const cell = event * names.groups.length + group;
      change[cell] = (-reach * state.happened[area][cell]) / state.happenedWeight;
    }
  }
  const seen = areas[world.areas.names[area]]?.capability ?? 1;
  return seen * gainOfChange(world, area, change, partnership.horizon, prices);
}
