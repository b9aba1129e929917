import { sharesOf } from '../areas/areaShare.ts';
import { isOpen } from '../offices.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { World } from '../world.ts';
import type { BudgetState } from './state.ts';

export type Partner = Scenario['partners'][string];
type Settings = Pick<Scenario, 'partners' | 'partnership' | 'areas'>;

/** Effort that a partner gives in an area whatever is paid. */
export function priorityOf({ partners, areas }: Settings, area: string, partner: string): number {
  return areas[area]?.priority[partner] ?? partners[partner].priority;
}

/** Trust of the others in a partner at the start. */
export function startingTrust({ areas, partnership }: Settings, area: string, partner: string): number {
  return areas[area]?.trustIn[partner] ?? areas[area]?.trust ?? partnership.trust.start;
}

/** How budgets of an area are kept: fixed, or free for the partners to decide. */
export function budgetsOf({ areas, partnership }: Settings, area: string): BudgetState | 'free' {
  return areas[area]?.budgets ?? partnership.budgets;
}

/** Weight of the others’ share in what a partner decides in an area, by the state of budgets. */
export function coordinationOf({ areas, partnership }: Settings, area: string, state: BudgetState): number {
  if (state === 'pooled') return 1;
  return areas[area]?.[state] ?? partnership.coordination[state];
}

/** Influence of each partner: as stated, else its share. */
export function influences({ partners }: Pick<Scenario, 'partners'>): Float64Array {
  return Float64Array.from(Object.values(partners), ({ share, influence }) => influence ?? share);
}

/** The area’s share of all referrals now; −1 where no office of it has a contract, so that nobody pays for joint work. */
export function areaSize({ areas, offices, step }: World, area: number): number {
  const open = areas.offices[area].filter((office) => isOpen(offices, office, step));
  return open.length === 0 ? -1 : sharesOf(offices.referralShare, open);
}

/** Money a step that full effort of a partner costs in an area of this size (share of referrals). */
export function effortCost({ effortCost, fixedCost }: Partner, size: number, scale: number): number {
  return (effortCost * size + fixedCost) * scale;
}
