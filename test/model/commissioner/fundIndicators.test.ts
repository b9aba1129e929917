import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../src/scenario/index.ts';
import { simulateReplicate } from '../../../src/simulation/replicate.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { reviewed } from './programme.ts';

/** Each group has a fee of its own: its money. */
const fee = (group: string, other: string): Patch => ({
  kind: 'milestoneFee',
  event: 'jobStart',
  amount: 0,
  byGroup: { [group]: 3000, [other]: 0 },
});
const money: Patch = {
  incentives: {
    joining: null,
    start: null,
    lasting: null,
    forNear: fee('near', 'far'),
    forFar: fee('far', 'near'),
  },
};
const domains = (near: number, far: number, aim = 5): Patch => ({
  near: { instrument: 'forNear', weight: near, event: 'jobStart', group: 'near', aim },
  far: { instrument: 'forFar', weight: far, event: 'jobStart', group: 'far', aim },
});
const funded = (more: Patch): Patch[] =>
  reviewed({ kind: 'fundIndicators', first: 10, lag: 0, every: 10, slack: 0.2, most: 1, ...more }, money);

describe('money for indicators', () => {
  it('goes where an indicator lacks most, and what has none lives off slack', () => {
    const prices: number[][] = [];
    const world = runSmall(openSmall(...funded({ domains: domains(1, 0) })), {
      look: ({ step, instruments, names }) => {
        if (step !== 5 && step !== 10) return;
        const start = names.events.indexOf('jobStart');
        prices.push([0, 1].map((group) => instruments[group].believedPrice(start, group, 0, true)));
      },
    });
    const { domainShares } = world.commissioner;
    expect(domainShares.get('check.near')).toBeCloseTo(0.9, 12);
    expect(domainShares.get('check.far')).toBeCloseTo(0.1, 12);
    expect(prices[0]).toEqual([3000, 3000]);
    expect(prices[1][0]).toBeCloseTo(3000 * 1.8, 8);
    expect(prices[1][1]).toBeCloseTo(3000 * 0.2, 8);
  });

  it('is the same in all at every review, and goes by weight × gap', () => {
    const shares = (more: Patch): number[] => {
      const world = runSmall(openSmall(...funded(more)));
      return [...world.commissioner.domainShares.values()];
    };
    const both = shares({ domains: domains(1, 3, 1e6), most: 0.3 });
    expect(both.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    // Gaps of nearly 1 both: asked are .1 + .8 × 1/4 and .1 + .8 × 3/4, approached by 30% at each of four reviews.
    expect(both[0]).toBeCloseTo(0.3 + 0.2 * 0.7 ** 4, 4);
    // Nothing lacks anything, and nothing has weight: money stays.
    expect(shares({ domains: domains(1, 1, 1e-9) })).toEqual([]);
    expect(shares({ domains: domains(0, 0) })).toEqual([]);
  });

  it('takes hours from the group without an indicator, whose needs stay unmet', () => {
    const payoffOnly: Patch = {
      caseworkers: { roles: { adviser: { mix: { caregiver: null, entrepreneur: 1 } } } },
    };
    const settings: Patch = { measures: { include: ['unmet'], parkedAfter: 3 } };
    const designs: Patch = {
      designs: {
        base: {},
        indicator: { set: { commissioner: { reviews: { check: { domains: { near: { weight: 1 } } } } } } },
      },
    };
    const loaded = openSmall(...funded({ domains: domains(0, 0) }), payoffOnly, settings, designs);
    const rises = Array.from({ length: 6 }, (_, replicate) => {
      const { designs: results } = simulateReplicate(loaded, replicate, {
        references: [],
        clientTable: false,
      });
      const far = results.map(({ rows }) => rows.find(({ slice }) => slice === 'group=far')?.value as number);
      return far[1] - far[0];
    });
    const mean = rises.reduce((a, b) => a + b) / rises.length;
    const variance = rises.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (rises.length - 1);
    // Above 0 by more than four standard errors of the paired differences.
    expect(mean / Math.sqrt(variance / rises.length)).toBeGreaterThan(4);
  });

  it('says which names there are not', () => {
    const open = (near: Patch) => () =>
      openSmall(
        ...funded({ domains: { ...domains(1, 1), near: { ...(domains(1, 1).near as Patch), ...near } } }),
      );
    expect(open({})).not.toThrow();
    expect(open({ instrument: 'forNear2' })).toThrow(ScenarioError);
    expect(open({ instrument: 'forNear2' })).toThrow(/forNear/);
    expect(open({ group: 'neer' })).toThrow(/near/);
    expect(open({ event: 'jobStarts' })).toThrow(/jobStart/);
  });
});
