import { describe, expect, it } from 'vitest';
import type { World } from '../../../src/model/world.ts';
import { copyOf } from '../../support/columns.ts';
import { mean, replicates, standardError } from '../../support/interval.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Three offices; after ten weeks the one with the least evidence loses its contract. */
const renewed: Patch = {
  clock: { referralWeeks: 30, followUp: 40 },
  offices: { north: { share: 0.4 }, south: { share: 0.4 }, west: { share: 0.2 } },
  caseworkers: { roles: { adviser: { posts: 6 }, broker: { posts: 3 } } },
  // Nobody finds work, so that all leave at the end of their stay.
  pathway: { programme: { dropOut: 0, stay: 20 }, transitions: { findsWork: { hazard: 0 } } },
  commissioner: {
    evidence: { monitoring: { figures: { attached: { per: 'count' } } } },
    reviews: {
      renewal: { kind: 'renew', first: 10, every: 0, lag: 0, window: 10, bar: 5, stage: 'monitoring' },
    },
  },
};
const spells = (terms: Patch): Patch => ({
  offices: { north: { spells: terms }, south: { spells: terms }, west: { spells: terms } },
});

function parts(patches: Patch[]): { world: World; after: number[][] } {
  const after: number[][] = [];
  const world = runSmall(openSmall(renewed, ...patches), {
    look: ({ offices }) => after.push([...offices.spellPart]),
  });
  return { world, after };
}

describe('spells', () => {
  it('leave no trace without a response, and stay as they are without a warning', () => {
    const plain = runSmall(openSmall(renewed));
    const off = runSmall(openSmall(renewed, spells({ response: 0, floor: 0.2, bar: 3 })));
    const calm = parts([{ commissioner: { reviews: { renewal: null } } }, spells({ response: 0.3 })]);
    for (const table of ['clients', 'service', 'caseworkers', 'offices'] as const)
      expect(copyOf(off[table])).toEqual(copyOf(plain[table]));
    expect([...calm.world.offices.spellPart]).toEqual([1, 1, 1]);
  });

  it('are shortened by whoever sees a contract ended, from the next step on', () => {
    const { world, after } = parts([spells({ response: 0.3 })]);
    const { ended } = world.commissioner.held[0];
    expect(ended).toBeDefined();
    expect(after[8]).toEqual([1, 1, 1]);
    after[9].forEach((part, office) => {
      expect(part).toBeCloseTo(office === ended?.office ? 1 : 0.7, 12);
    });
    expect(after[69]).toEqual(after[9]);
    // Nobody who joined after it stays longer than seven tenths of twenty weeks.
    const { service, people } = world;
    const stays = Array.from({ length: people.count }, (_, row) => row)
      .filter((row) => service.attachedAt[row] > 9 && service.endedAt[row] >= 0)
      .map((row) => service.endedAt[row] + 1 - service.attachedAt[row]);
    expect(Math.max(...stays)).toBe(14);
  });

  it('fall again at each warning, by evidence below the bar and by pressure of the board, but not below the floor', () => {
    const push: Patch = {
      commissioner: {
        reviews: {
          renewal: null,
          quarterly: {
            kind: 'push',
            first: 4,
            every: 4,
            lag: 0,
            window: 4,
            event: 'jobStart',
            aim: 1,
            response: 0.2,
            most: 9,
          },
        },
      },
    };
    const { after } = parts([push, spells({ response: 0.2, floor: 0.5 })]);
    [3, 7, 11, 15].forEach((step, warnings) => {
      const expected = Math.max(0.5, 0.8 ** (warnings + 1));
      for (const part of after[step]) expect(part).toBeCloseTo(expected, 12);
    });
    const weighed: Patch = { commissioner: { reviews: { renewal: { bar: -9 } } } };
    const { world, after: low } = parts([weighed, spells({ response: 0.2, bar: 0 })]);
    const { evidence } = world.commissioner.held[0];
    low[9].forEach((part, office) => {
      expect(part).toBe(evidence[office] < 0 ? 0.8 : 1);
    });
    expect(new Set(low[9]).size).toBe(2);
  });

  it('give a client less: the dose falls', () => {
    const dose = (response: number, replicate: number): number => {
      const { service, people } = runSmall(openSmall(renewed, spells({ response, floor: 0.2 })), {
        replicate,
      });
      const hours: number[] = [];
      for (let row = 0; row < people.count; row++)
        if (service.attachedAt[row] > 9) hours.push(service.contactHours[row]);
      return mean(hours);
    };
    const lost = replicates(10).map((r) => dose(0.6, r) - dose(0, r));
    expect(mean(lost) + 3 * standardError(lost)).toBeLessThan(0);
  });

  it('are the same in steps of a day', () => {
    const days: Patch = {
      clock: { step: 'day', referralWeeks: 14, followUp: 20 },
      measures: { horizon: 10, window: 10 },
    };
    const { world } = parts([days, spells({ response: 0.3 })]);
    const kept = [...world.offices.spellPart].filter((part) => part < 1);
    expect(kept).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.7, 12)]);
  });
});
