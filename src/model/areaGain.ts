import { believedPrices, type PriceTable } from './prices.ts';
import type { World } from './world.ts';

/** Events a step more, or below 0 fewer, in an area: [event × groups + group]. */
export type EventChange = Float64Array;

/**
 * What each event is believed to pay beside instruments that speak of whole areas, which say it all by
 * `believedForChange`: for who asks `gainOfChange` often in one step.
 */
export function pricesBesideAreas(world: World): PriceTable {
  return believedPrices(
    world,
    world.instruments.filter((instrument) => instrument.believedForChange === undefined),
  );
}

/**
 * Money that is believed to follow for an area, all its offices together, if events changed so for the next steps. An
 * instrument that rewards areas says it itself; of the others it is the believed price of a first event × change, the mean over the area's
 * offices by their shares of referrals now.
 */
export function gainOfChange(
  world: World,
  area: number,
  change: EventChange,
  steps: number,
  prices: PriceTable = pricesBesideAreas(world),
): number {
  const { areas, instruments, names, offices } = world;
  const members = areas.offices[area];
  let gain = 0;
  for (const instrument of instruments) gain += instrument.believedForChange?.(area, change, steps) ?? 0;
  const groups = names.groups.length;
  const all = members.reduce((sum, office) => sum + offices.referralShare[office], 0);
  for (let event = 0; event < names.events.length; event++) {
    for (let group = 0; group < groups; group++) {
      const changed = change[event * groups + group];
      if (changed === 0) continue;
      for (const office of members) {
        const weight = all > 0 ? offices.referralShare[office] / all : 1 / members.length;
        gain += prices[event][1][office * groups + group] * weight * changed * steps;
      }
    }
  }
  return gain;
}
