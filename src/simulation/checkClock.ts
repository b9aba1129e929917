import { MOST_STEPS } from '../model/build/people.ts';
import { clockOf } from '../model/clock.ts';
import { type Conversion, conversionOf, convertDistribution, inSteps } from '../model/inSteps.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { type DistributionSpec, type FieldInfo, mapFields } from '../scenario/kit/index.ts';
import { inSections } from './inSections.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** Units of hours that divide a day into whole numbers of steps may be off by so much: a third of an hour, say. */
const ROUNDING = 1e-9;

/** Whether steps fill days and weeks, durations fit them, amounts can be divided over them, and the run is not too long. */
export function checkClock(scenario: Scenario): MeaningProblem[] {
  const { clock } = scenario;
  const perDay = 24 / clock.hours;
  if (clock.step === 'hours' && Math.abs(perDay - Math.round(perDay)) > ROUNDING) {
    return [
      {
        path: ['clock', 'hours'],
        message: 'a day must be a whole number of steps',
        found: String(clock.hours),
        allowed: '24 over a whole number, such as 8, 4, 1 or 0.5',
      },
    ];
  }
  return [...checkDurations(scenario), ...checkLength(scenario)];
}

/** A number or distribution that a change of the step could make meaningless, and where it stands. */
interface TimedField {
  path: readonly string[];
  value: unknown;
  /** That it becomes a whole number of steps, or how what comes over a week is taken to a step. */
  as: 'wholeSteps' | Conversion;
}

const timedFields = inSections((schema, section, at) => {
  const fields: TimedField[] = [];
  const note = (info: FieldInfo, value: unknown, path: readonly string[]): unknown => {
    const as = info.wholeSteps ? 'wholeSteps' : info.kind === 'distribution' ? conversionOf(info) : undefined;
    if (as !== undefined && as !== 'none') fields.push({ path, value, as });
    return value;
  };
  mapFields(schema, section, note, at);
  return fields;
});

/** Durations that are no whole weeks where only whole ones will do, and distributions that steps cannot divide. */
function checkDurations(scenario: Scenario): MeaningProblem[] {
  const { stepsPerWeek } = clockOf(scenario);
  const windows = Object.entries(scenario.pathway.milestones)
    .filter(([, milestone]) => milestone.rule === 'ofLast')
    .map(([name]) => `pathway.milestones.${name}.`);
  return timedFields(scenario).flatMap(({ path, value, as }): MeaningProblem[] => {
    if (as === 'wholeSteps') {
      const inWindow = windows.some((window) => path.join('.').startsWith(window));
      if ((stepsPerWeek !== 1 && !inWindow) || Number.isInteger(value)) return [];
      const message = inWindow
        ? 'the rule ofLast counts whole weeks'
        : 'a step is a week: not a whole number of them';
      return [{ path: [...path], message, found: String(value), allowed: 'a whole number (weeks)' }];
    }
    const spec = value as DistributionSpec;
    if (stepsPerWeek === 1 || convertDistribution(spec, as, stepsPerWeek) !== undefined) return [];
    return [
      {
        path: [...path],
        message: `a week's ${spec.dist} cannot be taken to steps shorter than a week`,
        found: spec.dist,
        allowed: 'poisson, gamma, normal, constant and others that can be divided or multiplied',
      },
    ];
  });
}

function checkLength(scenario: Scenario): MeaningProblem[] {
  const { referralWeeks, followUp } = inSteps(scenario).clock;
  const steps = referralWeeks + followUp;
  if (steps <= MOST_STEPS) return [];
  const weekly = scenario.clock.step === 'week';
  return [
    {
      path: ['clock'],
      message: weekly ? 'too many weeks' : 'too many steps',
      found: String(steps),
      allowed: `at most ${MOST_STEPS.toLocaleString('en')}`,
    },
  ];
}
