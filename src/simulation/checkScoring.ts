import type { Names } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { listNames, nearestName } from '../scenario/kit/index.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** A role that scores and is none, and payments for a fall of scores that nobody makes: they would pay nothing, silently. */
export function checkScoring({ commissioner, incentives }: Scenario, { roles }: Names): MeaningProblem[] {
  const { role } = commissioner.scoring;
  if (role === '')
    return Object.entries(incentives)
      .filter(([, { kind }]) => kind === 'progress')
      .map(([name]) => ({
        path: ['incentives', name],
        message: 'it pays for the fall of a score, and nobody scores need',
        found: 'no commissioner.scoring.role',
        allowed: `a role that scores: ${roles.join(', ')}`,
      }));
  if (roles.includes(role)) return [];
  return [
    {
      path: ['commissioner', 'scoring', 'role'],
      message: `there is no role called "${role}"`,
      found: role,
      allowed: listNames(roles),
      nearest: nearestName(role, roles),
    },
  ];
}
