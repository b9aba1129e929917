import { clockOf } from '../model/clock.ts';
import { conversionOf, wholeSteps } from '../model/inSteps.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { scenarioSchema } from '../model/schema/scenario.ts';
import { expressionOf, mapFields } from '../scenario/index.ts';
import type { Setting } from './setting.ts';

const lengthOf = ({ clock }: Scenario): number => clock.referralWeeks + clock.followUp;

/** Metrics of an area reward whose event every transition that emits it has no chance to bring. */
export function neverHappens({ activities, incentives, pathway }: Scenario): Setting[] {
  const otherwise = new Set([
    ...Object.values(pathway.milestones).map(({ emits }) => emits),
    ...Object.values(activities).map(({ emits }) => emits),
  ]);
  const bringing = Object.values(pathway.transitions);
  const never = (event: string): boolean => {
    const own = bringing.filter(({ emits }) => emits === event);
    if (own.length === 0 || otherwise.has(event)) return false;
    return own.every(({ hazard }) => {
      const chance = expressionOf(hazard);
      return chance.kind === 'number' && chance.value === 0;
    });
  };
  return Object.entries(incentives).flatMap(([name, terms]) =>
    terms.kind !== 'areaReward'
      ? []
      : Object.entries(terms.metrics).flatMap(([metric, { event }]): Setting[] =>
          event === ''
            ? []
            : [
                {
                  path: `incentives.${name}.metrics.${metric}.event`,
                  ...(never(event) && {
                    why: `${event} never happens, since the hazard of what brings it is 0, and the metric counts nothing`,
                  }),
                },
              ],
        ),
  );
}

/** Tests of an area reward that the run does not complete are not judged. */
export function testsCut(scenario: Scenario): Setting[] {
  const length = lengthOf(scenario);
  return Object.entries(scenario.incentives).flatMap(([name, terms]) => {
    if (terms.kind !== 'areaReward') return [];
    const { from, weeks, number } = terms.tests;
    const whole = Math.max(0, Math.min(number, Math.floor((length - from) / weeks + 1e-9)));
    const why = `the run of ${length} weeks completes ${whole} of ${number} tests, and the others are not judged`;
    return [{ path: `incentives.${name}.tests`, ...(whole < number && { why }) }];
  });
}

/** Reviews that come after the run. */
export function tooLateReviews(scenario: Scenario): Setting[] {
  const length = lengthOf(scenario);
  return Object.entries(scenario.commissioner.reviews).map(([name, { first }]) => ({
    path: `commissioner.reviews.${name}.first`,
    ...(first > length && {
      why: `the run ends after ${length} weeks, so that the review of week ${first} is never held`,
    }),
  }));
}

/** Weeks that are no whole number of steps where the model counts whole steps. */
export function weeksRounded(scenario: Scenario): Setting[] {
  const { stepsPerWeek } = clockOf(scenario);
  if (stepsPerWeek === 1) return [];
  const found: Setting[] = [];
  mapFields(scenarioSchema, scenario, (info, value, path) => {
    if (typeof value !== 'number' || conversionOf(info) !== 'duration') return value;
    if (!info.wholeSteps && !info.integer) return value;
    const steps = wholeSteps(value, stepsPerWeek);
    const off = Math.abs(steps - value * stepsPerWeek) > 1e-6;
    found.push({
      path: path.join('.'),
      ...(off && {
        why: `${value} weeks are no whole number of steps, and are taken for ${steps} of ${stepsPerWeek} a week`,
      }),
    });
    return value;
  });
  return found;
}
