import { payRunningActivities, payRunningInterventions } from '../../adoption/running.ts';
import { COMMISSIONER, OUTSIDE, officeParty } from '../../money/books.ts';
import { freeMoneyAccount } from '../../money/cash.ts';
import { bearContact } from '../../money/provision.ts';
import { isOpen } from '../../offices.ts';
import { payJointWork } from '../../partnership/pay.ts';
import { filledShare } from '../../staff/load.ts';
import type { World } from '../../world.ts';

/** Wages, fixed costs of offices with a contract, joint work, activities and the commissioner's own costs. */
export function payCosts(world: World): void {
  const { books, caseworkers, offices, phase, step } = world;
  const { scale, commissioner, clock } = phase.scenario;
  offices.cost.fill(0);
  const wages = books.open('wages', 'cost', 'wages');
  for (let worker = 0; worker < caseworkers.count; worker++) {
    const model = phase.roles[caseworkers.role[worker]];
    if (caseworkers.present[worker] === 0) continue;
    const cost = model.weeklyCost * filledShare(model, caseworkers.caseload[worker]);
    if (cost <= 0) continue;
    const office = caseworkers.office[worker];
    offices.cost[office] += cost;
    books.post(step, officeParty(office), OUTSIDE, wages, -1, cost);
  }
  Object.values(phase.scenario.offices).forEach((section, office) => {
    if (section.fixedCost <= 0 || !isOpen(offices, office, step)) return;
    const cost = section.fixedCost * scale;
    offices.cost[office] += cost;
    books.post(step, officeParty(office), OUTSIDE, books.open('fixed', 'cost', 'fixed'), -1, cost);
  });
  receiveFreeMoney(world);
  payRunningActivities(world);
  payRunningInterventions(world);
  if (world.partnership !== undefined) payJointWork(world, world.partnership);
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

/** Money of offices from elsewhere, which nobody in the model asks anything for. */
function receiveFreeMoney({ books, names, offices, phase, step }: World): void {
  const { scale, clock } = phase.scenario;
  if (step >= clock.referralWeeks) return;
  Object.values(phase.scenario.offices).forEach(({ mission }, office) => {
    const money = mission.freeMoney * scale;
    if (money <= 0 || !isOpen(offices, office, step)) return;
    books.post(step, OUTSIDE, officeParty(office), freeMoneyAccount(books, names.offices[office]), -1, money);
  });
}

/**
 * Money that activities cost besides the caseworker's time, paid by the office or by the commissioner, who may also
 * bear a part of what the office would have to pay, as far as places last.
 */
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
      const { cost, paidByOffice, category } = menu[chosen];
      const office = service.office[row];
      const group = people.group[row];
      const borne = paidByOffice ? cost * bearContact(world, chosen, office) : 0;
      if (borne > 0) {
        const account = books.open(`provision.${category}`, 'provision', category);
        books.post(step, COMMISSIONER, OUTSIDE, account, group, borne);
      }
      const payer = paidByOffice ? officeParty(office) : COMMISSIONER;
      if (paidByOffice) offices.cost[office] += cost - borne;
      if (cost > borne) books.post(step, payer, OUTSIDE, accounts[chosen], group, cost - borne);
    }
  }
}
