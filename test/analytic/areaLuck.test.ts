import { describe, expect, it } from 'vitest';
import type { AreaResult } from '../../src/model/areas/areaDemand.ts';
import type { World } from '../../src/model/world.ts';
import { normalCdf } from '../../src/random/special.ts';
import { luckOfAreas } from '../support/luckOfAreas.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

/** Sixty areas in four sizes, fifteen of each, as shares of everybody. */
const SIZES = [10, 30, 80, 280];
const EACH = 15;
const PEOPLE = EACH * SIZES.reduce((a, b) => a + b, 0);
/** Chance of the event in a week: about once a year, so that events nearly come by themselves. */
const CHANCE = 0.02;
const WEEKS = 52;

const areas = Array.from({ length: SIZES.length * EACH }, (_, at) => `a${at}`);
const sizeOf = (area: number): number => Math.floor(area / EACH);

/** Everybody comes at once and has the same chance of the same event in every week, whatever anybody does. */
const luckOnly = (hazard: string): Patch =>
  luckOfAreas({
    areas: Object.fromEntries(areas.map((name, area) => [name, SIZES[sizeOf(area)] / PEOPLE])),
    people: PEOPLE,
    weeks: WEEKS,
    from: 1,
    transitions: { findsWork: { to: 'searching', hazard, believed: '0' } },
    metrics: { events: { event: 'jobStart', price: 100 } },
  });

/** Runs worlds and adds up by size of area: tests passed, and the chances that the formula gives to areas of so many people. */
function passes(hazard: string, trend: number, threshold: number, worlds: number) {
  const loaded = openSmall(luckOnly(hazard), { incentives: { demand: { threshold } } });
  const sums = SIZES.map(() => ({ passed: 0, twins: 0, expected: 0, byMeasure: 0, n: 0 }));
  for (let replicate = 0; replicate < worlds; replicate++) {
    const world = runSmall(loaded, { replicate });
    const people = peopleByArea(world);
    for (const result of world.demand!.rewards.get('demand')!.results as AreaResult[]) {
      const sum = sums[sizeOf(result.area)];
      const mean = people[result.area] * CHANCE * WEEKS;
      // Of a chance in each week the variance is a little less than the mean.
      const variance = (chance: number) => mean * (chance / CHANCE) * (1 - chance);
      const sigma =
        Math.sqrt(variance(CHANCE * (1 + trend)) + (1 - threshold) ** 2 * variance(CHANCE)) / mean;
      sum.n++;
      sum.passed += Number(result.passed);
      sum.twins += Number(result.twinPassed);
      sum.expected += normalCdf((-threshold - trend) / sigma);
      sum.byMeasure += normalCdf(-threshold / result.luck);
    }
  }
  return sums;
}

function peopleByArea({ people, areas }: World): number[] {
  const counts = areas.names.map(() => 0);
  for (let row = 0; row < people.count; row++) counts[areas.ofOffice[people.office[row]]]++;
  return counts;
}

/**
 * Each share is held to four standard errors of its own chance: false alarm 6 in 100,000 for each, of eight 5 in 10,000. The
 * smallest areas have ten events in the baseline, where the normal distribution itself is off by up to a point.
 */
function expectShares(sums: ReturnType<typeof passes>): void {
  for (const { passed, expected, n } of sums) {
    const chance = expected / n;
    const error = Math.sqrt((chance * (1 - chance)) / n);
    expect(Math.abs(passed / n - chance)).toBeLessThan(4 * error + 0.01);
  }
}

describe('with no true effect', () => {
  it('areas pass by luck with the chance Φ((−threshold − trend) / σ) of their size, without a trend', () => {
    const sums = passes(String(CHANCE), 0, 0.05, 40);
    expectShares(sums);
    // Smaller areas pass more often, by ten events as by three hundred.
    const shares = sums.map(({ passed, n }) => passed / n);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares[0] - shares[3]).toBeGreaterThan(0.1);
    // Nobody was served: twins live the same lives.
    for (const { passed, twins } of sums) expect(twins).toBe(passed);
    // The measure knows an area's own counts alone, and has the chance all the same.
    for (const { byMeasure, expected, n } of sums) expect(byMeasure / n).toBeCloseTo(expected / n, 1);
  }, 120_000);

  it('and with a trend below the threshold larger areas pass nearly surely, all of it deadweight', () => {
    const trend = -0.15;
    const falling = `${CHANCE} * (1 ${trend} * min(1, max(0, week - ${WEEKS})))`;
    const sums = passes(falling, trend, 0.05, 25);
    expectShares(sums);
    expect(sums[3].passed / sums[3].n).toBeGreaterThan(0.85);
    expect(sums[3].twins).toBe(sums[3].passed);
    expect(sums[0].passed / sums[0].n).toBeLessThan(0.75);
  }, 120_000);
});
