import { partOf } from '../areas/areaShare.ts';
import { OUTSIDE, officeParty } from '../money/books.ts';
import { isOpen } from '../offices.ts';
import type { World } from '../world.ts';
import { type PartnershipState, POOLED } from './state.ts';
import { areaSize, effortCost } from './terms.ts';

/** Account of what joint work costs. */
export const JOINT_WORK = 'jointWork';

/**
 * Offices pay for the joint work of their area as it was delivered, and for the legal form of a pool, each by its share
 * of the area’s referrals. What partners are to get of rewards is their reason to work and no posting: offices hold the money.
 */
export function payJointWork(world: World, state: PartnershipState): void {
  const { areas, books, offices, phase, step } = world;
  const { partners, scale } = phase.scenario;
  const terms = Object.values(partners);
  areas.offices.forEach((members, area) => {
    const size = areaSize(world, area);
    if (size < 0) return;
    const cost = terms.reduce((sum, partner, at) => {
      const legal = state.budgets[area] === POOLED ? partner.legalCost * scale : 0;
      return sum + effortCost(partner, size, scale) * state.delivered[area * terms.length + at] + legal;
    }, 0);
    if (cost <= 0) return;
    const account = books.open(JOINT_WORK, 'cost', JOINT_WORK);
    const open = members.filter((office) => isOpen(offices, office, step));
    for (const office of open) {
      const part = partOf(offices.referralShare, open, office, size);
      if (part <= 0) continue;
      offices.cost[office] += cost * part;
      books.post(step, officeParty(office), OUTSIDE, account, -1, cost * part);
    }
  });
}
