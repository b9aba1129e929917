import { describe, expect, it } from 'vitest';
import type { World } from '../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const slump = (more: Patch = {}): Patch => ({
  world: { shocks: { slump: { chance: 0.1, weeks: 4, ...more } } },
});
const hazard = (formula: string): Patch => ({
  pathway: { transitions: { findsWork: { hazard: formula } } },
});
const onAt = (patches: Patch[], options: { replicate?: number } = {}): number[] => {
  const on: number[] = [];
  runSmall(openSmall(...patches), {
    ...options,
    look: ({ step, shockUntil }) => {
      if (shockUntil[0] > step) on.push(step);
    },
  });
  return on;
};

describe('shocks', () => {
  it('are the same whatever the scheme, and with more chance come the same and more', () => {
    const without = { incentives: { joining: null, start: null } };
    const on = onAt([slump()]);
    expect(on.length).toBeGreaterThan(0);
    expect(onAt([slump(), without])).toEqual(on);
    const more = onAt([slump({ chance: 0.3 })]);
    expect(on.every((step) => more.includes(step))).toBe(true);
    expect(more.length).toBeGreaterThan(on.length);
  });

  it('are on for 1 − (1 − chance)^weeks of the time', () => {
    const clock = { clock: { referralWeeks: 0, followUp: 2000 } };
    const on = onAt([slump({ chance: 0.05, weeks: 6 }), clock]).filter((step) => step >= 6).length / 1994;
    // About 2,000 / 12 independent spells: 4 standard errors of their share.
    expect(Math.abs(on - (1 - 0.95 ** 6))).toBeLessThan(4 * Math.sqrt((0.265 * 0.735) / 166));
  });

  it('stand in hazards by name, for client and twin alike', () => {
    const only = hazard('0.2 * shockSlump');
    const count = (world: World, lives: World['clients']) => {
      const first = lives.firstEvent[world.names.events.indexOf('jobStart')];
      return [...first].filter((step) => step >= 0);
    };
    const on = new Set(onAt([slump(), only]));
    const world = runSmall(openSmall(slump(), only));
    const starts = count(world, world.clients);
    expect(starts.length).toBeGreaterThan(10);
    for (const step of [...starts, ...count(world, world.twins)]) expect(on.has(step)).toBe(true);
    // The hazard knows nothing of service, so that client and twin have the same luck.
    expect(count(world, world.twins)).toEqual(starts);
  });

  it('multiply the openings of every pool', () => {
    const scarce: Patch = {
      world: { openings: { jobs: { perWeek: 2 } } },
      pathway: { transitions: { findsWork: { openings: 'jobs', hazard: '0.9' } } },
    };
    const on = new Set(onAt([slump({ openings: 0 }), scarce]));
    const world = runSmall(openSmall(slump({ openings: 0 }), scarce));
    const starts = [...world.clients.firstEvent[world.names.events.indexOf('jobStart')]];
    expect(starts.filter((step) => step >= 0).length).toBeGreaterThan(20);
    for (const step of starts) expect(on.has(step)).toBe(false);
  });
});
