import { fileDemand } from '../../areas/areaDemand.ts';
import type { World } from '../../world.ts';
import { payContacts } from './contacts.ts';
import { payCosts } from './costs.ts';
import { payEvents } from './events.ts';
import { payItems } from './items.ts';
import { misreport } from './misreports.ts';
import { fileReports } from './report.ts';
import { scoreNeeds } from './score.ts';

/**
 * Step 8. What happened is recorded and billed: instruments pay for claimed events and recorded contacts,
 * offices pay their staff, activities are paid by who is to pay them. Events are on record at once and
 * every record is true, but for contacts in form only, as long as the scenario has no duty of recording.
 */
export function claim(world: World): void {
  payCosts(world);
  misreport(world);
  payEvents(world);
  payContacts(world);
  payItems(world);
  scoreNeeds(world);
  const { offices, service, step } = world;
  offices.attached.fill(0);
  for (let at = 0; at < service.attachedCount; at++) offices.attached[service.office[service.attached[at]]]++;
  fileReports(world);
  fileDemand(world);
  world.record.claims.clear();
  const settlement = { step, attachedByOffice: offices.attached };
  for (const instrument of world.instruments) instrument.settle?.(settlement);
  for (const instrument of world.instruments) instrument.settleIncome?.(settlement);
}
