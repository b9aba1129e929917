import type { Instrument } from '../incentives/instrument.ts';
import { isFor } from '../phase.ts';
import type { World } from '../world.ts';

/** Which event's price: [event][first ? 1 : 0][office × groups + group], the sum over instruments. */
export type PriceTable = Float64Array[][];

/** What each event is believed to pay by group and office now, first or repeated; by some instruments, all if none are named. */
export function believedPrices(
  world: World,
  instruments: readonly Instrument[] = world.instruments,
): PriceTable {
  const { names } = world;
  const groups = names.groups.length;
  return names.events.map((_, event) =>
    [false, true].map((first) => {
      const prices = new Float64Array(names.offices.length * groups);
      for (const instrument of instruments) {
        for (let office = 0; office < names.offices.length; office++) {
          for (let group = 0; group < groups; group++) {
            prices[office * groups + group] += instrument.believedPrice(event, group, office, first);
          }
        }
      }
      return prices;
    }),
  );
}

/** Mean price over groups by their shares, for an office. */
export function meanPrice(world: World, prices: Float64Array, office: number): number {
  const { groupShares } = world.references;
  let mean = 0;
  for (let group = 0; group < groupShares.length; group++) {
    mean += groupShares[group] * prices[office * groupShares.length + group];
  }
  return mean;
}

/**
 * Price of a group as it is felt: s × own group's price + (1 − s) × mean over groups by their shares, where
 * s = min(1, salience × (1 + ½ min(1, pressure) + ½ performance management)).
 */
export function feltPrices(world: World, prices: Float64Array, office: number): Float64Array {
  const groups = world.names.groups.length;
  const salience = priceSalience(world, office);
  const mean = meanPrice(world, prices, office);
  return Float64Array.from(
    { length: groups },
    (_, group) => salience * prices[office * groups + group] + (1 - salience) * mean,
  );
}

export function priceSalience(world: World, office: number): number {
  const { scenario } = world.phase;
  const { performanceManagement } = Object.values(scenario.offices)[office];
  const pressure = Math.min(1, world.offices.felt[office]);
  return Math.min(
    1,
    scenario.caseworkers.beliefs.priceSalience * (1 + 0.5 * pressure + 0.5 * performanceManagement),
  );
}

/** Instruments whose price differs between clients of one group. */
export function instrumentsPricedByClient(world: World): World['instruments'] {
  return world.instruments.filter(
    (instrument) => instrument.believedPriceOf !== undefined || instrument.believedPerContactOf !== undefined,
  );
}

/** By how much a client's own price of an event differs from the group's, before it is felt. */
function ownPriceDifference(
  priced: World['instruments'],
  event: number,
  row: number,
  group: number,
  office: number,
  first: boolean,
): number {
  let difference = 0;
  for (const instrument of priced) {
    const own = instrument.believedPriceOf?.(event, row, office, first);
    if (own !== undefined) difference += own - instrument.believedPrice(event, group, office, first);
  }
  return difference;
}

/** The same for an event with what is believed to follow it: milestones that come after it, by their chance. */
export function ownValueDifference(
  world: World,
  priced: World['instruments'],
  event: number,
  row: number,
  group: number,
  office: number,
  first: boolean,
): number {
  let difference = ownPriceDifference(priced, event, row, group, office, first);
  for (const milestone of world.phase.milestones) {
    if (milestone.after !== event || !isFor(milestone, group)) continue;
    difference +=
      milestone.believedChance * ownPriceDifference(priced, milestone.event, row, group, office, true);
  }
  return difference;
}

/** What an instrument is believed to pay the office for an event of this client now. */
export function priceOfClient(
  instrument: Instrument,
  event: number,
  row: number,
  group: number,
  office: number,
  first: boolean,
): number {
  return (
    instrument.believedPriceOf?.(event, row, office, first) ??
    instrument.believedPrice(event, group, office, first)
  );
}

/** Money that an event of a client is believed to bring the office now. */
export function worthOfEvent(
  { instruments, people }: World,
  event: number,
  row: number,
  office: number,
  first: boolean,
): number {
  const group = people.group[row];
  let worth = 0;
  for (const each of instruments) worth += priceOfClient(each, event, row, group, office, first);
  return worth;
}

/** Money that a recorded contact with a client is believed to bring the office now. */
export function worthOfContact(
  { instruments, people }: World,
  role: number,
  row: number,
  office: number,
): number {
  let worth = 0;
  for (const each of instruments) {
    worth +=
      each.believedPerContactOf?.(role, row, office) ??
      each.believedPerContact?.(role, people.group[row], office) ??
      0;
  }
  return worth;
}
