import { exp } from '../../random/index.ts';
import { COMMISSIONER, OUTSIDE } from '../money/books.ts';
import type { World } from '../world.ts';

/** Account of what reviews and new contracts cost the commissioner. */
export const TRANSACTION_ACCOUNT = 'transaction';

/**
 * Part of the usual share of records that audits look at in an office: (1 − scrutiny × trust), times what is left of it
 * in house.
 */
export function scrutinyOf({ phase, commissioner, names }: World, office: number): number {
  const { relations } = phase.scenario.commissioner;
  const { inHouse } = phase.scenario.offices[names.offices[office]];
  return (1 - relations.scrutiny * commissioner.trust[office]) * inHouse.audit;
}

/** How much better a rival must be beside, where the incumbent is trusted, in standard deviations. */
export function entryBar({ phase, commissioner }: World, incumbent: number): number {
  return phase.scenario.commissioner.relations.entry * commissioner.trust[incumbent];
}

/** Trust after promises at a review: T + growth × (1 − T) where one was kept, T × (1 − loss) where one was broken. */
export function rememberPromises(
  { phase, commissioner: { trust } }: World,
  offices: readonly number[],
  kept: readonly (boolean | undefined)[],
): void {
  const { growth, loss } = phase.scenario.commissioner.relations;
  offices.forEach((office, place) => {
    if (kept[place] === undefined) return;
    trust[office] += kept[place] ? growth * (1 - trust[office]) : -loss * trust[office];
  });
}

/**
 * At the end of a step, before reviews: trust falls with the false records that audits found, and the commissioner who
 * leaves takes trust along. The draw of leaving is the same in every design.
 */
export function ageRelations(world: World): void {
  const { phase, commissioner, offices, luck, step } = world;
  const { trust, found } = commissioner;
  const relations = phase.scenario.commissioner.relations;
  if (relations.found > 0) {
    for (let office = 0; office < offices.count; office++)
      if (found[office] > 0)
        trust[office] *= exp((-relations.found * found[office]) / Math.max(1, offices.attached[office]));
  }
  found.fill(0);
  if (relations.turnover <= 0) return;
  if (luck.commissionerTurnover.uniform(0, step) >= relations.turnover) return;
  commissioner.turnovers++;
  for (let office = 0; office < offices.count; office++) trust[office] *= 1 - relations.reset;
}

/** What a review of these offices costs, and the new contract of a successor (−1 for none). */
export function payTransaction(world: World, reviewed: readonly number[], successor: number): void {
  const { phase, commissioner, books, step } = world;
  const { reviewCost, contractCost } = phase.scenario.commissioner.relations;
  const lacking = (office: number): number => 1 - commissioner.trust[office];
  const review = reviewed.reduce((sum, office) => sum + reviewCost * lacking(office), 0);
  const contract = successor < 0 ? 0 : contractCost * lacking(successor);
  const cost = (review + contract) * phase.scenario.scale;
  if (cost <= 0) return;
  const account = books.open(TRANSACTION_ACCOUNT, 'management', 'transaction');
  books.post(step, COMMISSIONER, OUTSIDE, account, -1, cost);
}
