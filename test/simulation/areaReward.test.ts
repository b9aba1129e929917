import { describe, expect, it } from 'vitest';
import { gainOfChange } from '../../src/model/areas/areaGain.ts';
import type { World } from '../../src/model/world.ts';
import { simulateReplicate } from '../../src/simulation/index.ts';
import { copyOf } from '../support/columns.ts';
import { outreach, withDuties } from '../support/duties.ts';
import { openSmall, type Patch, runSmall } from '../support/smallScenario.ts';

const plain = { references: [], clientTable: false };
const all = Uint8Array.of(1, 1);
const reward: Patch = {
  incentives: {
    demand: {
      kind: 'areaReward',
      metrics: {
        losses: { event: 'jobLoss', price: 100 },
        search: { stage: 'searching', entry: 'jobLoss', price: 10 },
        lasting: { event: 'sustained', price: 1 },
      },
      baseline: { from: 0, weeks: 15 },
      tests: { from: 15, weeks: 15, number: 2 },
      lag: 4,
    },
  },
};
/** Events and steps in a stage on one side of a world, over the whole run and all areas. */
function counted({ demand, steps, areas, names }: World, side: 'clients' | 'twins') {
  const sum = (count: number) =>
    areas.names.reduce((total, _, area) => total + demand![side].sum(count, area, all, 0, steps), 0);
  return {
    losses: sum(demand!.ofEvent[names.events.indexOf('jobLoss')]),
    lasting: sum(demand!.ofEvent[names.events.indexOf('sustained')]),
    search: sum(demand!.ofStage[names.stages.indexOf('searching')]),
  };
}

const happened = ({ names }: World, lives: World['clients'], event: string): number =>
  lives.eventCount[names.events.indexOf(event)].reduce((a, b) => a + b, 0);

describe('demand of areas', () => {
  it('is of everybody, served or not, and of their twins', () => {
    const loaded = openSmall(reward, { pathway: { programme: { uptake: 0.5 } } });
    let steps = 0;
    const look = (world: World): void => {
      for (let row = world.windowFrom; row < world.windowTo; row++)
        steps += Number(world.clients.stage[row] === 0);
    };
    const world = runSmall(loaded, { look });
    const clients = counted(world, 'clients');
    expect(clients.losses).toBe(happened(world, world.clients, 'jobLoss'));
    expect(clients.lasting).toBe(happened(world, world.clients, 'sustained'));
    expect(clients.search).toBe(steps);
    const twins = counted(world, 'twins');
    expect(twins.losses).toBe(happened(world, world.twins, 'jobLoss'));
    expect(twins.lasting).toBe(happened(world, world.twins, 'sustained'));
    expect(clients.losses).not.toBe(twins.losses);
    expect(Math.min(...Object.values(clients))).toBeGreaterThan(0);
  });

  it('is without those whom prevention keeps away, who live in the world of twins alone', () => {
    const world = runSmall(openSmall(reward, withDuties({ outreach })));
    const clients = counted(world, 'clients');
    expect(clients.losses).toBe(happened(world, world.clients, 'jobLoss'));
    expect(clients.search).toBeLessThan(counted(world, 'twins').search);
  });

  it('counts people where they live when a contract is handed over', () => {
    const ends: Patch = {
      commissioner: {
        evidence: { monitoring: { figures: { attached: { per: 'referred' } } } },
        reviews: {
          renewals: { kind: 'renew', first: 7, every: 0, lag: 0, window: 7, bar: 9, during: 'run' },
        },
      },
    };
    const world = runSmall(openSmall(reward, ends));
    const losses = world.demand!.ofEvent[world.names.events.indexOf('jobLoss')];
    const own = [0, 1].map((area) => world.demand!.clients.sum(losses, area, all, 0, world.steps));
    const lived = [0, 0];
    const { people, clients, names } = world;
    for (let row = 0; row < people.count; row++)
      lived[people.office[row]] += clients.eventCount[names.events.indexOf('jobLoss')][row];
    expect(world.commissioner.held.some(({ ended }) => ended !== undefined)).toBe(true);
    expect(own).toEqual(lived);
  });
});

