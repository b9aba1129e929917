import type { Patch } from './smallScenario.ts';

interface Luck {
  /** Shares of everybody by area, each one office. */
  areas: Record<string, number>;
  people: number;
  /** Steps of the baseline, and of the one test that follows it. */
  weeks: number;
  /** First step of the baseline. */
  from: number;
  transitions: Patch;
  metrics: Patch;
}

/** Areas whose people all come at once and whom nobody serves, so that demand moves by luck and by the world alone. */
export const luckOfAreas = ({ areas, people, weeks, from, transitions, metrics }: Luck): Patch => ({
  clock: { referralWeeks: 1, followUp: from + 2 * weeks + 1 },
  clients: { referrals: { value: people }, crisis: { onset: 0 } },
  caseworkers: { roles: { adviser: { posts: 0 }, broker: { posts: 0 } } },
  offices: {
    north: null,
    south: null,
    ...Object.fromEntries(Object.entries(areas).map(([name, share]) => [name, { share }])),
  },
  pathway: {
    transitions,
    milestones: { sustained: null },
    sustainedEvent: '',
    programme: { uptake: 0 },
  },
  incentives: {
    joining: null,
    start: null,
    lasting: null,
    demand: {
      kind: 'areaReward',
      metrics,
      baseline: { from, weeks },
      tests: { from: from + weeks, weeks, number: 1 },
      lag: 0,
    },
  },
});
