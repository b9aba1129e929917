import type { Names } from '../model/names.ts';
import { influences } from '../model/partnership/terms.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

/** How far shares may sum from 1. */
const SHARE_TOLERANCE = 1e-6;
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
    ...checkShares(scenario),
  ];
}

function checkShares({ partners }: Scenario): MeaningProblem[] {
  const count = Object.keys(partners).length;
  if (count === 0) return [];
  const sumToOne = (shares: ArrayLike<number>, what: string): MeaningProblem[] => {
    const sum = Array.from(shares).reduce((a, b) => a + b, 0);
    if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
    const found = `a sum of ${Number(sum.toPrecision(10))}`;
    return [{ path: ['partners'], message: `${what} must sum to 1`, found, allowed: '1' }];
  };
  const shares = sumToOne(
    Object.values(partners).map(({ share }) => share),
    'shares of partners',
  );
  const stated = Object.values(partners).some(({ influence }) => influence !== undefined);
  return [
    ...shares,
    // Influence that follows shares would have the same problem again.
    ...(stated
      ? sumToOne(influences({ partners }), 'influence of partners (their shares where not stated)')
      : []),
    ...(count > MOST_PARTNERS
      ? [
          {
            path: ['partners'],
            message: 'too many partners',
            found: String(count),
            allowed: `at most ${MOST_PARTNERS}`,
          },
        ]
      : []),
  ];
}
