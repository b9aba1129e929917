import { listNames, nearestName } from '../scenario/kit/index.ts';
import type { MeaningProblem } from './meaningProblem.ts';

/** The problem of a name that nobody has, with the nearest known one; none where it is known. By default it is the last of its path. */
export function unknownName(
  path: string[],
  what: string,
  allowed: readonly string[],
  found = path[path.length - 1],
): MeaningProblem[] {
  if (allowed.includes(found)) return [];
  return [
    {
      path,
      message: `there is no ${what} called "${found}"`,
      found,
      allowed: listNames(allowed),
      nearest: nearestName(found, allowed),
    },
  ];
}
