import { believedPrices } from '../../model/money/prices.ts';
import type { World } from '../../model/world.ts';
import type { ManagerBoard } from '../../tables/chair.ts';

/** What hangs on the wall of an office: targets, what it is behind on, what is on record, and what pays. */
export function boardOf(world: World, office: number): ManagerBoard {
  const { names, offices, instruments, phase } = world;
  const section = Object.values(phase.scenario.offices)[office];
  return {
    office: names.offices[office],
    attached: offices.attached[office],
    pressure: offices.felt[office],
    mostPressure: section.pressure.cap * section.manager.passesOn,
    targets: instruments.flatMap(({ name, standing }) => {
      const stands = standing?.(office);
      if (stands === undefined) return [];
      const { event, counted, asked, stepsLeft } = stands;
      return [{ name, event, counted, asked, weeksLeft: stepsLeft }];
    }),
    behind: instruments.flatMap(({ name, heldAgainst }) => {
      const share = heldAgainst?.(office) ?? 0;
      return share > 0 ? [{ name, share }] : [];
    }),
    onRecord: recordOf(world, office),
    prices: pricesOf(world, office),
  };
}

/** Clients of the office who have each event on record, programme events without a price left out. */
function recordOf({ names, service, people }: World, office: number): ManagerBoard['onRecord'] {
  const counts = names.events.map(() => 0);
  for (let row = 0; row < people.count; row++) {
    if (service.attachedAt[row] < 0 || service.office[row] !== office) continue;
    for (let event = 0; event < counts.length; event++)
      if (service.claimedFirst[event][row] >= 0) counts[event]++;
  }
  return names.events.flatMap((event, at) => (counts[at] > 0 ? [{ event, count: counts[at] }] : []));
}

/** What a first event is believed to bring now, where it brings or costs anything. */
function pricesOf(world: World, office: number): ManagerBoard['prices'] {
  const { names } = world;
  const groups = names.groups.length;
  return believedPrices(world).flatMap(([, first], event) => {
    const own = [...first.subarray(office * groups, (office + 1) * groups)];
    const priced = (group: string, money: number) => ({ event: names.events[event], group, money });
    if (own.every((money) => money === own[0])) return own[0] === 0 ? [] : [priced('', own[0])];
    return own.map((money, group) => priced(names.groups[group], money));
  });
}
