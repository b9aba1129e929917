import { describe, expect, it } from 'vitest';
import { formulaVariables } from '../../../src/model/formulas/variables.ts';
import { checkMoney, near } from '../../support/conserved.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { mean, partners, partnershipOf, reliable } from './partners.ts';

const priority: Patch = {
  partners: { police: { priority: 0.3 }, probation: { priority: 0.1 }, council: { priority: 0.2 } },
};

describe('a partnership', () => {
  it('is not there without partners', () => {
    expect(runSmall(openSmall()).partnership).toBeUndefined();
    expect(runSmall(openSmall({ partnership: { budgets: 'pooled' } })).partnership).toBeUndefined();
  });

  it('gives local priority alone where nothing is at stake', () => {
    const { promised, jointEffort } = partnershipOf(
      runSmall(openSmall(partners, priority, reliable, { partnership: { reach: { jobStart: 0 } } })),
    );
    expect([...promised]).toEqual([0.3, 0.1, 0.2, 0.3, 0.1, 0.2]);
    for (const joint of jointEffort) expect(joint).toBeCloseTo(0.5 * 0.3 + 0.3 * 0.1 + 0.2 * 0.2, 12);
  });

  it('works for what is at stake, less where the same is shared by more, and more where they decide as one', () => {
    const effort = (...patches: Patch[]): number => {
      const efforts: number[] = [];
      runSmall(openSmall(partners, reliable, { partnership: { trust: { start: 1 } } }, ...patches), {
        look: (world) => {
          if (world.step >= 13 && world.step < 39) efforts.push(mean(partnershipOf(world).jointEffort));
        },
      });
      return mean(efforts);
    };
    const shared = effort();
    const alone = effort({
      partners: { police: { share: 1, effortCost: 90 }, probation: null, council: null },
    });
    const pooled = effort({ partnership: { budgets: 'pooled' } });
    expect(shared).toBeGreaterThan(0.01);
    expect(alone).toBeGreaterThan(1.5 * shared);
    expect(pooled).toBeGreaterThan(1.5 * shared);
  });

  it('is paid by the offices as it is delivered', () => {
    let due = 0;
    const world = runSmall(openSmall(partners, priority), {
      look: (now) => {
        // What was paid in a step had been delivered at its beginning.
        if (now.step + 1 >= now.steps) return;
        const { delivered } = partnershipOf(now);
        [40, 30, 20].forEach((cost, partner) => {
          due += 0.5 * cost * (delivered[partner] + delivered[3 + partner]);
        });
      },
      prepare: (now) => {
        const { promised } = partnershipOf(now);
        expect([...promised]).toEqual([0.3, 0.1, 0.2, 0.3, 0.1, 0.2]);
      },
    });
    checkMoney(world);
    const { books } = world;
    const account = books.accounts.findIndex(({ name }) => name === 'jointWork');
    expect(books.accounts[account].kind).toBe('cost');
    let paid = 0;
    for (let step = 1; step < world.steps; step++) paid += books.stepFlow(account, step);
    expect(paid).toBeGreaterThan(0);
    near(paid, due);
  });

  it('is what hazards may read', () => {
    const { scenario } = openSmall(partners).designs[0];
    for (const context of ['hazard', 'measure'] as const)
      expect(formulaVariables(context, scenario).map(({ name }) => name)).toContain('jointEffort');
    expect(formulaVariables('belief', scenario).map(({ name }) => name)).not.toContain('jointEffort');
  });
});
