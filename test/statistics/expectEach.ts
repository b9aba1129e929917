import { expect } from 'vitest';

/** Every number is close to its expected one, and there are no more and no fewer of them. */
export function expectEach(found: ArrayLike<number>, expected: readonly number[], digits: number): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expect(found[i]).toBeCloseTo(expected[i], digits);
}
