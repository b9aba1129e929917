import { dispositions } from './dispositions.ts';
import type { MotiveName } from './motives/registry.ts';

/** Weights of a disposition: the scenario's own row of that name, else the built-in one. Throws for a name in neither. */
export function dispositionWeights(
  name: string,
  own: Readonly<Record<string, Record<MotiveName, number>>>,
): Readonly<Record<MotiveName, number>> {
  const row = own[name] ?? dispositions[name]?.weights;
  if (row === undefined) throw new RangeError(`no disposition is called "${name}"`);
  return row;
}
