import { type AccountKind, type Books, COMMISSIONER, OUTSIDE, officeParty } from '../model/money/books.ts';

/** What the commissioner paid in one account to offices and to the outside, less what came back from each. */
export function paidInAccount(books: Books, account: number): number {
  let sum = books.flow(account, COMMISSIONER, OUTSIDE) - books.flow(account, OUTSIDE, COMMISSIONER);
  for (let office = 0; office < books.offices; office++) sum += paidToOffice(books, account, office);
  return sum;
}

/** What the commissioner paid to one office in one account, less what came back. */
export function paidToOffice(books: Books, account: number, office: number): number {
  const party = officeParty(office);
  return books.flow(account, COMMISSIONER, party) - books.flow(account, party, COMMISSIONER);
}

/** What an office spent outside in all accounts but gifts, less what came back. */
export function costsOfOffice(books: Books, office: number): number {
  const party = officeParty(office);
  let sum = 0;
  for (let account = 0; account < books.accounts.length; account++) {
    if (books.accounts[account].kind === 'gift') continue;
    sum += books.flow(account, party, OUTSIDE) - books.flow(account, OUTSIDE, party);
  }
  return sum;
}

/** Accounts of the kinds given, by number, in the order in which they were opened. */
export function accountsOf(books: Books, ...kinds: AccountKind[]): number[] {
  return books.accounts.flatMap((account, index) => (kinds.includes(account.kind) ? [index] : []));
}

/** The account of a name, −1 where it was never opened. */
export const accountNamed = (books: Books, name: string): number =>
  books.accounts.findIndex((account) => account.name === name);

/** All that the commissioner spent: fees and grants, provision, management. */
export function totalSpend(books: Books): number {
  return accountsOf(books, 'fee', 'provision', 'management').reduce(
    (sum, account) => sum + paidInAccount(books, account),
    0,
  );
}

/** All fees and grants that offices got, net. */
export function totalFees(books: Books): number {
  return accountsOf(books, 'fee').reduce((sum, account) => sum + paidInAccount(books, account), 0);
}
