import type { Scenario } from '../model/schema/scenario.ts';
import { UnrunnableError } from '../model/unrunnable.ts';
import type { ResolvedDesign } from '../scenario/index.ts';
import { type MeasureRow, measureKey } from '../tables/rows.ts';

/** Numbers of a scenario are rarely so large, and products of them soon beyond what can be computed with. */
const LARGE = 1e6;

/**
 * Measures are numbers, or undefined for a reason. One that is neither comes of numbers so large that what is computed with
 * them has no end, which bounds of single numbers cannot rule out.
 *
 * @throws UnrunnableError with the measure, and the largest number of the scenario where it is large
 */
export function checkRows(rows: readonly MeasureRow[], design: ResolvedDesign<Scenario>): void {
  const wrong = rows.find(({ value }) => value !== null && !Number.isFinite(value));
  if (wrong === undefined) return;
  const key = measureKey(wrong.measure, wrong.slice);
  throw new UnrunnableError(
    `${key} of design ${design.id} came out as no number: somewhere the numbers of the scenario are too large to compute with.${largestNumber(design)}`,
  );
}

function largestNumber({ parameters }: ResolvedDesign<Scenario>): string {
  let largest = { path: '', size: LARGE };
  for (const { path, value } of parameters)
    if (typeof value === 'number' && Math.abs(value) > largest.size)
      largest = { path, size: Math.abs(value) };
  return largest.path === '' ? '' : ` The largest of them is ${largest.path}, of size ${largest.size}.`;
}