describe('a reward of areas', () => {
  /** Money moves nobody: neither payoff nor pressure. */
  const deaf: Patch = {
    caseworkers: { motives: { payoff: 0 } },
    offices: { north: { pressure: { response: 0 } }, south: { pressure: { response: 0 } } },
  };

  it('that nobody acts on leaves lives and all other measures as they are, without a trace where there is none', () => {
    const designs = { base: {}, rewarded: { set: reward } };
    const [base, rewarded] = simulateReplicate(openSmall(deaf, { designs }), 0, plain).designs;
    const others = (rows: typeof base.rows) =>
      rows.filter(({ measure }) => !/^(areas|paid|spend|cost|office|added|net)/.test(measure));
    expect(others(rewarded.rows)).toEqual(others(base.rows));
    expect(base.rows.filter(({ measure, slice }) => measure.startsWith('areas.') && slice !== '')).toEqual(
      [],
    );
    const bare = runSmall(openSmall(deaf));
    const paid = runSmall(openSmall(deaf, reward));
    expect(bare.demand).toBeUndefined();
    expect([paid.clients, paid.twins].map(copyOf)).toEqual([bare.clients, bare.twins].map(copyOf));
  });

  it('of pooled areas is held against the demand of all of them, on the same luck', () => {
    const areas: Patch = { areas: { hill: {}, valley: {} } };
    const own: Patch = { offices: { north: { area: 'hill' }, south: { area: 'valley' } } };
    const designs = { base: {}, pooled: { set: { offices: { south: { area: 'hill' } } } } };
    const loaded = openSmall(deaf, reward, areas, own, { designs });
    const [base, pooled] = simulateReplicate(loaded, 0, plain).designs.map(({ rows }) => rows);
    const of = (rows: typeof base, measure: string, slice = '') =>
      rows.find((row) => row.measure === measure && row.slice === slice)?.value ?? Number.NaN;
    for (const measure of ['areas.baseline', 'areas.demand', 'outcome.rate'])
      expect(of(pooled, measure)).toBeCloseTo(of(base, measure), 9);
    const at = 'reward=demand,area=hill,test=1';
    expect(of(pooled, 'areas.baseline', at)).toBeGreaterThan(of(base, 'areas.baseline', at));
    expect(of(pooled, 'areas.luck', at)).toBeLessThan(of(base, 'areas.luck', at));
    expect(pooled.some(({ slice }) => slice.includes('area=valley'))).toBe(false);
  });

  it('is the same reward in days as in weeks, but for luck', () => {
    const results = (step: string) =>
      runSmall(openSmall(reward, { clock: { step } })).demand!.rewards.get('demand')!.results;
    const [weeks, days] = [results('week'), results('day')];
    expect(days.map(({ area, test }) => [area, test])).toEqual(weeks.map(({ area, test }) => [area, test]));
    const whole = (list: typeof weeks) => list.reduce((sum, { demand }) => sum + demand, 0);
    expect(whole(days) / whole(weeks)).toBeGreaterThan(0.7);
    expect(whole(days) / whole(weeks)).toBeLessThan(1.4);
  });

  it('counts in what a change is worth once, beside what the events themselves pay', () => {
    const gains = (...patches: Patch[]): number => {
      let gain = Number.NaN;
      const look = (world: World): void => {
        if (world.step !== 15) return;
        const change = new Float64Array(world.names.events.length * 2);
        change[world.names.events.indexOf('jobLoss') * 2] = -0.5;
        gain = gainOfChange(world, 0, change, 10);
      };
      runSmall(openSmall(deaf, ...patches), { look });
      return gain;
    };
    const fee: Patch = { incentives: { losses: { kind: 'penalty', event: 'jobLoss', amount: 70 } } };
    const noticed: Patch = { incentives: { demand: { belief: { frontLine: 1 } } } };
    const own = gains(reward);
    expect(own).toBeGreaterThan(0);
    expect(gains(fee)).toBeCloseTo(70 * 0.5 * 10, 9);
    expect(gains(reward, fee)).toBeCloseTo(own + 350, 9);
    expect(gains(reward, noticed)).toBe(own);
  });

  it('turns hours to those at risk of what costs money where caseworkers notice, and not away from them', () => {
    const risky: Patch = {
      pathway: { transitions: { losesWork: { hazard: '0.03', believed: '0.03 + 0.9 * appearance' } } },
      incentives: { joining: null, start: null, lasting: null },
    };
    const hoursAtWork = (...patches: Patch[]): number => {
      let hours = 0;
      const look = ({ service, clients, step }: World): void => {
        if (step < 15) return;
        for (let at = 0; at < service.attachedCount; at++) {
          const row = service.attached[at];
          if (clients.stage[row] === 1) hours += service.hours[0][row];
        }
      };
      runSmall(openSmall(risky, ...patches, { clients: { referrals: { value: 20 } } }), { look });
      return hours;
    };
    const priced: Patch = { incentives: { demand: { metrics: { losses: { price: 4000 } } } } };
    const noticed: Patch = { incentives: { demand: { belief: { frontLine: 1 } } } };
    const penalty: Patch = { incentives: { losses: { kind: 'penalty', event: 'jobLoss', amount: 4000 } } };
    const unaware = hoursAtWork(reward, priced);
    expect(hoursAtWork(reward, priced, noticed)).toBeGreaterThan(unaware);
    expect(hoursAtWork(penalty)).toBeLessThan(unaware);
  });
});
