import { describe, expect, it } from 'vitest';
import { weighEvidence } from '../../src/model/commissioner/evidence.ts';
import { reviewKinds } from '../../src/model/commissioner/registry.ts';
import type { World } from '../../src/model/world.ts';
import { normalCdf } from '../../src/random/index.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Chances of the reported event within the four weeks that a review sees: the better provider and the worse. */
const BETTER = 0.5;
const WORSE = 0.4;
const WEEKS = 4;
/** Markets of two providers each, side by side in one world: even offices are the better ones. */
const MARKETS = 30;
const REPLICATES = 14;
const renewal = {
  kind: 'renew',
  first: WEEKS,
  every: 0,
  lag: 0,
  window: WEEKS,
  during: 'run' as const,
  stage: 'monitoring',
  bar: -0.5,
  successor: '',
  handoverLoss: 0,
};

/** Two providers with so many people each on the mean in every market. */
function markets(people: number): Patch[] {
  const rate = (chance: number) => -Math.log(1 - chance) / WEEKS;
  const offices = Object.fromEntries(
    Array.from({ length: 2 * MARKETS }, (_, at) => [
      `office${at}`,
      { share: 1 / (2 * MARKETS), traits: { pace: rate(at % 2 === 0 ? BETTER : WORSE) } },
    ]),
  );
  return [
    {
      seed: 'false ends',
      clock: { referralWeeks: 1, followUp: 6 },
      clients: { referrals: { value: 2 * MARKETS * people }, crisis: { onset: 0 }, latent: { share: 0 } },
      world: { localTraits: { pace: 0 } },
      offices: { north: null, south: null },
      pathway: {
        transitions: { findsWork: { hazard: '1 - exp(-pace)', believed: 0.1 }, losesWork: { hazard: 0 } },
        programme: { uptake: 1, dropOut: 0 },
      },
      activities: { course: null },
      commissioner: { evidence: { monitoring: { figures: { jobStart: {} } } } },
      measures: { horizon: 4, window: 4, parkedAfter: 2 },
    },
    { offices },
  ];
}

/** Binomial chances of 0 … n. */
function binomial(n: number, p: number): number[] {
  const chances = [(1 - p) ** n];
  for (let k = 1; k <= n; k++) chances.push((chances[k - 1] * ((n - k + 1) / k) * p) / (1 - p));
  return chances;
}

/** Chances that the better of n reports less than the worse of m, and as much. */
function exact(n: number, m: number): { wrong: number; tie: number } {
  let [wrong, tie] = [0, 0];
  const worse = binomial(m, WORSE);
  binomial(n, BETTER).forEach((a, x) => {
    worse.forEach((b, y) => {
      const gap = x * m - y * n;
      if (gap < 0) wrong += a * b;
      if (gap === 0) tie += a * b;
    });
  });
  return { wrong, tie };
}

/** Φ(−Δ/σ), σ² the variance of the difference of the two rates. */
function byNormal(n: number, m: number): number {
  const variance = (BETTER * (1 - BETTER)) / n + (WORSE * (1 - WORSE)) / m;
  return normalCdf(-(BETTER - WORSE) / Math.sqrt(variance));
}

/** What a renewal decides in one market, and how many people stand behind the two rates. */
function renew(world: World, market: number) {
  const offices = [2 * market, 2 * market + 1];
  const { all } = weighEvidence(world, 'monitoring', offices, 0, WEEKS);
  const findings = { name: 'renewal', from: 0, to: WEEKS, offices, evidence: all, stories: undefined };
  const attached = world.names.events.indexOf('attached');
  const [n, m] = offices.map((office) => world.reports.count(attached, [office], 0, WEEKS));
  return { n, m, ended: reviewKinds.renew.decide(renewal, findings, world).ended?.office };
}

/** Over all markets: contracts ended of the better, and none, beside what luck says by the people of each. */
function tally(people: number) {
  const sums = { markets: 0, better: 0, nobody: 0, wrong: 0, tie: 0, normal: 0, spread: 0, tieSpread: 0 };
  const loaded = openSmall(...markets(people));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    runSmall(loaded, {
      replicate,
      look: (world) => {
        if (world.step !== WEEKS - 1) return;
        for (let market = 0; market < MARKETS; market++) {
          const { n, m, ended } = renew(world, market);
          if (n === 0 || m === 0) continue;
          const { wrong, tie } = exact(n, m);
          sums.markets++;
          if (ended === 2 * market) sums.better++;
          if (ended === undefined) sums.nobody++;
          sums.wrong += wrong;
          sums.tie += tie;
          sums.normal += byNormal(n, m) - tie / 2;
          sums.spread += wrong * (1 - wrong);
          sums.tieSpread += tie * (1 - tie);
        }
      },
    });
  }
  return sums;
}

describe('renewal on a year’s rate', () => {
  const shares: number[] = [];

  it.each([10, 40, 160])(
    'ends the better of two providers by luck as often as Φ(−Δ/σ) says: %i people each',
    (people) => {
      const sums = tally(people);
      expect(sums.markets).toBeGreaterThan(MARKETS * REPLICATES - 5);
      // Four standard errors: a false alarm in one of 16,000 checks.
      expect(Math.abs(sums.better - sums.wrong)).toBeLessThan(4 * Math.sqrt(sums.spread));
      expect(Math.abs(sums.nobody - sums.tie)).toBeLessThan(4 * Math.sqrt(sums.tieSpread) + 1);
      // Where rates tie nobody loses the contract: the normal law has half of the ties among the false ends.
      expect(Math.abs(sums.normal - sums.wrong) / sums.markets).toBeLessThan(0.01);
      shares.push(sums.better / sums.markets);
    },
  );

  it('does so the less often the more people stand behind the rate', () => {
    const [few, more, many] = shares;
    // Expected are about .29, .17 and .03; standard errors are .02 and less.
    expect(few - more).toBeGreaterThan(0.02);
    expect(more - many).toBeGreaterThan(0.05);
  });
});
