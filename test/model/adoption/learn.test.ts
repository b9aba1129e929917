import { describe, expect, it } from 'vitest';
import { beliefIn } from '../../../src/model/adoption/belief.ts';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** The north alone has it, from week 12 on. */
const club: Patch = {
  interventions: {
    club: {
      level: 'office',
      evidence: 'unknown',
      expects: { jobStart: 60 },
      planned: { north: 12 },
      // What nobody would pay for unless a plan has it.
      setUp: { fixed: 1e7 },
      review: 4,
      delay: 0,
    },
  },
};
const learning = (terms: Patch): Patch => ({ portfolio: { learning: { after: 10, ...terms } } });
const effect = (size: number): Patch => ({
  clients: { referrals: { value: 20 } },
  clock: { referralWeeks: 30, followUp: 30 },
  pathway: { transitions: { findsWork: { hazard: `0.01 + ${size} * club` } } },
});
const run = (replicate: number, ...patches: Patch[]): World =>
  runSmall(openSmall(club, ...patches), { replicate });
const beliefs = (world: World): number[] => world.areas.names.map((_, area) => beliefIn(world, 0, area));

describe('learning from evaluations', () => {
  it('leaves no trace at weight 0: belief is that of the evidence', () => {
    const plain = run(0, effect(0.05));
    const off = run(0, effect(0.05), learning({ weight: 0, spread: 1 }));
    expect(beliefs(off)).toEqual([0.2, 0.2]);
    for (const table of ['clients', 'service', 'offices'] as const)
      expect(copyOf(off[table])).toEqual(copyOf(plain[table]));
  });

  it('raises belief where an intervention works, above that where it does nothing', () => {
    const differences = replicates(5).map((replicate) => {
      const [works, nothing] = [0.05, 0].map(
        (size) => beliefs(run(replicate, effect(size), learning({ weight: 0.5 })))[0],
      );
      return works - nothing;
    });
    expect(mean(differences) - 4.6 * standardError(differences)).toBeGreaterThan(0);
  });

  it('moves by its weight, between nothing and all that was expected', () => {
    const [surely] = beliefs(run(0, effect(0.5), learning({ weight: 0.5 })));
    expect(surely).toBeCloseTo(0.2 + 0.5 * (1 - 0.2), 12);
  });

  it('stays where it was tried, but for what spreads', () => {
    expect(beliefs(run(0, effect(0.5), learning({ weight: 0.5 })))[1]).toBe(0.2);
    const [, south] = beliefs(run(0, effect(0.5), learning({ weight: 0.5, spread: 0.5 })));
    expect(south).toBeCloseTo(0.2 + 0.25 * (1 - 0.2), 12);
  });
});
