import type { World } from '../world.ts';
import { type Books, officeParty } from './books.ts';

/** The account of an office's money from elsewhere, opened if it is new. */
export const freeMoneyAccount = (books: Books, office: string): number =>
  books.open(`freeMoney.${office}`, 'gift', 'freeMoney');

/** Money that an office has at hand now: what it began with, and all that was posted to it less all that it paid. */
export function cashOf({ books, offices }: World, office: number): number {
  return offices.cashAtStart[office] + books.balance(officeParty(office));
}

/** Counts the money of all offices at the end of a step. */
export function countCash(world: World): void {
  const { offices } = world;
  for (let office = 0; office < offices.count; office++) {
    offices.cash[office] = cashOf(world, office);
    offices.lowestCash[office] = Math.min(offices.lowestCash[office], offices.cash[office]);
  }
}
