import { describe, expect, it } from 'vitest';
import { COMMISSIONER, OUTSIDE, officeParty } from '../../../src/model/money/books.ts';
import { liquidityShortfall } from '../../../src/model/week/liquidity.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const both = (patch: Patch): Patch => ({ offices: { north: patch, south: patch } });

/** All that was posted to an office less all that it paid, from the flows between parties. */
function posted({ books, offices }: World, office: number): number {
  const parties = [COMMISSIONER, OUTSIDE, ...Array.from({ length: offices.count }, (_, o) => officeParty(o))];
  const own = officeParty(office);
  return books.accounts.reduce(
    (sum, _, account) =>
      sum +
      parties.reduce(
        (part, party) => part + books.flow(account, party, own) - books.flow(account, own, party),
        0,
      ),
    0,
  );
}

describe('cash', () => {
  it('is what was there at the start and all that was posted since, in every week', () => {
    let lowest = Number.POSITIVE_INFINITY;
    const world = runSmall(
      openSmall({ scale: 2, offices: { north: { cash: { start: 5000 } }, south: { fixedCost: 40 } } }),
      {
        look: (now) => {
          for (const [office, start] of [10000, 0].entries()) {
            const expected = start + posted(now, office);
            expect(Math.abs(now.offices.cash[office] - expected)).toBeLessThanOrEqual(
              1e-9 * Math.max(1, Math.abs(expected)),
            );
          }
          lowest = Math.min(lowest, now.offices.cash[1]);
        },
      },
    );
    expect(world.offices.cash[0]).not.toBe(10000);
    expect(world.offices.lowestCash[1]).toBe(Math.min(0, lowest));
    expect(world.offices.lowestCash[1]).toBeLessThan(0);
  });

  it('presses as it falls short of the reserve, and not at all unless stated', () => {
    const world = {
      offices: { cash: [0], lastWeekCost: [100] },
      clock: { stepsPerWeek: 1 },
    } as unknown as World;
    const short = (cash: number, reserve: number): number => {
      world.offices.cash[0] = cash;
      return liquidityShortfall(world, 0, reserve);
    };
    expect([900, 800, 400, 0, -400].map((cash) => short(cash, 8))).toEqual([0, 0, 0.5, 1, 1.5]);
    expect([10, 0, -10].map((cash) => short(cash, 0))).toEqual([0, 0, 1]);

    const poor = both({ cash: { start: -1e6, reserveWeeks: 4 }, pressure: { response: 0, cap: 1.5 } });
    expect([...runSmall(openSmall(poor)).offices.pressure]).toEqual([0, 0]);
    const pressed: number[][] = [];
    runSmall(openSmall(poor, both({ cash: { response: 0.5 } })), {
      look: ({ offices }) => pressed.push([...offices.pressure]),
    });
    // Far in the red up to the cap; before the first costs and after the last any red counts as 1.
    expect(pressed[0]).toEqual([0.5, 0.5]);
    expect(pressed[10]).toEqual([1.5, 1.5]);
    expect(pressed[51]).toEqual([0.5, 0.5]);
    const rich = both({ cash: { start: 1e9, response: 0.5 }, pressure: { response: 0 } });
    expect([...runSmall(openSmall(rich)).offices.pressure]).toEqual([0, 0]);
  });
});

describe('the manager', () => {
  const pressing = (base: number, passesOn: number) =>
    runSmall(openSmall(both({ pressure: { base, response: 0 }, manager: { passesOn } })));
  const hoursOf = ({ service, clients }: World) => [copyOf(service), copyOf(clients)];

  it('who shields gives caseworkers the hours of no pressure, to the last digit', () => {
    const shielded = pressing(1.2, 0);
    expect([...shielded.offices.pressure]).toEqual([1.2, 1.2]);
    expect([...shielded.offices.felt]).toEqual([0, 0]);
    expect(hoursOf(shielded)).toEqual(hoursOf(pressing(0, 1)));
    expect(shielded.caseworkers.strain).toEqual(pressing(0, 1).caseworkers.strain);
    expect(hoursOf(shielded)).not.toEqual(hoursOf(pressing(1.2, 1)));
  });

  it('who amplifies makes them feel more', () => {
    expect([...pressing(0.6, 2).offices.felt]).toEqual([1.2, 1.2]);
    expect(hoursOf(pressing(0.6, 2))).toEqual(hoursOf(pressing(1.2, 1)));
  });
});
