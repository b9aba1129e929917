import { describe, expect, it } from 'vitest';
import { clockOf, weekOf, workingHoursAt } from '../../src/model/clock.ts';
import { chanceOver, conversionOf, inSteps, wholeSteps } from '../../src/model/inSteps.ts';
import { scenarioSchema } from '../../src/model/schema/scenario.ts';
import { pow } from '../../src/random/index.ts';
import { compileFormula } from '../../src/scenario/expressions/index.ts';
import { type DistributionSpec, Formula, listFields } from '../../src/scenario/kit/index.ts';
import { openSmall, type Patch } from '../support/smallScenario.ts';

const scenarioOf = (...patches: Patch[]) => openSmall(...patches).designs[0].scenario;
const daily: Patch = { clock: { step: 'day' } };

describe('rules of conversion', () => {
  const fields = listFields(scenarioSchema);

  it('has one for every unit that names a time', () => {
    const without = fields.filter(({ info }) => conversionOf(info) === undefined);
    expect(without.map(({ path, info }) => `${path} (${info.unit})`)).toEqual([]);
  });

  it('needs a unit where the words of a number name the week', () => {
    // Numbers whose words speak of weeks and that are still no durations, rates or amounts.
    const spoken = new Set([
      // A contact's own chances and effects, however long the step.
      'activities.*.lockIn',
      'activities.*.emitChance',
      'clients.latent.discovery',
      'clients.change.help',
      // The length of a shift is true hours.
      'caseworkers.roles.*.shiftHours',
      // The stock of contacts is in openings a week, and is divided among steps where it is read.
      'caseworkers.duties.*[prospecting].yield',
      // A grant is a sum of money by a word of its own, `per`.
      'incentives.*[blockGrant].amount',
    ]);
    const silent = fields.filter(
      ({ path, info }) =>
        (info.kind === 'parameter' || info.kind === 'formula' || info.kind === 'distribution') &&
        /\bweek/i.test(info.doc) &&
        conversionOf(info) === 'none' &&
        !['recent hours a week', 'days of the week'].includes(info.unit ?? '') &&
        !spoken.has(path),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('tells chances and shares from rates by their bounds', () => {
    const conversions = Object.fromEntries(fields.map(({ path, info }) => [path, conversionOf(info)]));
    expect(conversions).toMatchObject({
      'pathway.transitions.*.hazard': 'chance',
      'pathway.transitions.*.believed': 'chance',
      'pathway.programme.dropOut': 'chance',
      'pathway.programme.stay': 'duration',
      'pathway.milestones.*.believedRate': 'rate',
      'caseworkers.burnout.response': 'rate',
      'caseworkers.burnout.recovery': 'chance',
      'caseworkers.roles.*.compliance': 'chance',
      'caseworkers.roles.*.hoursPerWeek': 'amount',
      'caseworkers.roles.*.weeklyCost': 'amount',
      'clients.referrals': 'amount',
      'clients.change.drift': 'chance',
      'clients.change.contactScale': 'none',
      'clients.change.help': 'none',
      'world.openings.*.perWeek': 'amount',
      'clock.followUp': 'duration',
      'clock.workingDays': 'none',
    });
  });
});

describe('a scenario in steps', () => {
  it('is the scenario itself where a step is a week', () => {
    const scenario = scenarioOf();
    expect(inSteps(scenario)).toBe(scenario);
  });

  it('is converted once only', () => {
    const steps = inSteps(scenarioOf(daily));
    expect(inSteps(steps)).toBe(steps);
  });

  it('has durations in steps, amounts and chances a step', () => {
    const weekly = scenarioOf();
    const steps = inSteps(scenarioOf(daily));
    expect(steps.clock).toMatchObject({ referralWeeks: 84, followUp: 280 });
    expect(steps.pathway.programme.stay).toBe(7 * 26);
    expect(steps.measures.parkedAfter).toBe(42);
    expect(steps.caseworkers.roles.adviser.hoursPerWeek).toBe(10 / 7);
    expect(steps.caseworkers.roles.adviser.fullLoad).toBe(8);
    expect(steps.clients.referrals).toEqual({ dist: 'constant', value: 6 / 7 });
    expect(1 - pow(1 - steps.clients.change.drift, 7)).toBeCloseTo(weekly.clients.change.drift, 15);
    expect(1 - pow(1 - steps.clients.crisis.onset, 7)).toBeCloseTo(0.01, 15);
    expect(steps.clients.change.contactScale).toBe(weekly.clients.change.contactScale);
    expect(steps.caseworkers.burnout.response).toBeCloseTo(weekly.caseworkers.burnout.response / 7, 15);
  });

  it('takes formulas a week to chances a step, surely impossible and sure ones included', () => {
    const weekly = scenarioOf();
    const steps = inSteps(scenarioOf(daily));
    const values = { need: 0.3, lockIn: 0 };
    const before = compileFormula(weekly.pathway.transitions.losesWork.hazard).evaluateOne(values);
    const kernel = compileFormula(steps.pathway.transitions.losesWork.hazard);
    expect(1 - pow(1 - kernel.evaluateOne(values), 7)).toBeCloseTo(before, 14);
    expect(kernel.bounds({ need: [0, 1] })[1]).toBeGreaterThanOrEqual(kernel.evaluateOne({ need: 1 }));
    const change = { kind: 'chance', power: 1 / 7 } as const;
    for (const [text, chance] of [
      ['0', 0],
      ['1', 1],
      ['2 * need', 1],
      ['-need', 0],
    ] as const) {
      const value = compileFormula(new Formula('hazard', text, change)).evaluateOne({ need: 0.7 });
      expect(value, text).toBeCloseTo(chance, 15);
    }
  });

  it('leaves formulas without a week alone', () => {
    const { uptake } = inSteps(scenarioOf(daily)).pathway.programme;
    expect(uptake.change).toBeUndefined();
  });

  it('rounds whole durations to at least one step', () => {
    expect(wholeSteps(0.2, 7)).toBe(1);
    expect(wholeSteps(0.01, 7)).toBe(1);
    expect(wholeSteps(0, 7)).toBe(0);
    expect(wholeSteps(1.5, 7)).toBe(11);
    expect(chanceOver(1, 7)).toBe(1);
    expect(chanceOver(0, 7)).toBe(0);
  });

  it('divides counts that come by the week', () => {
    const spec: DistributionSpec = { dist: 'poisson', mean: 21 };
    const steps = inSteps(
      scenarioOf(daily, { clients: { referrals: null } }, { clients: { referrals: spec } }),
    );
    expect(steps.clients.referrals).toEqual({ dist: 'poisson', mean: 3 });
  });
});

describe('the clock', () => {
  it('puts the hours of a week on its working days', () => {
    const clock = clockOf(scenarioOf(daily));
    expect(clock.stepsPerWeek).toBe(7);
    expect(Array.from(clock.working)).toEqual([1.4, 1.4, 1.4, 1.4, 1.4, 0, 0]);
    expect(workingHoursAt(clock, 12)).toBe(0);
    expect(workingHoursAt(clock, 14)).toBe(1.4);
  });

  it('has steps of some hours', () => {
    const clock = clockOf(scenarioOf({ clock: { step: 'hours', hours: 8, workingDays: 7 } }));
    expect(clock.stepsPerWeek).toBe(21);
    expect(Array.from(clock.working)).toEqual(Array.from({ length: 21 }, () => 1));
  });

  it('knows the week of a step, and that never is never', () => {
    const clock = clockOf(scenarioOf(daily));
    expect([-1, 0, 6, 7, 20].map((step) => weekOf(clock, step))).toEqual([-1, 0, 0, 1, 2]);
  });
});
