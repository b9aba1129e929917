import { COMMISSIONER, OUTSIDE, officeParty } from '../books.ts';
import type { ClaimedContact, ClaimedEvent } from '../incentives/instrument.ts';
import { Contact } from '../service.ts';
import type { World } from '../world.ts';

/**
 * Step 8. What happened is recorded and billed: instruments pay for claimed events and recorded contacts,
 * offices pay their staff, activities are paid by who is to pay them. Every event is recorded and every
 * record is true as long as the scenario has no recording of its own.
 */
export function claim(world: World): void {
  payCosts(world);
  payEvents(world);
  payContacts(world);
  const { offices, service, people, step } = world;
  offices.attached.fill(0);
  for (let at = 0; at < service.attachedCount; at++) offices.attached[people.office[service.attached[at]]]++;
  for (const instrument of world.instruments)
    instrument.settle?.({ step, attachedByOffice: offices.attached });
}

function payEvents(world: World): void {
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

function payContacts(world: World): void {
  const paid = world.instruments.filter((instrument) => instrument.onContact !== undefined);
  if (paid.length === 0) return;
  const { service, people, step } = world;
  const contact: ClaimedContact = { step, client: 0, group: 0, office: 0, role: 0 };
  for (let role = 0; role < service.contact.length; role++) {
    contact.role = role;
    // Everybody in follow-up: who left in this very week was seen in it all the same.
    for (let row = world.windowFrom; row < world.windowTo; row++) {
      if (service.contact[role][row] === Contact.none) continue;
      contact.client = row;
      contact.group = people.group[row];
      contact.office = people.office[row];
      for (const instrument of paid) instrument.onContact?.(contact);
    }
  }
}

function payCosts(world: World): void {
  const { books, caseworkers, offices, phase, step } = world;
  const { scale, commissioner, clock } = phase.scenario;
  offices.cost.fill(0);
  const wages = books.open('wages', 'cost', 'wages');
  for (let worker = 0; worker < caseworkers.count; worker++) {
    const model = phase.roles[caseworkers.role[worker]];
    const cost = model.weeklyCost * Math.min(1, caseworkers.caseload[worker] / model.fullLoad);
    if (cost <= 0) continue;
    const office = caseworkers.office[worker];
    offices.cost[office] += cost;
    books.post(step, officeParty(office), OUTSIDE, wages, -1, cost);
  }
  Object.values(phase.scenario.offices).forEach((section, office) => {
    if (section.fixedCost <= 0) return;
    const cost = section.fixedCost * scale;
    offices.cost[office] += cost;
    books.post(step, officeParty(office), OUTSIDE, books.open('fixed', 'cost', 'fixed'), -1, cost);
  });
  payActivities(world);
  if (commissioner.weeklyCost > 0 && step < clock.referralWeeks) {
    books.post(
      step,
      COMMISSIONER,
      OUTSIDE,
      books.open('management', 'management', 'management'),
      -1,
      commissioner.weeklyCost * scale,
    );
  }
}

/** Money that activities cost besides the caseworker's time, paid by the office or by the commissioner. */
function payActivities(world: World): void {
  const { books, phase, service, people, offices, step } = world;
  const menu = phase.activities;
  const accounts = menu.map((activity) => {
    if (activity.cost <= 0) return -1;
    return activity.paidByOffice
      ? books.open(`activities.${activity.category}`, 'cost', activity.category)
      : books.open(`provision.${activity.category}`, 'provision', activity.category);
  });
  if (accounts.every((account) => account < 0)) return;
  for (const activities of service.activity) {
    for (let row = world.windowFrom; row < world.windowTo; row++) {
      const chosen = activities[row];
      if (chosen < 0 || accounts[chosen] < 0) continue;
      const { cost, paidByOffice } = menu[chosen];
      const office = people.office[row];
      const payer = paidByOffice ? officeParty(office) : COMMISSIONER;
      if (paidByOffice) offices.cost[office] += cost;
      books.post(step, payer, OUTSIDE, accounts[chosen], people.group[row], cost);
    }
  }
}
