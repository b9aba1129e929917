import type { Scenario } from '../model/schema/scenario.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import { adoptionUnseen, interventionsUnread, nothingAtStake } from './idleAdoption.ts';
import { neverHappens, testsCut, tooLateReviews, weeksRounded } from './idleInTime.ts';
import type { Setting } from './setting.ts';

const checks: readonly ((scenario: Scenario) => Setting[])[] = [
  interventionsUnread,
  adoptionUnseen,
  nothingAtStake,
  neverHappens,
  testsCut,
  tooLateReviews,
  weeksRounded,
];

/**
 * A sentence for each setting that is allowed and of which nothing comes in any design and phase that states it: a reader
 * would take it for part of the policy. Settings that work in one design are not named for the others.
 */
export function idleSettings({ designs }: LoadedScenario<Scenario>): string[] {
  const found = new Map<string, string | undefined>();
  for (const { phases } of designs)
    for (const { scenario } of phases)
      for (const check of checks)
        for (const { path, why } of check(scenario))
          if (!found.has(path) || why === undefined) found.set(path, why);
  return [...found].flatMap(([path, why]) => (why === undefined ? [] : [`${path}: ${why}.`]));
}
