import { listNames, nearestName } from '../../scenario/kit/index.ts';
import type { InstrumentProblem } from './instrument.ts';

/** One problem for each name that is not among the known ones, with the nearest known name. */
export function unknownNames(
  found: readonly string[],
  known: readonly string[],
  what: string,
  pathOf: (name: string) => string[],
): InstrumentProblem[] {
  return found
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: pathOf(name),
      message: `the scenario has no ${what} called "${name}"`,
      found: name,
      allowed: listNames(known),
      nearest: nearestName(name, known),
    }));
}

/** The problem of one field that must hold a known name. */
export function unknownName(
  field: string,
  found: string,
  known: readonly string[],
  what: string,
): InstrumentProblem[] {
  return unknownNames([found], known, what, () => [field]);
}
