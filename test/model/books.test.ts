import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccountKind, Books, COMMISSIONER, OUTSIDE, officeParty } from '../../src/model/money/books.ts';

const kinds: AccountKind[] = ['fee', 'provision', 'cost', 'management'];

test('what one party pays another gets, in one posting', () => {
  const books = new Books(2, 3, 5);
  const fees = books.open('startFee', 'fee', 'fees');
  books.post(1, COMMISSIONER, officeParty(1), fees, 2, 600);
  expect(books.flow(fees, COMMISSIONER, officeParty(1))).toBe(600);
  expect(books.paidBy(COMMISSIONER)).toBe(600);
  expect(books.receivedBy(officeParty(1))).toBe(600);
  expect(books.receivedBy(officeParty(0))).toBe(0);
  expect(books.groupFlow(fees, 2)).toBe(600);
  expect(books.stepFlow(fees, 1)).toBe(600);
  expect(books.officeIncome(1, 1)).toBe(600);
  expect(books.officeIncome(1, 2)).toBe(0);
});

test('a penalty flows back to the commissioner and lowers what the office got', () => {
  const books = new Books(1, 1, 2);
  const fees = books.open('target', 'fee', 'fees');
  books.post(0, COMMISSIONER, officeParty(0), fees, -1, 100);
  books.post(1, COMMISSIONER, officeParty(0), fees, -1, -30);
  expect(books.paidBy(COMMISSIONER, 'fee')).toBe(70);
  expect(books.receivedBy(officeParty(0), 'fee')).toBe(70);
  expect(books.groupFlow(fees, -1)).toBe(70);
  expect(books.officeIncome(0, 1)).toBe(-30);
});

test('an account is opened once by its name', () => {
  const books = new Books(1, 1, 1);
  const first = books.open('fee', 'fee', 'fees');
  expect(books.open('grant', 'fee', 'fees')).not.toBe(first);
  expect(books.open('fee', 'fee', 'fees')).toBe(first);
  expect(books.accounts.map((account) => account.name)).toEqual(['fee', 'grant']);
});

test('only fees and grants are income of an office', () => {
  const books = new Books(1, 1, 1);
  const cost = books.open('staff', 'cost', 'staff');
  const provision = books.open('therapy', 'provision', 'health');
  books.post(0, officeParty(0), OUTSIDE, cost, -1, 900);
  books.post(0, COMMISSIONER, officeParty(0), provision, 0, 50);
  expect(books.officeIncome(0, 0)).toBe(0);
  expect(books.paidBy(officeParty(0), 'cost')).toBe(900);
  expect(books.receivedBy(OUTSIDE)).toBe(900);
});

test('money is conserved: parties, groups and steps add up to the same sums', () => {
  const posting = fc.record({
    step: fc.nat(4),
    from: fc.nat(4),
    to: fc.nat(4),
    account: fc.nat(3),
    group: fc.integer({ min: -1, max: 1 }),
    amount: fc.integer({ min: -1000, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(posting, { maxLength: 60 }), (postings) => {
      const books = new Books(3, 2, 5);
      for (const kind of kinds) books.open(kind, kind, kind);
      for (const { step, from, to, account, group, amount } of postings)
        books.post(step, from, to, account, group, amount);
      // Whole amounts, so that sums in any order are exact.
      const parties = [0, 1, 2, 3, 4];
      const total = (of: (party: number) => number) => parties.reduce((sum, party) => sum + of(party), 0);
      expect(total((party) => books.paidBy(party))).toBe(total((party) => books.receivedBy(party)));
      for (const [account, kind] of kinds.entries()) {
        const paid = total((party) => books.paidBy(party, kind));
        expect([-1, 0, 1].reduce((sum, group) => sum + books.groupFlow(account, group), 0)).toBe(paid);
        expect([0, 1, 2, 3, 4].reduce((sum, step) => sum + books.stepFlow(account, step), 0)).toBe(paid);
        const posted = postings.filter((each) => each.account === account);
        expect(paid).toBe(posted.reduce((sum, each) => sum + each.amount, 0));
      }
    }),
    { seed: 2, numRuns: 200 },
  );
});
