import { OUTSIDE, officeParty } from '../model/money/books.ts';
import { JOINT_WORK } from '../model/partnership/pay.ts';
import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { accountNamed } from './ledger.ts';
import { valueRow } from './slices.ts';

/** What offices paid for the joint work of their areas, in all and by area. */
export function jointCostRows({ areas, books }: World): MeasureRow[] {
  const account = accountNamed(books, JOINT_WORK);
  const paid = areas.offices.map((members) =>
    account < 0
      ? 0
      : members.reduce((sum, office) => sum + books.flow(account, officeParty(office), OUTSIDE), 0),
  );
  return [
    valueRow(
      'partnership.cost',
      '',
      paid.reduce((sum, each) => sum + each, 0),
      '',
    ),
    ...areas.names.map((name, area) => valueRow('partnership.cost', `area=${name}`, paid[area], '')),
  ];
}
