import { describe, expect, it } from 'vitest';
import { NEVER } from '../../../src/model/offices.ts';
import type { World } from '../../../src/model/world.ts';
import { observed } from '../../measures/observed.ts';
import { copyOf } from '../../support/columns.ts';
import { checkMoney } from '../../support/conserved.ts';
import { merge, openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

const club = (more: Patch = {}): Patch => ({
  interventions: {
    club: {
      level: 'office',
      evidence: 'proven',
      setUp: { fixed: 300 },
      running: { fixed: 10 },
      expects: { jobStart: 40 },
      review: 4,
      delay: 1,
      ends: true,
      ...more,
    },
  },
});
const rich: Patch = { offices: { north: { cash: { start: 1e6 } }, south: { cash: { start: 1e6 } } } };
const start = (amount: number): Patch => ({ start: { kind: 'milestoneFee', event: 'jobStart', amount } });
const paid: Patch = { incentives: { joining: null, lasting: null, ...start(3000) } };
/** From a week on starts are paid so. */
const then = (at: number, amount: number): Patch => ({
  timeline: { [`turn${at}`]: { at, set: { incentives: start(amount) } } },
});
const run = (...patches: Patch[]): World => runSmall(openSmall(rich, paid, ...patches));
const state = (world: World) => world.interventions!;

describe('ending of interventions', () => {
  it('follows a price that goes, at the next review, and loses what was paid to set up', () => {
    const world = run(club(), then(18, 0));
    const { runsFrom, adoptedAt, ended, endedAt, sunk, ranBefore } = state(world);
    expect([...runsFrom[0]]).toEqual([NEVER, NEVER]);
    expect([...adoptedAt[0]]).toEqual([-1, -1]);
    expect([...ended[0]]).toEqual([1, 1]);
    expect([...endedAt[0]]).toEqual([20, 20]);
    expect([...sunk[0]]).toEqual([300, 300]);
    // Decided in week 4, run from week 6 to week 20.
    expect([...ranBefore[0]]).toEqual([15, 15]);
    checkMoney(world);
  });

  it('does not come while it pays, where it may not end, or where it was planned', () => {
    const never = (world: World) => [...state(world).ended[0]];
    expect(never(run(club()))).toEqual([0, 0]);
    expect(never(run(club({ ends: false }), then(18, 0)))).toEqual([0, 0]);
    expect(never(run(club({ planned: { north: 2 } }), then(18, 0)))).toEqual([0, 1]);
    expect(never(run(club({ running: { fixed: 0 } }), then(18, 0)))).toEqual([0, 0]);
    expect(never(run(club({ priority: { fixed: 11 } }), then(18, 0)))).toEqual([0, 0]);
  });

  it('leaves no trace where nothing has to end', () => {
    const plain = run(club({ ends: false }));
    const able = run(club());
    for (const table of ['clients', 'service', 'caseworkers', 'offices'] as const)
      expect(copyOf(able[table])).toEqual(copyOf(plain[table]));
  });

  it('costs the set-up anew when the price comes back', () => {
    const patch = [rich, paid, club(), merge(then(18, 0), then(26, 3000)) as Patch].reduce(
      merge,
      {},
    ) as Patch;
    const both: Patch = {
      ...patch,
      timeline: { ...(then(18, 0).timeline as Patch), ...(then(26, 3000).timeline as Patch) },
    };
    const { of, world } = observed(both, ['interventions']);
    expect(state(world).adoptedAt[0].every((week) => week >= 26)).toBe(true);
    expect(of('interventions.count')).toBe(2);
    expect(of('interventions.ended')).toBe(2);
    expect(of('interventions.sunk')).toBe(600);
    const weeks = 2 * (15 + world.steps - state(world).runsFrom[0][0]);
    expect(of('interventions.cost')).toBeCloseTo(4 * 300 + 10 * weeks, 8);
    expect(of('interventions.weeks')).toBe(weeks / 2);
  });

  it('takes what is ended out of the count, and keeps what it cost', () => {
    const { of } = observed(merge(merge(rich, paid), merge(club(), then(18, 0))) as Patch, ['interventions']);
    expect(of('interventions.count')).toBe(0);
    expect(of('interventions.cost[intervention=club]')).toBeCloseTo(2 * (300 + 150), 8);
    expect(of('interventions.sunk[intervention=club]')).toBe(600);
  });
});
