import type { ClaimedEvent } from '../../incentives/instrument.ts';
import { priceOfClient } from '../../money/prices.ts';
import type { World } from '../../world.ts';

/**
 * Instruments pay for the events that are claimed in this step: those that are on record at once, and those that were
 * written up or invented; offices count what they had planned.
 */
export function payEvents(world: World): void {
  const { events, offices, record } = world;
  const { claims } = record;
  offices.earned.fill(0);
  const pay = payer(world);
  for (let at = 0; at < events.count; at++) {
    if (events.cell[at] < 0) continue;
    pay(events.event[at], events.client[at], events.office[at], events.first[at] === 1, events.cell[at]);
  }
  for (let at = 0; at < claims.count; at++) {
    if (claims.isEvent[at] === 0) continue;
    pay(claims.what[at], claims.client[at], claims.office[at], claims.first[at] === 1, claims.cell[at]);
  }
}

/** Pays one claimed event after the other and counts it in its cell of the record where it brings money. */
function payer({ instruments, offices, record, people, phase, names, step }: World) {
  const plans = Object.values(phase.scenario.offices).map(({ plan }) => plan);
  const claimed: ClaimedEvent = { step, event: 0, client: 0, group: 0, office: 0, first: false };
  return (event: number, client: number, office: number, first: boolean, cell: number): void => {
    const group = people.group[client];
    claimed.event = event;
    claimed.client = client;
    claimed.group = group;
    claimed.office = office;
    claimed.first = first;
    const planned = plans[office][names.events[event]] !== undefined;
    let worth = 0;
    for (const instrument of instruments) {
      const price = priceOfClient(instrument, event, client, group, office, first);
      worth += price;
      if (planned) offices.earned[office] += price;
      instrument.onEvent?.(claimed);
    }
    if (worth > 0) record.counts.paid[event][cell]++;
  };
}
