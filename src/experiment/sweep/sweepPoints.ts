import type { Scenario } from '../../model/schema/scenario.ts';
import type { SeedKey } from '../../random/index.ts';
import { grid, latinHypercube, pointValues, sobolSequence, valueAt } from '../sampling/index.ts';
import type { Settings } from '../study/point.ts';
import { type Axis, steppedValues } from './axis.ts';

/** How points are chosen from the axes. */
export type Sampling = 'grid' | 'latinHypercube' | 'sobol';

/** Every combination of the values; where an axis has ends only, of five values between them. The last changes fastest. */
export function gridPoints(scenario: Scenario, axes: readonly Axis[]): Settings[] {
  const values = axes.map(({ values: listed, range }) => listed ?? steppedValues(range!));
  return grid(values.map((some) => some.map((_, i) => i))).map((choice) =>
    settingsOf(
      scenario,
      axes.map(({ path }, axis) => [path, values[axis][choice[axis]]]),
    ),
  );
}

/** `n` points spread over the axes; listed values are each as likely. */
export function sampledPoints(
  scenario: Scenario,
  axes: readonly Axis[],
  sampling: 'latinHypercube' | 'sobol',
  n: number,
  key: SeedKey,
): Settings[] {
  const draw = sampling === 'sobol' ? sobolSequence : latinHypercube;
  return draw(n, axes.length, key).map((point) =>
    settingsOf(
      scenario,
      axes.map(({ path, values, range }, axis) => [
        path,
        values
          ? values[valueAt(point[axis], { lo: 0, hi: values.length - 1, whole: true })]
          : valueAt(point[axis], range!),
      ]),
    ),
  );
}

/**
 * The settings of a point: what is varied first, then shares that make up the sum to 1 with what is varied. Where varied
 * shares are too large for any others to make it up, they stay as asked, and the point fails with that reason.
 */
export function settingsOf(
  scenario: Scenario,
  varied: readonly (readonly [string, number | string])[],
): Settings {
  const numbers = new Map(varied.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
  const values = pointValues(scenario, numbers);
  const asked = Object.fromEntries(varied);
  return [...numbers].every(([path, value]) => values.get(path) === value)
    ? { ...asked, ...Object.fromEntries(values) }
    : asked;
}
