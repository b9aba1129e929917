import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../../src/simulation/replicate.ts';
import { openSmall, type Patch } from '../../support/smallScenario.ts';

/** Two providers with as many referrals, of which one has seven advisers and one a single one; a renewal on the rate of starts. */
const unequal: Patch = {
  clock: { referralWeeks: 12, followUp: 30 },
  clients: { referrals: { value: 8 } },
  caseworkers: { roles: { adviser: { posts: 8, hoursPerWeek: 12 }, broker: { posts: 2 } } },
  offices: { north: { posts: { adviser: 7 } }, south: { posts: { adviser: 1 } } },
  commissioner: {
    evidence: { monitoring: { figures: { jobStart: {} } } },
    reviews: {
      renewal: { kind: 'renew', first: 24, every: 0, lag: 0, window: 24, during: 'run', bar: -0.5 },
    },
  },
  measures: { include: ['commissioner'], horizon: 20, window: 20 },
};

/** Share of false ends among replicates in which a contract was ended, and its standard error. */
function falseEnds(scale: number, replicates: number): { share: number; error: number } {
  const loaded = openSmall(unequal, { scale });
  const ends = Array.from({ length: replicates }, (_, replicate) => {
    const [{ rows }] = simulateReplicate(loaded, replicate, { references: [], clientTable: false }).designs;
    return rows.find(({ measure }) => measure === 'commissioner.falseEnd')?.value ?? Number.NaN;
  }).filter((end) => !Number.isNaN(end));
  const share = ends.reduce((a, b) => a + b) / ends.length;
  return { share, error: Math.sqrt((share * (1 - share)) / ends.length) };
}

describe('renewal between two truly unequal providers', () => {
  it('ends the better one in a share of replicates that falls with the size of the cohort', () => {
    const few = falseEnds(0.5, 60);
    const many = falseEnds(6, 30);
    // More than two standard errors apart, and both providers’ people drawn anew in each replicate.
    expect(few.share - many.share).toBeGreaterThan(2 * Math.hypot(few.error, many.error));
    expect(few.share).toBeGreaterThan(0.1);
    expect(many.share).toBeLessThan(0.1);
  });
});
