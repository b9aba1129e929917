import { describe, expect, it } from 'vitest';
import type { StepColumn } from '../../../src/model/stepColumn.ts';
import type { World } from '../../../src/model/world.ts';
import { openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';

/** Everybody attached at once, nobody leaves, and nothing but the transitions given moves anybody. */
function pathwayOf(transitions: Patch, more: Patch = {}): Patch {
  return {
    clock: { referralWeeks: 1, followUp: 80 },
    clients: { crisis: { onset: 0 } },
    pathway: {
      sustainedEvent: '',
      stages: { searching: null, working: null, out: {}, in: { counts: false }, gone: { counts: false } },
      start: 'out',
      transitions: { findsWork: null, losesWork: null, ...transitions },
      milestones: { sustained: null },
      programme: { uptake: 1, dropOut: 0, stay: 500 },
    },
    incentives: { lasting: null },
    ...more,
  };
}
const start = (hazard: string | number, more: Patch = {}): Patch => ({
  from: 'out',
  to: 'in',
  emits: 'jobStart',
  hazard,
  ...more,
});
const thousands = { clients: { referrals: { value: 4000 }, crisis: { onset: 0 } } };

const eventOf = (world: World, name: string): number => world.names.events.indexOf(name);
const countWithin = (first: StepColumn, week: number): number =>
  Array.from(first).reduce((sum, at) => sum + (at >= 0 && at <= week ? 1 : 0), 0);
/** Standard errors by which a count lies from its mean. */
const away = (count: number, n: number, p: number): number => (count - n * p) / Math.sqrt(n * p * (1 - p));

describe('a constant hazard', () => {
  it('gives geometric waiting times, for clients and for twins', () => {
    const world = runSmall(openSmall(pathwayOf({ start: start(0.05) }, thousands)));
    const n = world.people.count;
    for (const lives of [world.clients, world.twins]) {
      const first = lives.firstEvent[eventOf(world, 'jobStart')];
      // Five looks at 4.9 standard errors: a false alarm in 200,000 seeds, and the seed is fixed.
      for (const week of [0, 1, 9, 29, 59]) {
        expect(Math.abs(away(countWithin(first, week), n, 1 - 0.95 ** (week + 1)))).toBeLessThan(4.9);
      }
    }
  });

  it('gives client and twin the same weeks where it is the same', () => {
    const world = runSmall(openSmall(pathwayOf({ start: start('0.02 + 0.05 * motivation') }, thousands)));
    const job = eventOf(world, 'jobStart');
    expect(world.clients.firstEvent[job]).toEqual(world.twins.firstEvent[job]);
    expect(countWithin(world.clients.firstEvent[job], 80)).toBeGreaterThan(3000);
  });

  it('of 0 moves nobody and of 1 everybody at once', () => {
    const never = runSmall(openSmall(pathwayOf({ start: start(0) })));
    expect(countWithin(never.clients.firstEvent[eventOf(never, 'jobStart')], 80)).toBe(0);
    const always = runSmall(openSmall(pathwayOf({ start: start(1) })));
    expect(countWithin(always.clients.firstEvent[eventOf(always, 'jobStart')], 0)).toBe(6);
  });

  it('competes with another as their rates do', () => {
    const p = 0.04;
    const q = 0.1;
    const rivals = {
      start: start(p),
      leave: { from: 'out', to: 'gone', emits: 'leaves', hazard: q },
    };
    const world = runSmall(openSmall(pathwayOf(rivals, thousands)));
    const n = world.people.count;
    const jobs = countWithin(world.clients.firstEvent[eventOf(world, 'jobStart')], 80);
    const leaves = countWithin(world.clients.firstEvent[eventOf(world, 'leaves')], 80);
    const left = ((1 - p) * (1 - q)) ** 81;
    expect(jobs + leaves).toBeLessThanOrEqual(n);
    // Clocks are exponential with rates −ln(1 − p): who goes, goes to each in proportion. 4.9 standard errors twice.
    const share = Math.log(1 - p) / (Math.log(1 - p) + Math.log(1 - q));
    expect(Math.abs(away(jobs, n, share * (1 - left)))).toBeLessThan(4.9);
    expect(Math.abs(away(leaves, n, (1 - share) * (1 - left)))).toBeLessThan(4.9);
  });
});

describe('client and twin', () => {
  it('move together or the client first where service only helps', () => {
    const world = runSmall(openSmall(pathwayOf({ start: start('0.02 + 0.03 * attached') }, thousands)));
    const job = eventOf(world, 'jobStart');
    let earlier = 0;
    world.twins.firstEvent[job].forEach((twin, row) => {
      const client = world.clients.firstEvent[job][row];
      if (twin >= 0) expect(client >= 0 && client <= twin).toBe(true);
      if (client >= 0 && client !== twin) earlier++;
    });
    expect(earlier).toBeGreaterThan(100);
  });

  it('move together or the twin first where service only harms', () => {
    const world = runSmall(openSmall(pathwayOf({ start: start('0.05 - 0.03 * attached') }, thousands)));
    const job = eventOf(world, 'jobStart');
    world.clients.firstEvent[job].forEach((client, row) => {
      const twin = world.twins.firstEvent[job][row];
      if (client >= 0) expect(twin >= 0 && twin <= client).toBe(true);
    });
  });
});

describe('scarce openings', () => {
  const scarce = (perWeek: string, hazard: number, more: Patch = {}): Patch[] => [
    pathwayOf({ start: start(hazard, { openings: 'jobs' }) }, { world: { openings: { jobs: { perWeek } } } }),
    { clients: { referrals: { value: 200 } }, ...more },
  ];
  const startsByWeek = (first: StepColumn): number[] => {
    const starts: number[] = Array(20).fill(0);
    for (const week of first) if (week >= 0 && week < 20) starts[week]++;
    return starts;
  };

  for (const hazard of [0.5, 1]) {
    it(`take exactly as many as there are while more are ready, at a hazard of ${hazard}`, () => {
      const world = runSmall(openSmall(...scarce('constant(3)', hazard)));
      const first = world.clients.firstEvent[eventOf(world, 'jobStart')];
      expect(startsByWeek(first)).toEqual(Array(20).fill(3));
    });
  }

  it('take the twin too where it would beat the first who found none: one person withdrawn', () => {
    const world = runSmall(openSmall(...scarce('constant(3)', 0.5)));
    // In the first week twins are where clients are: the three winners and the first without an opening.
    expect(startsByWeek(world.twins.firstEvent[eventOf(world, 'jobStart')])[0]).toBe(4);
  });

  it('take nobody where there are none, and everybody who is ready where there are plenty', () => {
    const none = runSmall(openSmall(...scarce('constant(0)', 0.5)));
    const job = eventOf(none, 'jobStart');
    expect(countWithin(none.clients.firstEvent[job], 80)).toBe(0);
    const plenty = runSmall(openSmall(...scarce('constant(100000)', 0.05)));
    const unlimited = runSmall(
      openSmall(pathwayOf({ start: start(0.05) }), { clients: { referrals: { value: 200 } } }),
    );
    expect(plenty.clients.firstEvent[job]).toEqual(unlimited.clients.firstEvent[job]);
    expect(plenty.twins.firstEvent[job]).toEqual(unlimited.twins.firstEvent[job]);
  });

  it('are scaled with the rest of the programme, broken numbers as often as they come to', () => {
    const world = runSmall(
      openSmall(
        ...scarce('constant(4)', 0.9, {
          scale: 0.1,
          clients: { referrals: { value: 2000 } },
          caseworkers: { roles: { adviser: { posts: 10 }, broker: { posts: 10 } } },
        }),
      ),
    );
    const starts = countWithin(world.clients.firstEvent[eventOf(world, 'jobStart')], 80);
    // 81 weeks of 0.4 openings; 4.4 standard errors: a false alarm in 100,000 seeds.
    expect(Math.abs(away(starts, 81, 0.4))).toBeLessThan(4.4);
  });
});
