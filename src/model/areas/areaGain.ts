import { believedPrices, type PriceTable } from '../money/prices.ts';
import type { World } from '../world.ts';
import { partOf, sharesOf } from './areaShare.ts';

/** Events a step more, or below 0 fewer, in an area: [event × groups + group]. */
export type EventChange = Float64Array;

/** Changes one beside another, each from a step on and up to another, counted from the next step. */
export type ChangeCourse = readonly {
  readonly change: EventChange;
  readonly from: number;
  readonly to: number;
}[];

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
  return gainOfCourse(world, area, [{ change, from: 0, to: steps }], prices);
}

/**
 * The same for changes that begin and end at different times, for some of the area's offices (all if not said): their
 * part of what the area is rewarded by shares of referrals, and what fees bring them.
 */
export function gainOfCourse(
  world: World,
  area: number,
  course: ChangeCourse,
  prices: PriceTable = pricesBesideAreas(world),
  members: readonly number[] = world.areas.offices[area],
): number {
  const everybody = world.areas.offices[area];
  const { referralShare } = world.offices;
  const all = sharesOf(referralShare, everybody);
  const part = all > 0 ? sharesOf(referralShare, members) / all : members.length / everybody.length;
  let gain = 0;
  for (const instrument of world.instruments)
    gain += part * (instrument.believedForChange?.(area, course) ?? 0);
  for (const { change, from, to } of course) gain += feesOfChange(world, members, change, to - from, prices);
  return gain;
}

/** What fees for single events bring, in the mean of some offices by their shares of referrals now. */
function feesOfChange(
  world: World,
  members: readonly number[],
  change: EventChange,
  steps: number,
  prices: PriceTable,
): number {
  const { referralShare } = world.offices;
  const { names } = world;
  let gain = 0;
  const groups = names.groups.length;
  const all = sharesOf(referralShare, members);
  for (let event = 0; event < names.events.length; event++) {
    for (let group = 0; group < groups; group++) {
      const changed = change[event * groups + group];
      if (changed === 0) continue;
      for (const office of members) {
        const weight = partOf(referralShare, members, office, all);
        gain += prices[event][1][office * groups + group] * weight * changed * steps;
      }
    }
  }
  return gain;
}
