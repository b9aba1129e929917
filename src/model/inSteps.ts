import { distributionOver, distributionTimes, expm1, log1p } from '../random/index.ts';
import { type DistributionSpec, type FieldInfo, Formula, mapFields } from '../scenario/kit/index.ts';
import { clockOf } from './clock.ts';
import { type Scenario, scenarioSchema } from './schema/scenario.ts';

/**
 * How a number that is stated by the week becomes one by the step:
 * - `duration`: weeks to steps;
 * - `chance`: 1 − (1 − p)^(step/week), for chances, and for shares by which something moves;
 * - `rate`: in proportion, for what may exceed 1;
 * - `amount`: what comes over a week, in proportion; a distribution is taken over the part;
 * - `none`: stays as it is.
 */
export type Conversion = 'duration' | 'chance' | 'rate' | 'amount' | 'none';

/** Units that name the week and yet stay: recent contact is always in hours a week. */
const staying: readonly string[] = ['recent hours a week', 'days of the week'];

const namesTime = /\b(week|day|month|quarter|year|step)/i;

/**
 * How a field is converted, by its unit alone: `weeks`, `per week` (a chance or share where it is bounded by 0 and 1,
 * else a rate), `… a week`. Undefined for a unit that names a time and has no rule.
 */
export function conversionOf({ unit, min, max }: FieldInfo): Conversion | undefined {
  if (unit === undefined || staying.includes(unit)) return 'none';
  if (unit === 'weeks') return 'duration';
  if (unit === 'per week') return min === 0 && max === 1 ? 'chance' : 'rate';
  if (unit.endsWith(' a week')) return 'amount';
  return namesTime.test(unit) ? undefined : 'none';
}

const converted = new WeakMap<Scenario, Scenario>();

/**
 * The scenario with every number by the step, as the model reads it: durations in steps, chances, rates and amounts a
 * step. The scenario itself where a step is a week. Converting what has been converted changes nothing.
 */
export function inSteps(scenario: Scenario): Scenario {
  const known = converted.get(scenario);
  if (known !== undefined) return known;
  const { stepsPerWeek } = clockOf(scenario);
  const steps =
    stepsPerWeek === 1
      ? scenario
      : keepContacts(
          mapFields(scenarioSchema, scenario, (info, value) => convert(info, value, stepsPerWeek)),
          scenario,
        );
  converted.set(scenario, steps);
  converted.set(steps, steps);
  return steps;
}

/** Puts the hazards back that are chances in a contact, which is one however long the step. */
function keepContacts(steps: Scenario, { pathway }: Scenario): Scenario {
  for (const [name, { per, hazard }] of Object.entries(pathway.transitions))
    if (per === 'contact') steps.pathway.transitions[name].hazard = hazard;
  return steps;
}

function convert(info: FieldInfo, value: unknown, stepsPerWeek: number): unknown {
  const conversion = conversionOf(info) ?? 'none';
  if (conversion === 'none') return value;
  if (value instanceof Formula) return convertFormula(value, conversion, stepsPerWeek);
  if (info.kind === 'distribution') {
    const spec = value as DistributionSpec;
    return convertDistribution(spec, conversion, stepsPerWeek) ?? spec;
  }
  const number = value as number;
  switch (conversion) {
    case 'duration':
      return info.wholeSteps || info.integer ? wholeSteps(number, stepsPerWeek) : number * stepsPerWeek;
    case 'chance':
      return chanceOver(number, stepsPerWeek);
    default:
      return number / stepsPerWeek;
  }
}

/** Weeks as a whole number of steps; at least one step, unless it is none at all. */
export function wholeSteps(weeks: number, stepsPerWeek: number): number {
  return weeks <= 0 ? Math.round(weeks * stepsPerWeek) : Math.max(1, Math.round(weeks * stepsPerWeek));
}

/** The chance in one step of what has this chance in a week. */
export function chanceOver(chance: number, stepsPerWeek: number): number {
  if (stepsPerWeek === 1) return chance;
  return chance >= 1 ? 1 : -expm1(log1p(-Math.max(0, chance)) / stepsPerWeek);
}

function convertFormula(formula: Formula, conversion: Conversion, stepsPerWeek: number): Formula {
  const factor = conversion === 'duration' ? stepsPerWeek : 1 / stepsPerWeek;
  const change =
    conversion === 'chance'
      ? ({ kind: 'chance', power: 1 / stepsPerWeek } as const)
      : ({ kind: 'rate', factor } as const);
  return new Formula(formula.context, formula.text, change);
}

/** A distribution by the step; undefined where its kind can be neither divided nor multiplied. */
export function convertDistribution(
  spec: DistributionSpec,
  conversion: Conversion,
  stepsPerWeek: number,
): DistributionSpec | undefined {
  return conversion === 'duration'
    ? distributionTimes(spec, stepsPerWeek)
    : distributionOver(spec, 1 / stepsPerWeek);
}
