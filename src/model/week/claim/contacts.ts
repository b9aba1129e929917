import type { ClaimedContact } from '../../incentives/instrument.ts';
import { inCrisis } from '../../people/crisis.ts';
import { Contact } from '../../service.ts';
import type { World } from '../../world.ts';

/**
 * Instruments pay for recorded contacts, real or token: the record does not tell. A contact that waits to be written
 * up is paid when it is; one that an audit struck is not.
 */
export function payContacts(world: World): void {
  const paid = world.instruments.filter((instrument) => instrument.onContact !== undefined);
  if (paid.length === 0) return;
  const { service, people, step, record } = world;
  const { claims, rules, struckAt } = record;
  const contact: ClaimedContact = { step, client: 0, group: 0, office: 0, role: 0, inCrisis: false };
  const pay = (role: number, row: number, office: number, token: boolean, crisis: boolean): void => {
    contact.role = role;
    contact.client = row;
    contact.group = people.group[row];
    contact.office = office;
    contact.inCrisis = crisis;
    record.token[role][row] = token ? 1 : 0;
    for (const instrument of paid) instrument.onContact?.(contact);
  };
  for (let role = 0; role < service.contact.length; role++) {
    if (rules.waits[role] === 1) continue;
    // Everybody in follow-up: who left in this very week was seen in it all the same.
    for (let row = world.windowFrom; row < world.windowTo; row++) {
      const kind = service.contact[role][row];
      if (kind === Contact.none || struckAt[role]?.[row] === step) continue;
      pay(role, row, service.office[row], kind === Contact.token, inCrisis(world, row));
    }
  }
  for (let at = 0; at < claims.count; at++) {
    if (claims.isEvent[at] === 0)
      pay(
        claims.what[at],
        claims.client[at],
        claims.office[at],
        claims.token[at] === 1,
        claims.inCrisis[at] === 1,
      );
  }
}
