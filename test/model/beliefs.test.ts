import { describe, expect, it } from 'vitest';
import { knownTrait, readBelief, tabulateBelief, worthOfChance } from '../../src/model/beliefs.ts';
import { believedPrices, feltPrices, priceSalience } from '../../src/model/money/prices.ts';
import { buildSmall, openSmall, type Patch } from '../support/smallScenario.ts';

const worldOf = (...patches: Patch[]) => buildSmall(openSmall(...patches)).world;
const beliefs = (patch: Patch): Patch => ({ caseworkers: { beliefs: patch } });
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

describe('the believed worth of a chance', () => {
  it('is P(1 − insight × P) with P = 1 − (1 − p)^horizon', () => {
    for (const [p, horizon, insight] of [
      [0.01, 13, 0],
      [0.2, 104, 1],
      [0.5, 1, 0.3],
      [1e-9, 52, 0.5],
    ]) {
      const within = 1 - (1 - p) ** horizon;
      expect(worthOfChance(p, horizon, insight)).toBeCloseTo(within * (1 - insight * within), 7);
    }
    expect(worthOfChance(0, 13, 0)).toBe(0);
    expect(worthOfChance(-0.1, 13, 0)).toBe(0);
    expect(worthOfChance(1, 13, 0.25)).toBe(0.75);
  });
});

describe('the table of beliefs', () => {
  it('equals the formula itself, with what is known of the group', () => {
    const world = worldOf(beliefs({ groupKnowledge: 0.5, horizon: 13, insight: 0.4 }));
    const table = tabulateBelief(world, world.phase.transitions[0]);
    const meanShift = 0.6 * 0 + 0.4 * -0.5;
    [0, 1].forEach((group) => {
      const shift = 0.5 * [0, -0.5][group] + 0.5 * meanShift;
      for (let a = 0; a <= 1.0001; a += 0.0173) {
        const direct = worthOfChance(logistic(-2.5 + shift - 2 * a), 13, 0.4);
        // Between steps of 1/256 the curve bends by less than 2e-6.
        expect(Math.abs(readBelief(table!, group, Math.min(1, a)) - direct)).toBeLessThan(1e-5);
      }
      expect(readBelief(table!, group, 0)).toBeCloseTo(worthOfChance(logistic(-2.5 + shift), 13, 0.4), 14);
      expect(readBelief(table!, group, 1)).toBeCloseTo(worthOfChance(logistic(-4.5 + shift), 13, 0.4), 14);
    });
  });

  it('is not made for beliefs that hang on more than appearance and traits', () => {
    const believed = 'logistic(-2 - 2 * appearance + perceivedMotivation)';
    const world = worldOf({ pathway: { transitions: { findsWork: { believed } } } });
    expect(tabulateBelief(world, world.phase.transitions[0])).toBeUndefined();
    expect(tabulateBelief(world, world.phase.transitions[1])).toBeDefined();
  });

  it('knows groups as far as caseworkers do', () => {
    for (const [known, near, far] of [
      [1, 0, -0.5],
      [0, -0.2, -0.2],
    ]) {
      const world = worldOf(beliefs({ groupKnowledge: known }));
      expect(knownTrait(world, 'shift', 0)).toBeCloseTo(near, 12);
      expect(knownTrait(world, 'shift', 1)).toBeCloseTo(far, 12);
    }
  });
});

describe('prices as felt', () => {
  const byGroup: Patch = {
    incentives: { start: { amount: 1000, byGroup: { far: 3000 } }, joining: null, lasting: null },
    offices: { north: { performanceManagement: 0.5 }, south: { performanceManagement: 0 } },
  };

  it('lie between the own group’s and the mean, nearer the own with pressure and performance management', () => {
    const { world, phases } = buildSmall(openSmall(byGroup, beliefs({ priceSalience: 0.4 })));
    world.instruments = phases[0].instruments([]);
    const prices = believedPrices(world)[world.names.events.indexOf('jobStart')][1];
    const mean = 0.6 * 1000 + 0.4 * 3000;
    const felt = (office: number) => [...feltPrices(world, prices, office)];
    const at = (salience: number) => [1000, 3000].map((price) => salience * price + (1 - salience) * mean);
    expect(priceSalience(world, 0)).toBeCloseTo(0.4 * 1.25, 12);
    felt(0).forEach((price, group) => {
      expect(price).toBeCloseTo(at(0.5)[group], 9);
    });
    felt(1).forEach((price, group) => {
      expect(price).toBeCloseTo(at(0.4)[group], 9);
    });
    world.offices.felt[1] = 7;
    felt(1).forEach((price, group) => {
      expect(price).toBeCloseTo(at(0.6)[group], 9);
    });
  });

  it('are felt whole at most', () => {
    const world = worldOf(byGroup, beliefs({ priceSalience: 1 }));
    expect(priceSalience(world, 0)).toBe(1);
  });
});
