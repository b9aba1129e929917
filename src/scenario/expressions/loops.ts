import { exp, expm1, log, log1p, logistic } from '../../random/math.ts';
import { power, type TernaryName } from './expression.ts';
import type { BinaryPart, UnaryPart } from './simplify.ts';

/** Where a column stands: row i of the current block is `data[base + i]`. */
export class Slot {
  data: Float64Array;
  base = 0;
  constructor(data: Float64Array) {
    this.data = data;
  }
}

type Column = Float64Array;
type UnaryLoop = (n: number, out: Column, o: number, x: Column, a: number) => void;
type BinaryLoop = (n: number, out: Column, o: number, x: Column, a: number, y: Column, b: number) => void;
type TernaryLoop = (
  n: number,
  out: Column,
  o: number,
  x: Column,
  a: number,
  y: Column,
  b: number,
  z: Column,
  c: number,
) => void;

// One loop an operation, written out: a loop that took the operation as an argument would pay a call for each row.
export const unaryLoops: Readonly<Record<UnaryPart, UnaryLoop>> = {
  not(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] ? 0 : 1;
  },
  exp(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = exp(x[a + i]);
  },
  log(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = log(x[a + i]);
  },
  log1p(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = log1p(x[a + i]);
  },
  expm1(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = expm1(x[a + i]);
  },
  logistic(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = logistic(x[a + i]);
  },
  abs(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = Math.abs(x[a + i]);
  },
  sqrt(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = Math.sqrt(x[a + i]);
  },
  floor(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = Math.floor(x[a + i]);
  },
  ceil(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = Math.ceil(x[a + i]);
  },
  round(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = Math.round(x[a + i]);
  },
  step(n, out, o, x, a) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] > 0 ? 1 : 0;
  },
};

export const binaryLoops: Readonly<Record<BinaryPart, BinaryLoop>> = {
  multiply(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] * y[b + i];
  },
  divide(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] / y[b + i];
  },
  power(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = power(x[a + i], y[b + i]);
  },
  min(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = Math.min(x[a + i], y[b + i]);
  },
  max(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = Math.max(x[a + i], y[b + i]);
  },
  less(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] < y[b + i] ? 1 : 0;
  },
  lessEqual(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] <= y[b + i] ? 1 : 0;
  },
  greater(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] > y[b + i] ? 1 : 0;
  },
  greaterEqual(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] >= y[b + i] ? 1 : 0;
  },
  and(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] && y[b + i] ? 1 : 0;
  },
  or(n, out, o, x, a, y, b) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] || y[b + i] ? 1 : 0;
  },
};

export const ternaryLoops: Readonly<Record<TernaryName, TernaryLoop>> = {
  clip(n, out, o, x, a, y, b, z, c) {
    for (let i = 0; i < n; i++) out[o + i] = Math.min(Math.max(x[a + i], y[b + i]), z[c + i]);
  },
  choose(n, out, o, x, a, y, b, z, c) {
    for (let i = 0; i < n; i++) out[o + i] = x[a + i] ? y[b + i] : z[c + i];
  },
};

/** x to a whole power from 2 to 4, by the same multiplications as `power`. */
export function wholePower(
  n: number,
  out: Column,
  o: number,
  x: Column,
  a: number,
  exponent: 2 | 3 | 4,
): void {
  if (exponent === 2) for (let i = 0; i < n; i++) out[o + i] = x[a + i] * x[a + i];
  else if (exponent === 3) for (let i = 0; i < n; i++) out[o + i] = x[a + i] * x[a + i] * x[a + i];
  else for (let i = 0; i < n; i++) out[o + i] = x[a + i] * x[a + i] * x[a + i] * x[a + i];
}
