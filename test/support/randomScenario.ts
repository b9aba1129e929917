import fc from 'fast-check';
import { everyDuty, prospecting } from './duties.ts';
import { randomPartnership } from './randomPartnership.ts';
import type { Patch } from './smallScenario.ts';

/** Evenly spread: plain doubles are nearly all tiny or huge. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((k) => min + ((max - min) * k) / 1000);
const whole = (min: number, max: number) => fc.integer({ min, max });
const shares = whole(0, 4).map((quarters) => [quarters / 4, 1 - quarters / 4]);
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const rowNames = ['entrepreneur', 'caregiver', 'bureaucrat', 'indifferent', 'professional', 'enforcer'];

/** Patches on the small programme that touch every part of the model: sizes, rules, prices, openings, motives. */
export const randomPatch: fc.Arbitrary<Patch> = fc
  .record({
    // A run in days takes seven times as long: it is shorter.
    clock: fc.oneof(
      { weight: 3, arbitrary: fc.record({ referralWeeks: whole(0, 10), followUp: whole(1, 25) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          step: fc.constant('day'),
          workingDays: whole(1, 7),
          referralWeeks: whole(1, 4),
          followUp: whole(1, 5),
        }),
      },
    ),
    shiftHours: fc.constantFrom(0, 6),
    hoursFollowLoad: fc.boolean(),
    referrals: between(0, 9),
    groupShares: shares,
    officeShares: shares,
    posts: fc.tuple(whole(0, 6), whole(0, 3)),
    hoursPerWeek: between(0, 60),
    fullLoad: between(0.5, 30),
    shortest: fc.constantFrom(0, 0.25, 0.5, 2),
    mix: fc.tuple(fc.constantFrom(...rowNames), fc.constantFrom(...rowNames)),
    payoff: fc.constantFrom(0, 1, 3),
    rule: fc.constantFrom('waterline', 'priority'),
    noise: fc.constantFrom('normal(0, 0.3)', 'constant(0)', 'uniform(-1, 1)'),
    noiseForm: fc.constantFrom('multiplicative', 'additive'),
    assignment: fc.constantFrom('leastLoaded', 'keyed', 'pooled'),
    burnoutDrift: fc.constantFrom(0, 1),
    turnover: fc.constantFrom(0, 0.4, 8),
    lag: whole(0, 6),
    needsCash: fc.boolean(),
    cash: fc.constantFrom(-1000, 0, 50000),
    ownMix: fc.boolean(),
    adoptionPriority: fc.constantFrom(0, 900, 2000),
    planned: sometimes(whole(0, 9)),
    setUp: fc.constantFrom(0, 500, 1e6),
    ends: fc.boolean(),
    practice: fc.constantFrom(0, 0, 0.5),
    oneArea: fc.boolean(),
    partnership: sometimes(randomPartnership),
    recasting: fc.constantFrom(0, 0.3),
    screening: fc.boolean(),
    refusal: fc.boolean(),
    visit: sometimes(whole(1, 8)),
    compliance: fc.constantFrom(0, 0.5, 1),
    formOnly: fc.constantFrom(0, 0.5, 1),
    uptake: fc.constantFrom(0, 0.5, 1),
    dropOut: fc.constantFrom(0, 0.1, 1),
    stay: whole(1, 20),
    hazard: fc.constantFrom(
      '0',
      '0.1',
      '1',
      'logistic(-2 - need + recentAdviser)',
      '0.05 + 0.1 * club',
      '0.05 + 0.1 * jointEffort',
    ),
    openings: sometimes(fc.constantFrom('constant(0)', 'constant(1)', 'poisson(0.7)')),
    amounts: fc.tuple(between(0, 2000), between(0, 5000), between(0, 3000)),
    extra: fc.constantFrom('none', 'grant', 'contacts', 'target', 'formula'),
    duties: sometimes(fc.subarray(Object.keys(everyDuty))),
    employers: fc.boolean(),
    handedOver: fc.boolean(),
    redistribute: fc.boolean(),
    integrity: fc.constantFrom(0, 0.5, 1),
    auditShare: fc.constantFrom(0, 0.4),
    seed: fc.string({ maxLength: 5 }),
  })
  .map((pick) => {
    const [near, far] = pick.groupShares;
    const [north, south] = pick.officeShares;
    const mix: Record<string, number | null> = { entrepreneur: null, caregiver: null };
    const [one, other] = pick.mix;
    if (one === other) mix[one] = 1;
    else Object.assign(mix, { [one]: 0.5, [other]: 0.5 });
    const area = pick.oneArea ? { area: 'town' } : {};
    const pressure = { base: 0.2, response: 1 };
    const plan = { jobStart: { share: 0.5, from: 1, to: 9 } };
    return {
      seed: pick.seed,
      clock: pick.clock,
      clients: {
        referrals: { value: pick.referrals },
        groups: { near: { share: near }, far: { share: far } },
        crisis: { onset: 0.05 },
      },
      caseworkers: {
        roles: {
          adviser: {
            posts: pick.posts[0],
            hoursPerWeek: pick.hoursPerWeek,
            fullLoad: pick.fullLoad,
            shortestAppointment: pick.shortest,
            mix,
            compliance: pick.compliance,
            formOnly: pick.formOnly,
            integrity: pick.integrity,
            tokenPressure: 0.3,
            shiftHours: pick.shiftHours,
            hoursFollowLoad: pick.hoursFollowLoad,
          },
          broker: { posts: pick.posts[1], screening: { on: pick.screening } },
        },
        duties: dutiesOf(pick),
        motives: { payoff: pick.payoff },
        allocation: { rule: pick.rule, noise: pick.noise, noiseForm: pick.noiseForm },
        assignment: pick.assignment,
        burnout: { drift: pick.burnoutDrift },
        staffing: {
          turnover: { base: pick.turnover, strainEffect: 1 },
          hiring: { lag: pick.lag, needsCash: pick.needsCash },
          handover: { redistribute: pick.redistribute },
        },
        beliefs: { recasting: pick.recasting },
        practice: { weight: pick.practice, growth: 0.02, decay: 0.05 },
      },
      offices: {
        north: {
          share: north,
          pressure,
          plan,
          cash: { start: pick.cash, response: 0.5 },
          ...area,
          ...(pick.ownMix && { mix: { adviser: { advocate: 1 } } }),
        },
        south: { share: south, pressure, plan, ...area },
      },
      activities: {
        course: { adoption: { cost: 500, running: 5, priority: pick.adoptionPriority, review: 3, delay: 2 } },
      },
      ...(pick.oneArea && { areas: { town: { capability: 0.8 } } }),
      ...(pick.partnership && {
        partners: pick.partnership.partners,
        partnership: pick.partnership.partnership,
      }),
      interventions: {
        club: {
          level: 'office',
          evidence: 'proven',
          setUp: { fixed: pick.setUp },
          running: { fixed: 4 },
          expects: { jobStart: 40 },
          review: 3,
          delay: 2,
          ends: pick.ends,
          planned: pick.planned === undefined ? {} : { north: pick.planned },
        },
        ...pick.partnership?.interventions,
        campaign: { priority: { perShare: 30, spread: 1 }, review: 4, delay: 1 },
      },
      rules: pick.visit === undefined ? {} : { visit: { role: 'adviser', every: pick.visit } },
      pathway: {
        transitions: {
          findsWork: { hazard: pick.hazard, openings: pick.openings === undefined ? '' : 'jobs' },
        },
        programme: {
          uptake: pick.uptake,
          dropOut: pick.dropOut,
          stay: pick.stay,
          refusal: { on: pick.refusal, base: 0 },
        },
      },
      world: pick.openings === undefined ? {} : { openings: { jobs: { perWeek: pick.openings } } },
      commissioner: { audit: { share: pick.auditShare, penalty: 300 } },
      incentives: {
        joining: { amount: pick.amounts[0] },
        start: { amount: pick.extra === 'formula' ? '100 + 900 * predictedNeed' : pick.amounts[1] },
        lasting: { amount: pick.amounts[2] },
        ...(pick.extra === 'grant' && { grant: { kind: 'blockGrant', amount: 5000 } }),
        ...(pick.extra === 'contacts' && { contacts: { kind: 'activityFee', role: 'adviser', amount: 12 } }),
        ...(pick.extra === 'target' && {
          goal: { kind: 'target', event: 'jobStart', of: 'attached', threshold: 0.1, bonus: 1000, period: 4 },
        }),
      },
      measures: { horizon: 1, window: 1, parkedAfter: 2 },
    };
  });

/** The duties picked, of which recording may hand over, and prospecting needs a pool. */
function dutiesOf(pick: {
  duties?: string[];
  employers: boolean;
  handedOver: boolean;
  openings?: string;
}): Record<string, Patch> {
  const names = pick.duties ?? [];
  const duties = Object.fromEntries(names.map((name) => [name, everyDuty[name]]));
  if (names.includes('file')) duties.file = { ...duties.file, handedOver: pick.handedOver };
  if (pick.employers && pick.openings !== undefined) duties.employers = prospecting;
  return duties;
}
