import type { World } from '../../world.ts';
import { payContacts } from './contacts.ts';
import { payCosts } from './costs.ts';
import { payEvents } from './events.ts';
import { fileReports } from './report.ts';
import { scoreNeeds } from './score.ts';

/**
 * Step 8. What happened is recorded and billed: instruments pay for claimed events and recorded contacts,
 * offices pay their staff, activities are paid by who is to pay them. Every event is recorded and every
 * record is true as long as the scenario has no recording of its own.
 */
export function claim(world: World): void {
  payCosts(world);
  payEvents(world);
  payContacts(world);
  scoreNeeds(world);
  const { offices, service, step } = world;
  offices.attached.fill(0);
  for (let at = 0; at < service.attachedCount; at++) offices.attached[service.office[service.attached[at]]]++;
  fileReports(world);
  const settlement = { step, attachedByOffice: offices.attached };
  for (const instrument of world.instruments) instrument.settle?.(settlement);
  for (const instrument of world.instruments) instrument.settleIncome?.(settlement);
}
