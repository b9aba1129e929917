import { describe, expect, it } from 'vitest';
import { levelOf } from '../../../src/model/adoption/effect.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** A city whose police would have to set up restorative justice, and share what it earns with two others. */
const city = (police: number, more: Patch = {}): Patch => ({
  areas: { city: {} },
  offices: {
    north: { area: 'city', cash: { start: 1e6 } },
    south: { area: 'city', cash: { start: 1e6 } },
  },
  incentives: { joining: null, lasting: null, start: { amount: 3000 } },
  partners: {
    police: { share: police, priority: 0.5, effortCost: 100 },
    probation: { share: (1 - police) / 3, priority: 0.5, effortCost: 100 },
    council: { share: (2 * (1 - police)) / 3, priority: 0.5, effortCost: 100 },
  },
  partnership: { trust: { start: 0.8 } },
  interventions: {
    restorative: {
      evidence: 'proven',
      setUp: { fixed: 30000 },
      expects: { jobStart: 40 },
      needs: { police: 1 },
      review: 4,
      delay: 3,
      ...more,
    },
  },
});
const budgets = (state: string): Patch => ({
  partnership: { budgets: state, coordination: { separate: 0, aligned: 0.1 } },
});
const run = (...patches: Patch[]): World => runSmall(openSmall(...patches));
const adopted = (world: World): boolean => world.interventions!.adoptedAt[0][0] >= 0;

describe('partners of an area', () => {
  it('leave an intervention alone whose cost is one’s and whose reward is all’s, unless they decide as one', () => {
    expect(adopted(run(city(1), budgets('separate')))).toBe(true);
    expect(adopted(run(city(0.2), budgets('separate')))).toBe(false);
    expect(adopted(run(city(0.2), budgets('aligned')))).toBe(false);
    expect(adopted(run(city(0.2), budgets('pooled')))).toBe(true);
  });

  it('decide as one on what needs nobody', () => {
    expect(adopted(run(city(0.2, { needs: {} }), budgets('separate')))).toBe(true);
  });

  it('do not count on one another where they do not trust', () => {
    // Nearly all work is the council's: the police bear a tenth and gain a tenth, if the council does its part.
    const shared = { needs: { police: 1, council: 9 }, setUp: { fixed: 20000 } };
    const trust = (start: number): Patch => ({
      partnership: { trust: { start, growth: 0, loss: 0, turnoverLoss: 0 } },
    });
    expect(adopted(run(city(0.1, shared), budgets('separate'), trust(1)))).toBe(true);
    expect(adopted(run(city(0.1, shared), budgets('separate'), trust(0)))).toBe(false);
  });

  it('make it work as far as they deliver, and twins live under what they deliver at the start', () => {
    let looked = 0;
    const planned = { planned: { city: 0 }, needs: { police: 3, council: 1 } };
    runSmall(openSmall(city(0.2, planned)), {
      look: (world) => {
        if (world.step !== 30) return;
        looked++;
        const [police, , council] = world.partnership!.delivered;
        const levels = levelOf(world, 0, false, new Float64Array(2));
        expect(levels[0]).toBeCloseTo(0.75 * police + 0.25 * council, 12);
        expect(levels[1]).toBe(levels[0]);
        const [first, , third] = world.interventions!.deliveredAtStart;
        const twin = levelOf(world, 0, true, new Float64Array(2));
        expect(twin[0]).toBeCloseTo(0.75 * first + 0.25 * third, 12);
        expect(twin[0]).toBeGreaterThan(0);
        expect(twin[0]).toBeLessThan(0.5);
      },
    });
    expect(looked).toBe(1);
  });

  it('change nothing where nobody is served', () => {
    const hazard: Patch = { pathway: { transitions: { findsWork: { hazard: '0.3 * restorative' } } } };
    const world = runSmall(openSmall(city(0.2, { planned: { city: 0 } }), hazard), { division: 'noService' });
    const event = world.names.events.indexOf('jobStart');
    expect(world.clients.firstEvent[event]).toEqual(world.twins.firstEvent[event]);
    expect(world.clients.firstEvent[event].some((step) => step >= 0)).toBe(true);
  });
});
