import type { Names } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

/** More agencies would fill the columns of a world with pairs and say nothing. */
const MOST_PARTNERS = 16;

/** What makes no sense in partners, in what they have in common, and in what areas set apart. */
export function checkPartners(scenario: Scenario, names: Names): MeaningProblem[] {
  const { partners, partnership, areas } = scenario;
  const known = Object.keys(partners);
  return [
    ...Object.keys(partnership.reach).flatMap((event) =>
      unknownName(['partnership', 'reach', event], 'event', names.events),
    ),
    ...Object.entries(areas).flatMap(([area, { priority, trustIn }]) => [
      ...Object.keys(priority).flatMap((name) =>
        unknownName(['areas', area, 'priority', name], 'partner', known),
      ),
      ...Object.keys(trustIn).flatMap((name) =>
        unknownName(['areas', area, 'trustIn', name], 'partner', known),
      ),
    ]),
    ...checkCount(scenario),
  ];
}

function checkCount({ partners }: Scenario): MeaningProblem[] {
  const count = Object.keys(partners).length;
  if (count <= MOST_PARTNERS) return [];
  return [
    {
      path: ['partners'],
      message: 'too many partners',
      found: String(count),
      allowed: `at most ${MOST_PARTNERS}`,
    },
  ];
}
