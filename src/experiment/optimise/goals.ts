import type { Scenario } from '../../model/schema/scenario.ts';
import { measureCatalogue, measureKeyProblems } from '../../simulation/index.ts';
import type { FrontGoal, FrontLimit } from '../../tables/front.ts';
import { parseMeasureKey } from '../../tables/rows.ts';

/**
 * Reads goals such as `additional.rate[fifth=5]` or `paid.total:lower`: the key of a measure, with the better way after it
 * where the catalogue leaves it open or has it the other way round. Problems are added, a line each.
 */
export function readGoals(scenario: Scenario, texts: readonly string[], problems: string[]): FrontGoal[] {
  const goals = texts.flatMap((text): FrontGoal[] => {
    const [, measure, stated] = /^(.*?)(?::(\w*))?$/.exec(text.trim())!;
    if (stated !== undefined && stated !== 'higher' && stated !== 'lower') {
      problems.push(`--goal ${text}: after the colon comes higher or lower, not "${stated}"`);
      return [];
    }
    if (!isMeasured(scenario, measure, `--goal ${text}`, problems)) return [];
    const doc = measureCatalogue().find(({ id }) => id === parseMeasureKey(measure).measure);
    const better = stated ?? doc?.better;
    if (better) return [{ measure, better }];
    problems.push(
      `--goal ${text}: which way is better is a matter of judgement, so say it: ${measure}:higher or ${measure}:lower`,
    );
    return [];
  });
  for (const [i, { measure }] of goals.entries())
    if (goals.findIndex((one) => one.measure === measure) < i)
      problems.push(`--goal ${measure} is given twice`);
  return goals;
}

/** Reads limits such as `parking.share<=0.3`. Problems are added, a line each. */
export function readLimits(scenario: Scenario, texts: readonly string[], problems: string[]): FrontLimit[] {
  const limits = texts.flatMap((text): FrontLimit[] => {
    const [, key, sign, number] = /^(.*?)(<=|>=)(.*)$/.exec(text) ?? [];
    const value = Number(number);
    if (sign === undefined || number.trim() === '' || !Number.isFinite(value)) {
      problems.push(
        `--where ${text}: write a measure, <= or >=, and a number, such as parking.share<=0.3 (with quotation marks around it)`,
      );
      return [];
    }
    const measure = key.trim();
    if (!isMeasured(scenario, measure, `--where ${text}`, problems)) return [];
    return [{ measure, is: sign === '<=' ? 'atMost' : 'atLeast', value }];
  });
  for (const most of limits.filter(({ is }) => is === 'atMost'))
    for (const least of limits)
      if (least.measure === most.measure && least.is === 'atLeast' && least.value > most.value)
        problems.push(
          `--where ${most.measure}: nothing is both at least ${least.value} and at most ${most.value}`,
        );
  return limits;
}

function isMeasured(scenario: Scenario, key: string, about: string, problems: string[]): boolean {
  const found = measureKeyProblems(scenario, key).map(({ message, allowed, nearest }) => {
    const meant = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    return `${about}: ${message}.${allowed === undefined ? '' : ` Allowed: ${allowed}.`}${meant}`;
  });
  problems.push(...found);
  return found.length === 0;
}
