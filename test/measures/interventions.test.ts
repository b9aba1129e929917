import { describe, expect, it } from 'vitest';
import { Tallies } from '../../src/measures/index.ts';
import { interventions } from '../../src/measures/interventions.ts';
import type { World } from '../../src/model/world.ts';
import { runWorld } from '../../src/simulation/run.ts';
import { buildSmall, openSmall, type Patch } from '../support/smallScenario.ts';
import { byKey } from './handMadeWorld.ts';

const base: Patch = {
  offices: { north: { cash: { start: 50000 } }, south: { cash: { start: 50000 } } },
  incentives: { joining: null, lasting: null },
};
const club = { level: 'office', evidence: 'proven', expects: { jobStart: 40 }, review: 4, delay: 3 };

function measured(...patches: Patch[]): { found: Record<string, number | null>; world: World } {
  const loaded = openSmall(base, ...patches);
  const { scenario } = loaded.designs[0];
  const built = buildSmall(loaded);
  const { world } = built;
  const tallies = new Tallies(world, scenario.measures);
  const observer = interventions.create({ world, scenario, settings: scenario.measures, tallies });
  world.observers.push((now) => observer.observe?.(now));
  runWorld(built);
  return { found: byKey(observer.finish(world, {})), world };
}

describe('interventions', () => {
  it('are counted by area, point and additionality, with weeks and money', () => {
    const { found, world } = measured({
      interventions: {
        club: { ...club, point: 'start', planned: { north: 0 }, running: { fixed: 3 } },
        local: { level: 'office', groups: { far: true }, priority: { fixed: 5 }, review: 6, delay: 0 },
        never: { level: 'office' },
      },
    });
    expect(found['interventions.count']).toBe(4);
    expect(found['interventions.count[additionality=running]']).toBe(1);
    expect(found['interventions.count[additionality=new]']).toBe(1);
    expect(found['interventions.count[additionality=local]']).toBe(2);
    expect(found['interventions.count[area=north,additionality=new]']).toBe(0);
    expect(found['interventions.count[area=south,additionality=new]']).toBe(1);
    expect(found['interventions.count[point=start]']).toBe(2);
    expect(found['interventions.count[point=none,additionality=local]']).toBe(2);
    expect(found['interventions.count[intervention=never]']).toBe(0);
    expect(found['interventions.count[group=near]']).toBe(2);
    expect(found['interventions.count[group=far]']).toBe(4);
    expect(found['interventions.count[group=near,additionality=local]']).toBe(0);
    expect(found['interventions.count[area=north,group=far,additionality=local]']).toBe(1);
    expect(found['interventions.newShare']).toBe(1 / 4);
    expect(found['interventions.newShare[area=south]']).toBe(1 / 2);
    expect(found['interventions.anyNew']).toBe(1 / 2);
    expect(found['interventions.anyNew[group=far]']).toBe(1 / 2);
    const ran = (at: number) => world.steps - world.interventions!.runsFrom[0][at];
    expect(ran(0)).toBe(world.steps);
    expect(found['interventions.weeks[intervention=club]']).toBe((ran(0) + ran(1)) / 2);
    expect(found['interventions.weeks[additionality=local]']).toBe(world.steps - 7);
    expect(found['interventions.weeks[intervention=never]']).toBeNull();
    expect(found['interventions.cost']).toBeCloseTo(3 * (ran(0) + ran(1)), 8);
    expect(found['interventions.cost[additionality=new]']).toBeCloseTo(3 * ran(1), 8);
    expect(found['interventions.cost[area=south]']).toBeCloseTo(3 * ran(1), 8);
  });

  it('are held to what was expected of them beyond the plan', () => {
    // What service does is out of this hazard.
    const hazard = { pathway: { transitions: { findsWork: { hazard: '0.01 + 0.05 * club' } } } };
    const { found, world } = measured(hazard, {
      interventions: { club: { ...club, planned: { north: 0 } } },
    });
    let expected = 0;
    const { people, interventions: state } = world;
    const from = state!.runsFrom[0][1];
    for (let step = from; step < world.steps; step++) {
      const first = people.firstOfStep[Math.max(0, step - 40)];
      for (let row = first; row < people.firstOfStep[Math.min(12, step + 1)]; row++)
        if (people.office[row] === 1) expected += 0.4 / 52;
    }
    expect(found['interventions.expected[event=jobStart]']).toBeCloseTo(expected, 8);
    expect(found['interventions.expected[area=north,event=jobStart]']).toBe(0);
    expect(found['interventions.achieved[area=north,event=jobStart]']).toBe(0);
    expect(found['interventions.achieved[area=south,event=jobStart]']).toBeGreaterThan(0);
  });

  it('are not defined where there are none', () => {
    const { found } = measured();
    expect(Object.values(found).every((value) => value === null)).toBe(true);
    expect(Object.keys(found)).toHaveLength(10);
  });
});
