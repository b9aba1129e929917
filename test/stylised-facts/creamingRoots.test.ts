import { describe, expect, it } from 'vitest';
import {
  meanOf,
  merged,
  noFees,
  onlyKeyWorkers,
  paired,
  pilotExperiment,
  sameSpend,
} from '../support/pilotExperiment.ts';

/**
 * Claims on creaming, at a quarter of full size with five replicates. The sd of a design's mean
 * concentration is about 0.003; bands lie at least five sd from what was found, or are 99.9% t intervals of
 * the paired difference, where the false-alarm rate of a check is stated to be below 0.1%.
 */
const motives = (payoff: number, coping: number) => ({
  caseworkers: { motives: { payoff, ease: coping, deserving: coping } },
});
/** A staff in which both roots can grow and no motive of care pulls the other way. */
const halfHalf = {
  caseworkers: {
    motives: { need: 0 },
    roles: { keyWorker: { mix: { caregiver: null, bureaucrat: null, entrepreneur: 0.5, indifferent: 0.5 } } },
  },
};
const lone = {
  caseworkers: {
    dispositions: { paid: { payoff: 1 } },
    roles: {
      keyWorker: {
        mix: { entrepreneur: null, caregiver: null, bureaucrat: null, indifferent: null, paid: 1 },
      },
    },
  },
};
const block = merged(noFees, { incentives: { grant: { kind: 'blockGrant', amount: 99000 } } });

const designs: Record<string, object> = {
  both: merged(sameSpend, halfHalf, motives(1, 1)),
  payoffOnly: merged(sameSpend, halfHalf, motives(1, 0)),
  copingOnly: merged(sameSpend, halfHalf, motives(0, 1)),
  neither: merged(sameSpend, halfHalf, motives(0, 0)),
  pilotNeither: merged(sameSpend, motives(0, 0)),
  pilotCoping: merged(sameSpend, motives(0, 1)),
  pilotPayoff: merged(sameSpend, motives(1, 0)),
  entrepreneurs: merged(sameSpend, onlyKeyWorkers('entrepreneur')),
  paid: merged(sameSpend, lone),
  blockCaregivers: merged(block, onlyKeyWorkers('caregiver')),
  equal: merged(block, onlyKeyWorkers('equal')),
};
const findings = pilotExperiment({ designs, replicates: 5 });
const mean = (design: string, key = 'creaming.concentration') => meanOf(findings, design, key);

describe('the roots of creaming', () => {
  it('vanishes only where payoff and coping are both off', () => {
    expect(mean('both')).toBeLessThan(-0.05);
    expect(mean('payoffOnly')).toBeLessThan(-0.05);
    expect(mean('copingOnly')).toBeLessThan(-0.02);
    expect(Math.abs(mean('neither'))).toBeLessThan(0.012);
  });

  it('each root pulls towards the easy in the mix of the pilot too, where caregivers pull the other way', () => {
    for (const root of ['pilotCoping', 'pilotPayoff']) {
      const { mean: pull, half } = paired(findings, 'pilotNeither', root, 'creaming.concentration');
      expect(pull + half, root).toBeLessThan(0);
    }
  });

  it('equal appeal gives concentration 0', () => {
    expect(Math.abs(mean('equal'))).toBeLessThan(0.012);
  });
});

describe('prices and dispositions', () => {
  it('flat outcome payment with entrepreneurs turns hours to the easiest fifth', () => {
    expect(mean('entrepreneurs', 'creaming.ratio')).toBeGreaterThan(3);
  });

  it('with payoff as the only motive the hardest are parked in most of their client-weeks', () => {
    expect(mean('paid', 'parking.unseen[fifth=5]')).toBeGreaterThan(0.5);
  });

  it('a block grant with caregivers leans to need', () => {
    expect(mean('blockCaregivers')).toBeGreaterThan(0.15);
  });
});
