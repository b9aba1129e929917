import type { ClaimedContact } from '../../incentives/instrument.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';

/** Instruments pay for recorded contacts, real or token: the record does not tell. */
export function payContacts(world: World): void {
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
      contact.office = service.office[row];
      for (const instrument of paid) instrument.onContact?.(contact);
    }
  }
}
