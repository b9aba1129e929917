import { describe, expect, it } from 'vitest';
import { isScared, wantsPool } from '../../../src/model/partnership/budgets.ts';
import { budgetStates, POOLED } from '../../../src/model/partnership/state.ts';
import { buildSmall, openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { mean, partners, partnershipOf, reliable } from './partners.ts';

/** Equal partners whose budgets are free: where shares differ, the smallest may gain too little to join. */
const free: Patch = {
  partners: {
    police: { share: 0.34, effortCost: 30 },
    probation: { share: 0.33, effortCost: 30 },
    council: { share: 0.33, effortCost: 30 },
  },
  partnership: { budgets: 'free', trust: { start: 0.9 }, reach: { jobStart: -0.15 } },
};
const all = (terms: Patch): Patch => ({ partners: { police: terms, probation: terms, council: terms } });

describe('budgets', () => {
  it.each(budgetStates)('are kept %s where the scenario fixes them, whatever partners want', (budgets) => {
    const terms = { controlLoss: 1e6, turnover: 5 };
    const seen = new Set<number>();
    const coordination = new Set<number>();
    const world = runSmall(openSmall(partners, all(terms), { partnership: { budgets } }), {
      look: (now) => {
        for (const place of partnershipOf(now).budgets) seen.add(place);
        for (const weight of partnershipOf(now).coordination) coordination.add(weight);
      },
    });
    expect([...seen]).toEqual([budgetStates.indexOf(budgets)]);
    expect([...coordination]).toEqual([{ separate: 0, aligned: 0.5, pooled: 1 }[budgets]]);
    expect([...partnershipOf(world).collapses]).toEqual([0, 0]);
  });

  it('that are free are pooled where all trust and gain, and not where control, law or distrust weigh more', () => {
    const pooledWeeks = (...patches: Patch[]): number => {
      let weeks = 0;
      runSmall(openSmall(partners, reliable, free, ...patches), {
        look: (now) => {
          if (partnershipOf(now).budgets[0] === POOLED) weeks++;
        },
      });
      return weeks;
    };
    const weeks = pooledWeeks();
    expect(weeks).toBeGreaterThan(20);
    expect(pooledWeeks({ partners: { police: { controlLoss: 1e5 } } })).toBe(0);
    expect(pooledWeeks({ partners: { council: { legalCost: 1e5 } } })).toBe(0);
    expect(pooledWeeks({ partnership: { trust: { start: 0.1, growth: 0 } } })).toBe(0);
    expect(pooledWeeks({ partnership: { reach: { jobStart: 0 } } })).toBe(0);
  });

  it('are less often pooled the more partners answer for what others control', () => {
    const wants = (span: number): boolean => {
      const own = { controlLoss: 1, span };
      const { world } = buildSmall(openSmall(partners, reliable, free, { partners: { police: own } }));
      const state = partnershipOf(world);
      state.stake.fill(4000);
      return wantsPool(world, state, 0, 0, 'aligned');
    };
    const spans = [1, 2, 4, 8, 16, 32].map(wants);
    expect(spans[0]).toBe(true);
    expect(spans[5]).toBe(false);
    // Once it wants none it wants none at any wider span.
    expect(spans.lastIndexOf(true)).toBe(spans.indexOf(false) - 1);
  });

  it('fall when a leader leaves with trust, which scares other areas and not the area itself', () => {
    const world = runSmall(
      openSmall(partners, reliable, free, all({ turnover: 1 }), { partnership: { trust: { growth: 0.4 } } }),
    );
    const state = partnershipOf(world);
    expect(mean(state.leadersLeft)).toBeGreaterThan(0);
    expect(state.collapses[0] + state.collapses[1]).toBeGreaterThan(0);
    state.fellAt.set([world.step - 10, -1]);
    expect(isScared(world, state, 0)).toBe(false);
    expect(isScared(world, state, 1)).toBe(true);
    state.fellAt.set([world.step - 60, -1]);
    expect(isScared(world, state, 1)).toBe(false);
    state.elsewhereFellAt = world.step - 1;
    expect(isScared(world, state, 1)).toBe(true);
  });

  it('in a pool cost its legal form', () => {
    const paid = (legalCost: number): number => {
      const { books } = runSmall(
        openSmall(partners, all({ legalCost }), { partnership: { budgets: 'pooled' } }),
      );
      const account = books.accounts.findIndex(({ name }) => name === 'jointWork');
      let sum = 0;
      for (let step = 0; step < 52; step++) sum += books.stepFlow(account, step);
      return sum;
    };
    // Three partners in two areas for all 52 steps.
    expect(paid(5) - paid(0)).toBeCloseTo(3 * 2 * 52 * 5, 6);
  });

  // Where there is room for effort: with a stake far above the cost aligned partners give nearly all, a pool adds less than
  // the control that it takes, nobody wants it, and budgets that had to be aligned first stay behind those that always were.
  it('that are free bring more effort than alignment where leaders stay, and less where they turn over', () => {
    const many: Patch = {
      clock: { referralWeeks: 260, followUp: 26 },
      clients: { referrals: { value: 26 } },
      measures: { horizon: 20, window: 26 },
      caseworkers: { roles: { adviser: { posts: 20 }, broker: { posts: 20 } } },
      offices: {
        north: null,
        south: null,
        ...Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`o${k}`, { share: 0.05 }])),
      },
      partners: {
        police: { effortCost: 280 },
        probation: { effortCost: 280 },
        council: { effortCost: 280 },
      },
      partnership: { trust: { start: 0.3 } },
    };
    const effort = (budgets: string, turnover: number): number[] => {
      const sums = new Array<number>(20).fill(0);
      runSmall(
        openSmall(partners, reliable, free, many, all({ turnover, controlLoss: 6 }), {
          partnership: { budgets },
        }),
        {
          look: (world) => {
            if (world.step >= 260) return;
            for (const [area, joint] of partnershipOf(world).jointEffort.entries()) sums[area] += joint / 260;
          },
        },
      );
      return sums;
    };
    /** Mean gain over areas in standard errors, areas paired. */
    const gain = (turnover: number): number => {
      const aligned = effort('aligned', turnover);
      const gains = effort('free', turnover).map((joint, area) => joint - aligned[area]);
      const variance = gains.reduce((sum, each) => sum + (each - mean(gains)) ** 2, 0) / 19;
      return mean(gains) / Math.sqrt(variance / 20);
    };
    // t of 19 degrees of freedom: 3.88 leaves one in a thousand outside.
    expect(gain(0)).toBeGreaterThan(3.88);
    expect(gain(0.6)).toBeLessThan(-3.88);
  });
});
