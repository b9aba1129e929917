import { everyDuty } from './duties.ts';
import type { Patch } from './smallScenario.ts';

/** Need is scored often, hazards look at sanctions, and partners ask for meetings. */
export const scored: Patch = {
  commissioner: { scoring: { role: 'adviser', every: 3, gaming: 0.2 } },
  pathway: { programme: { dropOut: '0.01 + 0.2 * sanctioned' } },
  caseworkers: { duties: { partners: everyDuty.partners } },
};

/** Reviews of every kind, a board that hears stories, shocks, and a limit on an activity. */
export const reviewed: Patch = {
  commissioner: {
    evidence: {
      monitoring: {
        figures: { attached: { per: 'referred' } },
        stories: 1,
        money: 0.5,
        provider: 1,
        user: 1,
        research: 1,
        politics: 0.5,
      },
    },
    relations: {
      growth: 0.2,
      loss: 0.3,
      found: 1,
      turnover: 0.1,
      reviewCost: 50,
      contractCost: 200,
      scrutiny: 0.5,
      entry: 0.5,
      knowledge: 0.5,
    },
    coupling: { understood: 0.4, stories: 0.5 },
    reviews: {
      ratchets: {
        kind: 'ratchet',
        first: 3,
        every: 3,
        lag: 0,
        window: 3,
        event: 'attached',
        per: 'count',
        aim: 2,
      },
      weights: {
        kind: 'reweight',
        first: 3,
        every: 4,
        lag: 1,
        window: 6,
        event: 'jobStart',
        aim: 0.5,
        prices: { start: 1 },
      },
      shares: { kind: 'shiftShares', first: 2, every: 2, lag: 0, window: 4, share: 0.3, during: 'run' },
      pushes: {
        kind: 'push',
        first: 1,
        every: 1,
        lag: 0,
        window: 3,
        event: 'jobStart',
        aim: 0.5,
        during: 'run',
      },
      domains: {
        kind: 'fundIndicators',
        first: 2,
        every: 3,
        lag: 0,
        window: 4,
        domains: {
          near: { instrument: 'start', weight: 1, event: 'jobStart', group: 'near', aim: 0.5 },
          far: { instrument: 'joining', weight: 2, event: 'jobStart', group: 'far', aim: 0.5 },
        },
      },
      board: {
        kind: 'prioritise',
        first: 2,
        every: 2,
        lag: 0,
        window: 3,
        event: 'jobStart',
        aim: 0.5,
        during: 'run',
      },
      tenders: { kind: 'tender', first: 9, every: 0, lag: 0, window: 9, advantage: 0.1, during: 'run' },
      renewals: { kind: 'renew', first: 7, every: 0, lag: 0, window: 7, bar: -0.9, during: 'run' },
    },
  },
  world: { shocks: { slump: { chance: 0.2, weeks: 2, openings: 0.5 } }, closure: { course: 0.3 } },
};
