import { Formula } from '../kit/formula.ts';
import { sha256 } from './sha256.ts';

/**
 * A scenario as text in one form only: no blanks, shortest round-trip numbers, formulas by their text. Keys keep the
 * order of the resolved scenario, which is that of the schema, and of the file for named maps: sums and shares follow
 * that order, so files that differ in it are not the same run.
 */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Formula ? inner.text : inner)) ?? 'null'
  );
}

/** A stable hash of any part of a resolved scenario. */
export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
