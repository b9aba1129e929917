import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/backends/packageFiles.ts';
import { bundleScenario, openScenario } from '../../src/simulation/index.ts';
import { runSmall } from '../support/smallScenario.ts';

/**
 * The caseload workload as it is known from other simulations: 41,276 job starts a run (sd of a run 118), and hours a
 * client has in a week, as a mean of the weeks' means, 0.768 for d < 0.5 and 0.214 for d ≥ 0.5. The last two are known
 * to three digits from runs that vary by about 0.001.
 */
const STARTS = 41_276;
const STARTS_SD = 118;
const HOURS = [0.768, 0.214];
const HOURS_SD = 0.001;
const RUNS = 3;
const WEEKS = 104;

const text = readFileSync(join(packageRoot, 'test', 'bench', 'caseload.yaml'), 'utf8');
const loaded = openScenario(
  bundleScenario({ file: 'caseload.yaml', text }, () => ({ problem: 'not extended' })),
);

function run(replicate: number) {
  const hours = [0, 0];
  let starts = 0;
  runSmall(loaded, {
    replicate,
    look: ({ people, service, events, names, step }) => {
      if (step >= WEEKS) return;
      for (let at = 0; at < events.count; at++)
        if (events.event[at] === names.events.indexOf('jobStart')) starts++;
      const given = [0, 0];
      const clients = [0, 0];
      for (let row = 0; row < people.firstOfStep[step + 1]; row++) {
        if (service.attachedAt[row] < 0 || (service.endedAt[row] >= 0 && service.endedAt[row] < step))
          continue;
        const far = people.motivation[row] > 0.5 ? 0 : 1;
        given[far] += service.hours[0][row];
        clients[far]++;
      }
      expect(clients[0] + clients[1]).toBe(10_000);
      expect(given[0] + given[1]).toBeCloseTo(3700, 2);
      for (const far of [0, 1]) hours[far] += given[far] / clients[far] / WEEKS;
    },
  });
  return { starts, near: hours[0], far: hours[1] };
}

describe('the caseload workload as a scenario', () => {
  const runs = Array.from({ length: RUNS }, (_, replicate) => run(replicate));
  const mean = (of: 'starts' | 'near' | 'far') => runs.reduce((sum, each) => sum + each[of], 0) / RUNS;

  // Four standard errors of the mean of the runs: a false alarm in 16,000 seeds.
  it('gives as many job starts as elsewhere', () => {
    expect(Math.abs(mean('starts') - STARTS)).toBeLessThan((4 * STARTS_SD) / Math.sqrt(RUNS));
  });

  it('gives near and far clients the hours that they have elsewhere', () => {
    const bound = (4 * HOURS_SD) / Math.sqrt(RUNS);
    expect(Math.abs(mean('near') - HOURS[0])).toBeLessThan(bound);
    expect(Math.abs(mean('far') - HOURS[1])).toBeLessThan(bound);
  });
});
