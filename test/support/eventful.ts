import type { Patch } from './smallScenario.ts';

/** Many things that can happen in a life: fees of all kinds, required and token contacts, screening, leavers, refusal, sanctions. */
export const eventful: Patch = {
  clock: { referralWeeks: 5, followUp: 30 },
  clients: { crisis: { onset: 0.05 } },
  rules: { visit: { role: 'adviser', every: 3 } },
  caseworkers: {
    roles: {
      adviser: { formOnly: 0.3, compliance: 0.8, hoursPerWeek: 6 },
      broker: { screening: { on: true } },
    },
    staffing: { turnover: { base: 1 }, hiring: { lag: 2 } },
  },
  incentives: {
    contacts: { kind: 'activityFee', role: 'adviser', amount: 12 },
    power: { kind: 'sanctions', chance: 0.05 },
  },
  pathway: { programme: { refusal: { on: true, base: 1 } } },
};

/** Fewer openings than people who are ready for one. */
export const scarce: Patch = {
  pathway: { transitions: { findsWork: { openings: 'jobs' } } },
  world: { openings: { jobs: { perWeek: 'poisson(0.7)' } } },
};

/** Steps of a day, whose hours must do for an appointment. */
export const inDays: Patch = {
  clock: { step: 'day', referralWeeks: 3, followUp: 30 },
  caseworkers: { roles: { adviser: { hoursPerWeek: 25, fullLoad: 4 } } },
};

/** Clients of a team and not of one caseworker. */
export const inTeams: Patch = { caseworkers: { assignment: 'pooled' } };
