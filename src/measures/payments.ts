import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { NOBODY_ATTACHED, wasAttached } from './follow.ts';
import { accountsOf, costsOfOffice, paidInAccount, paidToOffice, totalFees, totalSpend } from './ledger.ts';
import type { MeasureDoc } from './measure.ts';
import { ratioRow, valueRow } from './slices.ts';

const WHOLE_RUN = 'Money is counted over the whole run, not by cohort.';

/** The catalogue of who was paid what, and what was spent on what. */
export const paymentDocs: MeasureDoc[] = [
  {
    id: 'paid.total',
    kind: 'world',
    unit: 'money',
    better: 'lower',
    definition: 'Fees and grants that the commissioner paid to offices.',
    formula: 'Σ over accounts of fees: paid to offices − taken back.',
    reading: 'The price of the scheme.',
    caveat: `Without free provision and management: see spend.total. ${WHOLE_RUN}`,
    slices: [],
  },
  {
    id: 'paid.perClient',
    kind: 'world',
    unit: 'money a client',
    better: 'lower',
    definition: 'Fees and grants per attached client.',
    formula: 'paid.total / attached clients.',
    reading: 'Print it beside a comparison of structures: the same maximum is not the same spend.',
    caveat: WHOLE_RUN,
    slices: [],
  },
  {
    id: 'paid.by.group',
    kind: 'world',
    unit: 'money',
    definition: 'Fees paid for the clients of each group.',
    formula: 'Σ of what accounts of fees posted for the group.',
    reading: 'Who brings the money in.',
    caveat: `Money that belongs to no client, such as a block grant, is in no group. ${WHOLE_RUN}`,
    slices: ['group'],
  },
  {
    id: 'paid.by.account',
    kind: 'world',
    unit: 'money',
    definition: 'Fees and grants by instrument.',
    formula: 'paid.total, account by account.',
    reading: 'Which part of the scheme costs what.',
    caveat: WHOLE_RUN,
    slices: ['account'],
  },
  {
    id: 'paid.by.office',
    kind: 'world',
    unit: 'money',
    definition: 'Fees and grants by office.',
    formula: 'paid.total, office by office.',
    reading: 'Who is paid.',
    caveat: WHOLE_RUN,
    slices: ['office'],
  },
  {
    id: 'spend.total',
    kind: 'world',
    unit: 'money',
    definition: 'All that the commissioner spent: fees and grants, free provision, management.',
    formula: 'Σ over those accounts: paid by the commissioner − taken back.',
    reading: 'The base of the cost measures.',
    caveat: WHOLE_RUN,
    slices: [],
  },
  {
    id: 'spend.by.category',
    kind: 'world',
    unit: 'money',
    definition: 'Spending by category, such as fees, health, training or management.',
    formula: 'spend.total, by category of account.',
    reading: 'Where the money goes.',
    caveat: `What offices pay from their own money is not in it. ${WHOLE_RUN}`,
    slices: ['category'],
  },
  {
    id: 'provider.surplus',
    kind: 'world',
    unit: 'money',
    better: 'higher',
    definition: 'What is left to offices of their income after their costs.',
    formula: 'received − costs; costs are all that the office paid outside.',
    reading: 'Below 0: the office loses money. Unlike provider.margin it has a value without any income.',
    caveat: `Costs are those of the scenario, not of accounts that anybody has audited. ${WHOLE_RUN}`,
    slices: ['office'],
  },
  {
    id: 'provider.margin',
    kind: 'world',
    unit: 'share of income',
    definition: 'What offices keep of their income after their costs.',
    formula: '(received − costs) / received; costs are all that the office paid outside.',
    reading:
      'Below 0: the office loses money. It has no value where the office got nothing, or had to give back more than it got.',
    caveat: `Costs are those of the scenario, not of accounts that anybody has audited. ${WHOLE_RUN}`,
    slices: ['office'],
  },
];

export function paymentRows(world: World): MeasureRow[] {
  const { books, names, people } = world;
  const feeAccounts = accountsOf(books, 'fee');
  const total = totalFees(books);
  let attached = 0;
  for (let row = 0; row < people.count; row++) if (wasAttached(world, row)) attached++;
  const offices = names.offices.map((name, office) => ({
    slice: `office=${name}`,
    received: feeAccounts.reduce((sum, account) => sum + paidToOffice(books, account, office), 0),
    costs: costsOfOffice(books, office),
  }));
  const costs = offices.reduce((sum, office) => sum + office.costs, 0);
  const received = offices.reduce((sum, office) => sum + office.received, 0);
  return [
    valueRow('paid.total', '', total, ''),
    ratioRow('paid.perClient', '', total, attached, NOBODY_ATTACHED),
    ...names.groups.map((name, group) => {
      const paid = feeAccounts.reduce((sum, account) => sum + books.groupFlow(account, group), 0);
      return valueRow('paid.by.group', `group=${name}`, paid, '');
    }),
    ...feeAccounts.map((account) => {
      const slice = `account=${books.accounts[account].name}`;
      return valueRow('paid.by.account', slice, paidInAccount(books, account), '');
    }),
    ...offices.map((office) => valueRow('paid.by.office', office.slice, office.received, '')),
    valueRow('spend.total', '', totalSpend(books), ''),
    ...categoryRows(world),
    ...keptRows('', received, costs),
    ...offices.flatMap((office) => keptRows(office.slice, office.received, office.costs)),
  ];
}

/** Of who had to give back more than was paid there is no margin: a share of a negative income would grow with the loss. */
const keptRows = (slice: string, received: number, costs: number): MeasureRow[] => [
  valueRow('provider.surplus', slice, received - costs, ''),
  ratioRow('provider.margin', slice, received - costs, Math.max(0, received), 'no income above 0'),
];

function categoryRows({ books }: World): MeasureRow[] {
  const spent = new Map<string, number>();
  for (const account of accountsOf(books, 'fee', 'provision', 'management')) {
    const { category } = books.accounts[account];
    spent.set(category, (spent.get(category) ?? 0) + paidInAccount(books, account));
  }
  return [...spent].map(([category, amount]) =>
    valueRow('spend.by.category', `category=${category}`, amount, ''),
  );
}
