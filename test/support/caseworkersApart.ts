import fc from 'fast-check';
import { everyDuty } from './duties.ts';
import type { Patch } from './smallScenario.ts';

/**
 * Programmes in which nothing ties the clients of one caseworker to those of another: clients come to caseworkers by key,
 * staff stay, pressure does not respond, openings have no end. All else varies: what happens in a life, rules of
 * contact, how hours are divided, duties, audits, fees, days or weeks, one role or two.
 */
export const apart: fc.Arbitrary<Patch> = fc
  .record({
    inDays: fc.boolean(),
    twoRoles: fc.boolean(),
    offices: fc.integer({ min: 1, max: 3 }),
    posts: fc.integer({ min: 2, max: 4 }),
    visit: fc.constantFrom(0, 2, 4),
    compliance: fc.constantFrom(0.5, 1),
    formOnly: fc.constantFrom(0, 0.4),
    rule: fc.constantFrom('waterline', 'priority'),
    noiseForm: fc.constantFrom('multiplicative', 'additive'),
    duties: fc.subarray(['file', 'court', 'partners']),
    audit: fc.constantFrom(0, 0.3),
    sanctions: fc.boolean(),
    burnout: fc.constantFrom(0, 1),
    learning: fc.boolean(),
    crisis: fc.constantFrom(0.01, 0.1),
    pressure: fc.constantFrom(0, 0.4),
  })
  .map((pick) => {
    const names = ['north', 'south', 'west'].slice(0, pick.offices);
    const office = { share: 1 / pick.offices, pressure: { base: pick.pressure, response: 0 } };
    const none = pick.twoRoles ? {} : { broker: { posts: 0 } };
    return {
      clock: pick.inDays
        ? { step: 'day', referralWeeks: 4, followUp: 6 }
        : { referralWeeks: 8, followUp: 20 },
      clients: {
        referrals: { value: 10 },
        crisis: { onset: pick.crisis },
      },
      caseworkers: {
        assignment: 'keyed',
        roles: {
          adviser: {
            posts: pick.posts * pick.offices,
            fullLoad: 4,
            hoursPerWeek: 12,
            compliance: pick.compliance,
            formOnly: pick.formOnly,
          },
          broker: { posts: 2 * pick.offices, ...none.broker },
        },
        allocation: { rule: pick.rule, noiseForm: pick.noiseForm },
        burnout: { drift: pick.burnout },
        beliefs: { recasting: pick.learning ? 0.3 : 0 },
        duties: Object.fromEntries(pick.duties.map((name) => [name, everyDuty[name]])),
      },
      measures: { horizon: 1, window: 1, parkedAfter: 2 },
      commissioner: { audit: { share: pick.audit, penalty: 300 } },
      offices: { north: null, south: null, ...Object.fromEntries(names.map((name) => [name, office])) },
      rules: pick.visit === 0 ? {} : { visit: { role: 'adviser', every: pick.visit } },
      incentives: {
        contacts: { kind: 'activityFee', role: 'adviser', amount: 12 },
        ...(pick.sanctions && { power: { kind: 'sanctions', chance: 0.05 } }),
      },
    };
  });
