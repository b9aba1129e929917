import type { Scenario } from '../model/schema/scenario.ts';
import { scenarioSchema } from '../model/schema/scenario.ts';
import { expressionOf, Formula, mapFields, variablesOf } from '../scenario/index.ts';
import type { Setting } from './setting.ts';

/**
 * Interventions that are paid for and that nothing in people's lives hears of. One that is planned and that nobody expects
 * to change anything is there to be counted: what it does is in the levels of the file.
 */
export function interventionsUnread(scenario: Scenario): Setting[] {
  const names = Object.entries(scenario.interventions).flatMap(([name, { expects, planned }]) =>
    Object.keys(expects).length > 0 || Object.keys(planned).length === 0 ? [name] : [],
  );
  if (names.length === 0) return [];
  const read = new Set<string>();
  mapFields(scenarioSchema, scenario, (_, value) => {
    if (value instanceof Formula) variablesOf(expressionOf(value), read);
    return value;
  });
  const unread = 'no formula reads it, so that it is decided on and paid for and changes nothing';
  return names.map((name) => ({
    path: `interventions.${name}`,
    ...(!read.has(name) && { why: unread }),
  }));
}

/** Adoption that asks for performance management where no office has any: it sees no reward at all. */
export function adoptionUnseen({ activities, interventions, offices }: Scenario): Setting[] {
  const managed = Object.values(offices).some(({ performanceManagement }) => performanceManagement > 0);
  const needed = [
    ...Object.entries(interventions).map(([name, { managementNeeded }]) => ({
      path: `interventions.${name}.managementNeeded`,
      managementNeeded,
    })),
    ...Object.entries(activities).flatMap(([name, { adoption }]) =>
      adoption === undefined
        ? []
        : [
            {
              path: `activities.${name}.adoption.managementNeeded`,
              managementNeeded: adoption.managementNeeded,
            },
          ],
    ),
  ];
  const unseen = 'no office has performanceManagement, so that nothing of what it would earn is ever seen';
  return needed
    .filter(({ managementNeeded }) => managementNeeded > 0)
    .map(({ path }) => ({ path, ...(!managed && { why: unseen }) }));
}

/** Partners of whose joint work nothing follows that anybody is paid for. */
export function nothingAtStake({ incentives, partners, partnership }: Scenario): Setting[] {
  if (Object.keys(partners).length === 0) return [];
  const reached = Object.entries(partnership.reach).flatMap(([event, reach]) => (reach === 0 ? [] : [event]));
  const paid = Object.values(incentives).some(
    (terms) => terms.kind === 'areaReward' || reached.some((event) => mentions(terms, event)),
  );
  const why =
    reached.length === 0
      ? 'partnership.reach names no event that joint work changes, so that partners have nothing to share'
      : `nothing is paid for ${reached.join(', ')}, and no area is rewarded, so that partners have nothing to share`;
  return [{ path: 'partners', ...(!paid && { why }) }];
}

/** Whether a value is a name, or holds it as a value or a key at any depth. */
function mentions(value: unknown, name: string): boolean {
  if (value === name) return true;
  if (typeof value !== 'object' || value === null || value instanceof Formula) return false;
  return Object.entries(value).some(([key, inner]) => key === name || mentions(inner, name));
}
