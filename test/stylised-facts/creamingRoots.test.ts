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
const outcomeShare = (q: number) => ({
  timeline: { reweighting: null },
  incentives: {
    attachment: q === 1 ? null : { amount: 1287 * (1 - q) },
    start: q === 0 ? null : { amount: 3300 * q },
    sustainment: q === 0 ? null : { amount: 4950 * q },
  },
});
const esaPrice = (times: number) =>
  merged(sameSpend, onlyKeyWorkers('entrepreneur'), {
    incentives: {
      start: { byGroup: { esa: 3300 * times } },
      sustainment: { byGroup: { esa: 4950 * times } },
    },
  });

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
  share0: outcomeShare(0),
  share25: outcomeShare(0.25),
  share50: outcomeShare(0.5),
  share75: outcomeShare(0.75),
  share100: outcomeShare(1),
  esa1: esaPrice(1),
  esa2: esaPrice(2),
  esa3: esaPrice(3),
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

  it('a larger share of money on outcomes pulls harder', () => {
    const steps = ['share0', 'share25', 'share50', 'share75', 'share100'];
    for (let at = 1; at < steps.length; at++) {
      const { mean: pull, half } = paired(findings, steps[at - 1], steps[at], 'creaming.concentration');
      expect(pull + half, steps[at]).toBeLessThan(0);
    }
  });

  it('a price for the costly group narrows creaming between groups and not within them', () => {
    const between = (design: string) => Math.abs(mean(design, 'creaming.between'));
    const within = (design: string) => Math.abs(mean(design, 'creaming.within'));
    expect(between('esa2')).toBeLessThan(between('esa1') - 0.02);
    expect(between('esa3')).toBeLessThan(between('esa2') - 0.02);
    expect(within('esa2')).toBeGreaterThanOrEqual(within('esa1') - 0.01);
    expect(within('esa3')).toBeGreaterThanOrEqual(within('esa2') - 0.01);
  });
});
