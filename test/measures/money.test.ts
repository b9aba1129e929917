import { describe, expect, it } from 'vitest';
import { money } from '../../src/measures/money.ts';
import { COMMISSIONER, OUTSIDE, officeParty } from '../../src/model/money/books.ts';
import { HandMadeWorld, JOB_START, measure, SUSTAINED, whyOf } from './handMadeWorld.ts';

const clients = [0.1, 0.3, 0.7, 0.9].map((need, k) => ({ need, group: k < 2 ? 0 : 1 }));

/** Fees 800 (300 north jsa, 400 south esa, 200 north block, −100 clawback), provision 150, management 50. */
function paidWorld(returns?: Record<string, number>, priceEvent = ''): HandMadeWorld {
  const hand = new HandMadeWorld(clients, { returns, measures: { priceEvent } }).attachAll();
  const { books } = hand.world;
  const start = books.open('startFee', 'fee', 'fees');
  const block = books.open('block', 'fee', 'grants');
  books.post(0, COMMISSIONER, officeParty(0), start, 0, 300);
  books.post(1, COMMISSIONER, officeParty(1), start, 1, 400);
  books.post(2, COMMISSIONER, officeParty(0), start, 0, -100);
  books.post(2, COMMISSIONER, officeParty(0), block, -1, 200);
  books.post(0, COMMISSIONER, OUTSIDE, books.open('provision.health', 'provision', 'health'), 1, 150);
  books.post(0, COMMISSIONER, OUTSIDE, books.open('management', 'management', 'management'), -1, 50);
  books.post(0, officeParty(0), OUTSIDE, books.open('wages', 'cost', 'wages'), -1, 100);
  books.post(0, officeParty(1), OUTSIDE, books.open('wages', 'cost', 'wages'), -1, 500);
  return hand;
}

describe('payments', () => {
  it('sum to the same total by account and by office, clawbacks taken off', () => {
    const found = measure(money, paidWorld());
    expect(found['paid.total']).toBe(800);
    expect(found['paid.perClient']).toBe(200);
    expect(found['paid.by.account[account=startFee]']).toBe(600);
    expect(found['paid.by.account[account=block]']).toBe(200);
    expect(found['paid.by.office[office=north]']).toBe(400);
    expect(found['paid.by.office[office=south]']).toBe(400);
    // The block grant belongs to no group.
    expect(found['paid.by.group[group=jsa]']).toBe(200);
    expect(found['paid.by.group[group=esa]']).toBe(400);
  });

  it('and spending over fees, provision and management, by category', () => {
    const found = measure(money, paidWorld());
    expect(found['spend.total']).toBe(1000);
    const categories = Object.entries(found).filter(([key]) => key.startsWith('spend.by.category'));
    expect(Object.fromEntries(categories)).toEqual({
      'spend.by.category[category=fees]': 600,
      'spend.by.category[category=grants]': 200,
      'spend.by.category[category=health]': 150,
      'spend.by.category[category=management]': 50,
    });
  });

  it('leave a margin after costs', () => {
    const found = measure(money, paidWorld());
    expect(found['provider.margin']).toBe(0.25);
    expect(found['provider.margin[office=north]']).toBe(0.75);
    expect(found['provider.margin[office=south]']).toBe(-0.25);
    expect(measure(money, new HandMadeWorld(clients))['provider.margin']).toBeNull();
  });

  it('leave a surplus after costs, also where there is no income to hold it against', () => {
    const hand = paidWorld();
    const { books } = hand.world;
    expect(measure(money, hand)['provider.surplus']).toBe(200);
    expect(measure(money, hand)['provider.surplus[office=south]']).toBe(-100);
    books.post(3, COMMISSIONER, officeParty(1), books.open('startFee', 'fee', 'fees'), 1, -500);
    const found = measure(money, hand);
    expect(found['provider.surplus']).toBe(-300);
    expect(found['provider.surplus[office=south]']).toBe(-600);
    expect(measure(money, new HandMadeWorld(clients))['provider.surplus']).toBe(0);
  });

  it('leave no margin where more is taken back than was paid: a greater loss would look like a gain', () => {
    const hand = paidWorld();
    const { books } = hand.world;
    books.post(3, COMMISSIONER, officeParty(1), books.open('startFee', 'fee', 'fees'), 1, -500);
    const found = measure(money, hand);
    expect(found['provider.margin[office=south]']).toBeNull();
    expect(found['provider.margin']).toBe((300 - 600) / 300);
  });
});

describe('costs', () => {
  function withEvents(hand: HandMadeWorld): HandMadeWorld {
    hand.event(0, JOB_START, 1).event(1, JOB_START, 2).event(2, JOB_START, 3).event(3, JOB_START, 4);
    hand.event(0, SUSTAINED, 9).event(1, SUSTAINED, 9);
    return hand.twinEvent(0, JOB_START, 1).twinEvent(1, JOB_START, 1).twinEvent(0, SUSTAINED, 9);
  }

  it('are spending over outcomes, and over outcomes that the twins do not have', () => {
    const found = measure(money, withEvents(paidWorld()));
    expect(found['cost.perOutcome']).toBe(250);
    expect(found['cost.perOutcome[event=jobStart]']).toBe(250);
    expect(found['cost.perOutcome[event=sustained26]']).toBe(500);
    expect(found['cost.perAdditional']).toBe(500);
    expect(found['cost.perAdditional[event=sustained26]']).toBe(1000);
  });

  it('refer to the event that the scenario prices', () => {
    const found = measure(money, withEvents(paidWorld(undefined, 'sustained26')));
    expect(found['cost.perOutcome']).toBe(500);
    expect(found['cost.perOutcome[event=jobStart]']).toBe(250);
  });

  it('return money gross of the twins and net of them', () => {
    const found = measure(money, withEvents(paidWorld({ jobStart: 200, sustained26: 1000 })));
    // Gross: 4 × 200 + 2 × 1000. Net: 2 × 200 + 1 × 1000.
    expect(found['return.gross']).toBeCloseTo(2.8, 12);
    expect(found['return.net']).toBeCloseTo(1.4, 12);
  });

  it('are undefined, with the reason, where nothing was added and no returns are stated', () => {
    const hand = paidWorld();
    const rows = money.create(hand.setup).finish(hand.world, {});
    expect(whyOf(rows, 'cost.perOutcome')).toBe('no outcome was claimed');
    expect(whyOf(rows, 'cost.perAdditional')).toBe('no net additional outcome');
    expect(whyOf(rows, 'return.net')).toBe('the scenario states no returns');
  });
});
