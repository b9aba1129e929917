import type { ClaimedEvent } from '../../incentives/instrument.ts';
import { cellOf } from '../../record/record.ts';
import type { World } from '../../world.ts';

/**
 * Instruments pay for the events that are claimed in this step: those that are on record at once, and those that were
 * written up or invented; offices count what they had planned.
 */
export function payEvents(world: World): void {
  const { events, people, offices, record, step, caseworkers, service } = world;
  const { claims } = record;
  const plans = Object.values(world.phase.scenario.offices).map((office) => office.plan);
  const isPlanned = (): boolean => plans[claimed.office][world.names.events[claimed.event]] !== undefined;
  offices.earned.fill(0);
  const claimed: ClaimedEvent = { step, event: 0, client: 0, group: 0, office: 0, first: false };
  for (let at = 0; at < events.count; at++) {
    if (events.claimed[at] === 0) continue;
    claimed.event = events.event[at];
    claimed.client = events.client[at];
    claimed.group = people.group[claimed.client];
    claimed.office = events.office[at];
    claimed.first = events.first[at] === 1;
    const worker = service.worker[0]?.[claimed.client] ?? -1;
    const disposition = worker < 0 ? -1 : caseworkers.disposition[worker];
    payOne(world, claimed, isPlanned(), cellOf(record, claimed.office, disposition));
  }
  for (let at = 0; at < claims.count; at++) {
    if (claims.isEvent[at] === 0) continue;
    claimed.event = claims.what[at];
    claimed.client = claims.client[at];
    claimed.group = people.group[claimed.client];
    claimed.office = claims.office[at];
    claimed.first = claims.first[at] === 1;
    payOne(world, claimed, isPlanned(), claims.cell[at]);
  }
}

function payOne(world: World, claimed: ClaimedEvent, planned: boolean, cell: number): void {
  const { instruments, offices, record } = world;
  const { event, client, office, group, first } = claimed;
  let worth = 0;
  for (const instrument of instruments) {
    const price =
      instrument.believedPriceOf?.(event, client, office, first) ??
      instrument.believedPrice(event, group, office, first);
    worth += price;
    if (planned) offices.earned[office] += price;
    instrument.onEvent?.(claimed);
  }
  if (worth > 0) record.counts.paid[event][cell]++;
}
