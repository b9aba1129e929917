import { expect, test } from 'vitest';
import { clientAmounts } from '../../../src/model/incentives/clientAmounts.ts';
import { Formula } from '../../../src/scenario/kit/index.ts';
import { claimed, eightPeople, eventOf, instrumentOf } from './scheme.ts';

test('a formula is a number for each client, with the mean of each group', () => {
  const amounts = clientAmounts(new Formula('price', '800 * predictedNeed'), eightPeople(), 3);
  expect(amounts.constant).toBeUndefined();
  expect([0, 1, 6].map(amounts.of)).toEqual([0, 100, 600]);
  // jsa are rows 0 2 4 6, esa 1 3 5 7, and nobody is in the third group.
  expect([...amounts.groupMeans]).toEqual([300, 400, 0]);
});

test('a number or a formula without variables is the same for everybody', () => {
  for (const text of [600, '2 * 300']) {
    const amounts = clientAmounts(new Formula('price', text), eightPeople(), 3);
    expect(amounts.constant).toBe(600);
    expect([...amounts.groupMeans]).toEqual([600, 600, 600]);
    expect(amounts.of(5)).toBe(600);
  }
});

test('a price formula reads records only', () => {
  expect(() => clientAmounts(new Formula('price', '100 * need'), eightPeople(), 3)).toThrow(/"need"/);
});

test('a group price goes before amount, for what is paid and what is believed', () => {
  const fee = { kind: 'milestoneFee', event: 'jobStart', amount: 600, byGroup: { esa: 1800 } };
  const { instrument, paid } = instrumentOf(fee);
  expect([0, 1, 2].map((group) => instrument.believedPrice(eventOf('jobStart'), group, 0, true))).toEqual([
    600, 1800, 600,
  ]);
  expect(instrument.believedPriceOf).toBeUndefined();
  instrument.onEvent!(claimed('jobStart', 0));
  expect(paid()).toBe(600);
  instrument.onEvent!(claimed('jobStart', 1));
  expect(paid()).toBe(2400);
});

test('a formula price is paid by client and believed by client, and by group at its mean', () => {
  const fee = {
    kind: 'milestoneFee',
    event: 'jobStart',
    amount: '800 * predictedNeed',
    byGroup: { esa: 50 },
  };
  const { instrument, setup, paid } = instrumentOf(fee);
  const jobStart = eventOf('jobStart');
  expect(instrument.believedPrice(jobStart, 0, 0, true)).toBe(300);
  expect(instrument.believedPrice(jobStart, 1, 0, true)).toBe(50);
  expect([0, 6, 7].map((client) => instrument.believedPriceOf!(jobStart, client, 0, true))).toEqual([
    0, 600, 50,
  ]);
  for (const client of [0, 6, 7]) instrument.onEvent!(claimed('jobStart', client));
  expect(paid()).toBe(650);
  expect(setup.books.groupFlow(0, 0)).toBe(600);
  expect(setup.books.groupFlow(0, 1)).toBe(50);
});

test('group prices for every group make the formula idle', () => {
  const fee = { kind: 'attachmentFee', amount: '-1 * predictedNeed', byGroup: { jsa: 1, esa: 2, empty: 3 } };
  const { instrument } = instrumentOf(fee);
  expect(instrument.believedPriceOf).toBeUndefined();
  expect(instrument.believedPrice(eventOf('attached'), 2, 0, true)).toBe(3);
});

test('a price below 0 or undefined for some client is refused by name', () => {
  for (const amount of ['100 - 800 * predictedNeed', '100 / predictedNeed', 'log(predictedNeed - 1)'])
    expect(() => instrumentOf({ kind: 'attachmentFee', amount })).toThrow(/incentives\.fee\.amount/);
});
