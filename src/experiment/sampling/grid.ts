import type { ParameterPoint } from './points.ts';

/**
 * Every combination of the values of some parameters (full factorial), the last parameter changing fastest. A parameter
 * without values leaves no combination; no parameters leave one, the empty one.
 */
export function grid(values: readonly (readonly number[])[]): ParameterPoint[] {
  return values.reduce<ParameterPoint[]>(
    (points, choices) => points.flatMap((point) => choices.map((value) => [...point, value])),
    [[]],
  );
}
