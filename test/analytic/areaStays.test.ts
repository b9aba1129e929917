import { describe, expect, it } from 'vitest';
import { luckOfAreas } from '../support/luckOfAreas.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const AREAS = 60;
const WEEKS = 52;
const stays: Patch = luckOfAreas({
  areas: Object.fromEntries(Array.from({ length: AREAS }, (_, at) => [`a${at}`, 1 / AREAS])),
  people: 100 * AREAS,
  weeks: WEEKS,
  from: 41,
  transitions: {
    findsWork: { hazard: '0.01', believed: '0' },
    losesWork: { hazard: '0.125' },
  },
  metrics: {
    convictions: { event: 'jobStart', price: 100 },
    custody: { stage: 'working', entry: 'jobStart', price: 30 },
  },
});

describe('luck of stays in a stage', () => {
  /**
   * Over 480 areas a standard deviation is known to 3.2%. The formula may be up to a tenth above it, since who is in the stage
   * cannot enter it and stays reach from one window into the next; the bounds lie four standard errors beyond: false alarm 6 in
   * 100,000.
   */
  it('is what the formula gives, or a little less', () => {
    const loaded = openSmall(stays);
    const off: number[] = [];
    let luck = 0;
    for (let replicate = 0; replicate < 8; replicate++) {
      const world = runSmall(loaded, { replicate });
      for (const { baseline, demand, luck: own } of world.demand!.rewards.get('demand')!.results) {
        off.push(demand - 0.95 * baseline);
        luck += (own * baseline) ** 2;
      }
    }
    const n = off.length;
    expect(n).toBe(8 * AREAS);
    const mean = off.reduce((a, b) => a + b, 0) / n;
    const ratio = Math.sqrt(luck / off.reduce((sum, each) => sum + (each - mean) ** 2, 0));
    expect(ratio).toBeGreaterThan(0.87);
    expect(ratio).toBeLessThan(1.24);
  }, 120_000);
});
