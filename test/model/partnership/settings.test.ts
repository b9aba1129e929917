import { describe, expect, it } from 'vitest';
import { simulateReplicate } from '../../../src/simulation/index.ts';
import { runTwins } from '../../../src/simulation/run.ts';
import { buildSmall, openSmall, type Patch, runSmall } from '../../support/smallScenario.ts';
import { mean, partners, partnershipOf, reliable } from './partners.ts';

const priority: Patch = {
  partners: { police: { priority: 0.3 }, probation: { priority: 0.1 }, council: { priority: 0.2 } },
};
const inAreas: Patch = {
  areas: { upper: { title: 'Upper' }, lower: { title: 'Lower' } },
  offices: { north: { area: 'upper' }, south: { area: 'lower' } },
};
/** Joint work helps, and reaches whom the programme reaches. */
const helps: Patch = {
  pathway: {
    transitions: { findsWork: { hazard: 'logistic(-3.5 + 3 * jointEffort)' } },
    programme: { uptake: 0.6 },
  },
};

const problems = (...patches: Patch[]): string => {
  try {
    openSmall(partners, ...patches);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('areas', () => {
  it('may set priority, trust and what they see of rewards apart', () => {
    const world = runSmall(
      openSmall(partners, priority, inAreas, {
        areas: {
          upper: { priority: { police: 0.9 }, trust: 0.7, trustIn: { council: 0.1 }, capability: 0 },
          lower: { budgets: 'aligned', aligned: 0.2 },
        },
        partnership: { trust: { growth: 0, loss: 0 } },
      }),
    );
    const state = partnershipOf(world);
    expect([...state.promised].slice(0, 3)).toEqual([0.9, 0.1, 0.2]);
    expect([...state.trust[0]]).toEqual([1, 0.7, 0.1, 0.7, 1, 0.1, 0.7, 0.7, 1]);
    expect(state.trust[1][1]).toBe(0.3);
    expect(state.stake[0]).toBe(0);
    expect(state.stake[1]).toBeGreaterThan(0);
    expect([...state.coordination]).toEqual([0, 0.2]);
  });

  it('pool fixed costs where they are large', () => {
    const large: Patch = { offices: { north: { share: 0.9 }, south: { share: 0.1 } } };
    const fixed = { effortCost: 20, fixedCost: 10 };
    const costs: Patch = { partners: { police: fixed, probation: fixed, council: fixed } };
    const seen: number[][] = [[], []];
    runSmall(openSmall(partners, reliable, large, costs, { partnership: { trust: { start: 1 } } }), {
      look: (world) => {
        if (world.step < 13) return;
        for (const [area, effort] of partnershipOf(world).jointEffort.entries()) seen[area].push(effort);
      },
    });
    expect(mean(seen[0])).toBeGreaterThan(2 * mean(seen[1]));
  });
});

describe('errors', () => {
  it('name partners and events that there are not, and shares that do not sum to 1', () => {
    expect(problems()).toBe('');
    expect(problems({ areas: { upper: { priority: { polise: 0.2 } } } })).toMatch(
      /no partner called "polise"[\s\S]*police/,
    );
    expect(problems({ areas: { upper: { trustIn: { polise: 0.2 } } } })).toMatch(
      /no partner called "polise"/,
    );
    expect(problems({ partnership: { reach: { jobstart: 0.1 } } })).toMatch(
      /no event called "jobstart"[\s\S]*jobStart/,
    );
    expect(problems({ partners: { police: { share: 0.4 } } })).toMatch(
      /shares of partners must sum to 1[\s\S]*0\.9/,
    );
    expect(problems({ partners: { police: { influence: 0.4 } } })).toMatch(
      /influence of partners[\s\S]*0\.9/,
    );
  });

  it('keep partners the same while a scenario runs, but not their terms', () => {
    const at = (set: Patch): string => problems({ timeline: { later: { at: 20, set } } });
    expect(at({ partners: { police: { turnover: 0.5 } } })).toBe('');
    expect(at({ partnership: { budgets: 'pooled' } })).toBe('');
    expect(at({ partners: { health: { share: 0, effortCost: 1 } } })).toMatch(
      /there would be other partners/,
    );
    expect(at({ areas: { upper: { title: 'x' } } })).toMatch(/may not change while/);
  });
});

describe('joint work in lives', () => {
  const designs: Patch = {
    designs: {
      apart: { title: 'Apart', set: {} },
      together: { title: 'Together', set: { partnership: { budgets: 'pooled' } } },
    },
  };

  it('reaches clients and not twins, whose lives are the same in every design', () => {
    const { designs: results } = simulateReplicate(
      openSmall(partners, reliable, priority, helps, designs),
      0,
      {
        references: ['noService'],
        clientTable: false,
      },
    );
    const [apart, together] = results.map(
      ({ rows }) => new Map(rows.map((row) => [`${row.measure}[${row.slice}]`, row.value])),
    );
    const twins = [...apart.keys()].filter((key) => key.startsWith('twin.rate'));
    expect(twins.length).toBeGreaterThan(0);
    expect(together.get('outcome.rate[]')).not.toBe(apart.get('outcome.rate[]'));
    for (const key of twins) expect(together.get(key)).toBe(apart.get(key));
  });

  it('gives twins the same lives whether they are lived once or beside their clients', () => {
    const loaded = openSmall(partners, priority, helps);
    const beside = runSmall(loaded);
    const built = buildSmall(loaded);
    runTwins(built);
    expect(built.world.twins.firstEvent).toEqual(beside.twins.firstEvent);
    const pooled = runSmall(openSmall(partners, priority, helps, { partnership: { budgets: 'pooled' } }));
    expect(pooled.twins.firstEvent).toEqual(beside.twins.firstEvent);
    // Whoever never joined lives as the twin does.
    for (let row = 0; row < pooled.people.count; row++)
      if (pooled.service.attachedAt[row] < 0) expect(pooled.clients.stage[row]).toBe(pooled.twins.stage[row]);
  });

  it('strikes leaders and inspections alike in every design', () => {
    const own = { turnover: 1, inspection: { chance: 0.05 } };
    const struck = (...patches: Patch[]): number[][] => {
      const state = partnershipOf(
        runSmall(
          openSmall(partners, { partners: { police: own, probation: own, council: own } }, ...patches),
        ),
      );
      return [[...state.leadersLeft], [...state.inspectedUntil]];
    };
    const base = struck();
    expect(struck({ partnership: { budgets: 'free' } }, { incentives: { start: { amount: 9000 } } })).toEqual(
      base,
    );
    expect(mean(base[0])).toBeGreaterThan(0);
    expect(mean(base[1])).toBeGreaterThan(0);
  });
});

describe('a step of a day', () => {
  it('gives what a week gives, but for the luck of the day', () => {
    const own = { turnover: 0.3, inspection: { chance: 0.02 }, priority: 0.3 };
    const run = (clock: Patch) => {
      const areas = Array.from({ length: 20 }, (_, k) => [`o${k}`, { share: 0.05 }] as const);
      const loaded = openSmall(
        partners,
        {
          clock: { referralWeeks: 2, followUp: 258 },
          measures: { horizon: 20, window: 30 },
          caseworkers: { roles: { adviser: { posts: 20 }, broker: { posts: 20 } } },
          offices: { north: null, south: null, ...Object.fromEntries(areas) },
          partners: { police: own, probation: own, council: own },
          partnership: { reach: { jobStart: 0 } },
        },
        { clock },
      );
      const effort: number[] = [];
      const world = runSmall(loaded, {
        look: (now) => effort.push(mean(partnershipOf(now).jointEffort)),
      });
      const state = partnershipOf(world);
      const account = world.books.accounts.findIndex(({ name }) => name === 'jointWork');
      let paid = 0;
      for (let step = 0; step < world.steps; step++) paid += world.books.stepFlow(account, step);
      return { effort: mean(effort), left: mean(state.leadersLeft), judged: mean(state.judged), paid };
    };
    const [week, day] = [run({ step: 'week' }), run({ step: 'day' })];
    expect(day.judged).toBe(week.judged);
    // Sixty leaders for five years at 0.3 a year are about 90; the difference of two such counts is within 4.5 of its deviations.
    expect(Math.abs(day.left - week.left) * 60).toBeLessThan(4.5 * Math.sqrt(180));
    expect(Math.abs(day.effort / week.effort - 1)).toBeLessThan(0.06);
    expect(Math.abs(day.paid / week.paid - 1)).toBeLessThan(0.06);
  });
});
