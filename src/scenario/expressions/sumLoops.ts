import type { Slot } from './loops.ts';

/** One term of a weighted sum with the column that it reads: coefficient × (column + shift). */
export interface ColumnTerm {
  coefficient: number;
  shift: number;
  slot: Slot;
}

/** Terms that one pass over the rows can take. */
export const termsPerPass = 4;

/** A pass that writes constant + Σ coefficient × (column + shift) to `out`, for one to four terms. */
export function sumPass(constant: number, terms: readonly ColumnTerm[], out: Slot): (n: number) => void {
  const [p, q, r, s] = terms;
  if (terms.length === 1) return (n) => sum1(n, out, constant, p);
  if (terms.length === 2) return (n) => sum2(n, out, constant, p, q);
  if (terms.length === 3) return (n) => sum3(n, out, constant, p, q, r);
  return (n) => sum4(n, out, constant, p, q, r, s);
}

function sum1(n: number, out: Slot, k: number, p: ColumnTerm): void {
  const { data: to, base: o } = out;
  const {
    coefficient: c0,
    shift: s0,
    slot: { data: x0, base: b0 },
  } = p;
  for (let i = 0; i < n; i++) to[o + i] = k + c0 * (x0[b0 + i] + s0);
}

function sum2(n: number, out: Slot, k: number, p: ColumnTerm, q: ColumnTerm): void {
  const { data: to, base: o } = out;
  const {
    coefficient: c0,
    shift: s0,
    slot: { data: x0, base: b0 },
  } = p;
  const {
    coefficient: c1,
    shift: s1,
    slot: { data: x1, base: b1 },
  } = q;
  for (let i = 0; i < n; i++) to[o + i] = k + c0 * (x0[b0 + i] + s0) + c1 * (x1[b1 + i] + s1);
}

function sum3(n: number, out: Slot, k: number, p: ColumnTerm, q: ColumnTerm, r: ColumnTerm): void {
  const { data: to, base: o } = out;
  const {
    coefficient: c0,
    shift: s0,
    slot: { data: x0, base: b0 },
  } = p;
  const {
    coefficient: c1,
    shift: s1,
    slot: { data: x1, base: b1 },
  } = q;
  const {
    coefficient: c2,
    shift: s2,
    slot: { data: x2, base: b2 },
  } = r;
  for (let i = 0; i < n; i++)
    to[o + i] = k + c0 * (x0[b0 + i] + s0) + c1 * (x1[b1 + i] + s1) + c2 * (x2[b2 + i] + s2);
}

function sum4(
  n: number,
  out: Slot,
  k: number,
  p: ColumnTerm,
  q: ColumnTerm,
  r: ColumnTerm,
  s: ColumnTerm,
): void {
  const { data: to, base: o } = out;
  const {
    coefficient: c0,
    shift: s0,
    slot: { data: x0, base: b0 },
  } = p;
  const {
    coefficient: c1,
    shift: s1,
    slot: { data: x1, base: b1 },
  } = q;
  const {
    coefficient: c2,
    shift: s2,
    slot: { data: x2, base: b2 },
  } = r;
  const {
    coefficient: c3,
    shift: s3,
    slot: { data: x3, base: b3 },
  } = s;
  for (let i = 0; i < n; i++)
    to[o + i] =
      k + c0 * (x0[b0 + i] + s0) + c1 * (x1[b1 + i] + s1) + c2 * (x2[b2 + i] + s2) + c3 * (x3[b3 + i] + s3);
}
