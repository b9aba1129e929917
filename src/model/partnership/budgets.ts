import type { World } from '../world.ts';
import { considered } from './considered.ts';
import { promisedEffort } from './promise.ts';
import { type BudgetState, budgetStates, type PartnershipState, POOLED } from './state.ts';
import { areaSize, budgetsOf, coordinationOf } from './terms.ts';
import { meanTrust } from './trust.ts';

/** Sets how budgets of an area are kept and, with it, how far its partners decide as one. */
export function setBudgets(world: World, state: PartnershipState, area: number, budgets: BudgetState): void {
  const { scenario } = world.phase;
  const place = budgetStates.indexOf(budgets);
  const free = budgetsOf(scenario, world.areas.names[area]) === 'free';
  if (free && state.budgets[area] === POOLED && place !== POOLED) {
    state.collapses[area]++;
    state.fellAt[area] = world.step;
  }
  state.budgets[area] = place;
  state.coordination[area] = coordinationOf(scenario, world.areas.names[area], budgets);
}

/**
 * Decides how budgets of an area are kept (M41 of document 003), where they are free: pooled if every partner wants it, else
 * aligned if trust is enough in the mean, else separate. A fixed state is kept whatever partners want.
 */
export function decideBudgets(world: World, state: PartnershipState, area: number): void {
  const { scenario } = world.phase;
  const fixed = budgetsOf(scenario, world.areas.names[area]);
  const { names, trust } = state;
  const trusted = meanTrust(trust[area], names.length) >= scenario.partnership.trustToAlign;
  const otherwise = trusted ? 'aligned' : 'separate';
  const pool = () => names.every((_, partner) => wantsPool(world, state, area, partner, otherwise));
  setBudgets(world, state, area, fixed !== 'free' ? fixed : pool() ? 'pooled' : otherwise);
}

/**
 * Whether a partner wants the pool: it trusts the others, and what it believes to get of what the pool adds to joint
 * effort, less its own further effort, the loss of control, the cost of the legal form and the fear of a pool that fell
 * elsewhere, is above 0 within the horizon.
 */
export function wantsPool(
  world: World,
  state: PartnershipState,
  area: number,
  partner: number,
  otherwise: BudgetState,
): boolean {
  const { scenario } = world.phase;
  const { partnership, scale } = scenario;
  const size = areaSize(world, area);
  if (size < 0) return false;
  const own = considered(world, state, area, partner, 1);
  if (own.trust < partnership.trustToPool) return false;
  const loose = coordinationOf(scenario, world.areas.names[area], otherwise);
  const effort = (i: number, coordination: number): number =>
    promisedEffort(considered(world, state, area, i, coordination));
  let added = 0;
  state.names.forEach((_, i) => {
    added += state.influence[i] * (effort(i, 1) - effort(i, loose));
  });
  const gain = own.share * own.trust * Math.max(0, own.stake) * added;
  const further = own.cost * (effort(partner, 1) - effort(partner, loose));
  const { controlLoss, span, contagion, legalCost } = Object.values(scenario.partners)[partner];
  const fear = isScared(world, state, area) ? contagion : 0;
  const burden = ((controlLoss * span + fear) * size + legalCost) * scale * partnership.horizon;
  return gain - further - burden > 0;
}

/** Whether a pool of another area, or one outside, fell lately: before this step, so that the order of areas is nothing. */
export function isScared({ phase, step }: World, state: PartnershipState, area: number): boolean {
  const { scareWeeks } = phase.scenario.partnership;
  const lately = (fell: number): boolean => fell >= 0 && fell < step && step - fell <= scareWeeks;
  return lately(state.elsewhereFellAt) || state.fellAt.some((fell, other) => other !== area && lately(fell));
}
