import type { ClaimedEvent } from '../../incentives/instrument.ts';
import type { World } from '../../world.ts';

/** Instruments pay for the events that were claimed this week; offices count what they had planned. */
export function payEvents(world: World): void {
  const { events, instruments, people, offices, step, phase } = world;
  const planned = Object.values(phase.scenario.offices).map((office) => office.plan);
  offices.earned.fill(0);
  const claimed: ClaimedEvent = { step, event: 0, client: 0, group: 0, office: 0, first: false };
  for (let at = 0; at < events.count; at++) {
    if (events.claimed[at] === 0) continue;
    claimed.event = events.event[at];
    claimed.client = events.client[at];
    claimed.group = people.group[claimed.client];
    claimed.office = events.office[at];
    claimed.first = events.first[at] === 1;
    const counts = planned[claimed.office][world.names.events[claimed.event]] !== undefined;
    for (const instrument of instruments) {
      if (counts) {
        const price =
          instrument.believedPriceOf?.(claimed.event, claimed.client, claimed.office, claimed.first) ??
          instrument.believedPrice(claimed.event, claimed.group, claimed.office, claimed.first);
        offices.earned[claimed.office] += price;
      }
      instrument.onEvent?.(claimed);
    }
  }
}
