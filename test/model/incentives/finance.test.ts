import { describe, expect, test } from 'vitest';
import { createInstruments } from '../../../src/model/incentives/registry.ts';
import { COMMISSIONER, officeParty } from '../../../src/model/money/books.ts';
import { attachedNow, scheme, testSetup } from './scheme.ts';

const steps = 20;

/** Runs a scheme in which office a earns so much in each step, beside what finances it. */
function run(entries: Record<string, unknown>, earned: (step: number) => number, until = steps) {
  const setup = testSetup();
  const { books } = setup;
  const fees = books.open('fees', 'fee', 'fees');
  const instruments = scheme(entries, setup);
  for (let step = 0; step < until; step++) {
    books.post(step, COMMISSIONER, officeParty(0), fees, -1, earned(step));
    for (const each of instruments) each.settle?.({ step, attachedByOffice: attachedNow() });
    for (const each of instruments) each.settleIncome?.({ step, attachedByOffice: attachedNow() });
  }
  const net = (name: string) => books.flow(books.open(name, 'fee', ''), COMMISSIONER, officeParty(0));
  const income = (step: number) => books.officeIncome(0, step);
  return { setup, instruments, net, income };
}

describe('money upfront', () => {
  const advance = { kind: 'upfront', amount: 1000, recoup: 0.5 };

  test('comes at the start by share of referrals, and is paid back out of what is earned', () => {
    const { net, income } = run({ advance }, (step) => (step < 5 ? 100 : 400));
    expect(income(0)).toBe(100 + 750);
    expect([1, 4, 5, 6, 7, 8].map(income)).toEqual([50, 50, 200, 200, 250, 400]);
    expect(net('advance')).toBe(0);
  });

  test.each([
    ['kept', 750 - 19 * 5],
    ['due', 0],
  ])('what is left at the end is %s', (remainder, left) => {
    const { net } = run({ advance: { ...advance, remainder } }, () => 10);
    expect(net('advance')).toBeCloseTo(left, 9);
  });

  test('penalties above fees are no income: nothing is paid back out of them', () => {
    const { net } = run({ advance }, () => -50);
    expect(net('advance')).toBe(750);
  });

  test('is paid once where terms change, and due when the scheme gives it up', () => {
    const { setup, instruments, net } = run({ advance: { ...advance, remainder: 'due' } }, () => 100, 5);
    const later = scheme({ advance: { ...advance, recoup: 1 } }, { ...setup, startStep: 5 }, instruments);
    later[0].settleIncome!({ step: 5, attachedByOffice: attachedNow() });
    expect(net('advance')).toBe(750 - 4 * 50);
    createInstruments({}, { ...setup, startStep: 6 }, instruments);
    expect(net('advance')).toBe(0);
  });
});

describe('payment in arrears', () => {
  const late = { kind: 'arrears', share: 0.4, weeks: 3 };

  test('withholds a share and pays it so many weeks later', () => {
    const { income } = run({ late }, (step) => (step === 2 ? 500 : 0));
    expect([2, 3, 4, 5, 6].map(income)).toEqual([300, 0, 0, 200, 0]);
  });

  test('takes nothing in the end: all that is outstanding is paid in the last week', () => {
    const { net, income } = run({ late }, () => 100);
    expect(net('late')).toBeCloseTo(0, 9);
    expect([0, 3, 18, 19].map(income)).toEqual([60, 100, 100, 100 + 40 + 40 + 40]);
  });

  test('pays what is outstanding when the scheme gives it up, and goes on where terms change', () => {
    const { setup, instruments, net } = run({ late }, () => 100, 2);
    expect(net('late')).toBe(-80);
    const later = scheme({ late: { ...late, share: 0 } }, { ...setup, startStep: 2 }, instruments);
    later[0].settleIncome!({ step: 3, attachedByOffice: attachedNow() });
    expect(net('late')).toBe(-40);
    createInstruments({}, { ...setup, startStep: 4 }, later);
    expect(net('late')).toBe(0);
  });

  test('late payment, advances and their return are not earned, in whatever order they stand', () => {
    const advance = { kind: 'upfront', amount: 1000, recoup: 0.5 };
    const one = run({ late, advance }, () => 100);
    const other = run({ advance, late }, () => 100);
    for (const name of ['late', 'advance']) expect(one.net(name)).toBe(other.net(name));
    for (let step = 0; step < steps; step++) {
      expect(one.setup.books.officeEarned(0, step)).toBe(100);
      expect(one.income(step)).toBeCloseTo(other.income(step), 9);
    }
    expect(one.net('advance')).toBe(run({ advance }, () => 100).net('advance'));
  });
});
