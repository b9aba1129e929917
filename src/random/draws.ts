import type { Decision } from './decisions.ts';
import type { SeedKey } from './keys.ts';
import { normalQuantile } from './special.ts';
import { firstWord, threefry } from './threefry.ts';

/** Second counter word when a stream's index is mixed in, so that this use of the generator has its own mark. */
const INDEX_MARK = 0x73747265;

const TWO_TO_26 = 67108864;
const TWO_TO_MINUS_52 = 2.220446049250313e-16;
const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

/**
 * All draws of one decision in one replicate. A draw depends on (seed, replicate, decision, index) in the
 * stream's key and on (entity, step) in the counter, and on nothing else: there is no state to advance, so
 * order, threads, other clients and designs cannot move it. Entities and steps are whole numbers from 0 to 2^32 − 1.
 */
export class DrawStream {
  readonly k0: number;
  readonly k1: number;
  /** The two words of the last `words` call, unsigned. */
  w0 = 4294967295;
  w1 = 4294967295;
  /** The two uniforms of the last `uniformPair` call. */
  u0 = 0.5;
  u1 = 0.5;

  constructor(k0: number, k1: number) {
    this.k0 = k0 | 0;
    this.k1 = k1 | 0;
  }

  /** Sets `w0` and `w1` to two independent 32-bit words. */
  words(entity: number, step: number): void {
    this.w1 = threefry(this.k0, this.k1, entity, step) >>> 0;
    this.w0 = firstWord[0] >>> 0;
  }

  /** A uniform number in the open interval (0, 1), 52 bits fine: never 0, never 1. */
  uniform(entity: number, step: number): number {
    const second = threefry(this.k0, this.k1, entity, step);
    return ((firstWord[0] >>> 6) * TWO_TO_26 + (second >>> 6) + 0.5) * TWO_TO_MINUS_52;
  }

  /** Sets `u0` and `u1` to two independent uniforms in (0, 1), each 32 bits fine: two for the price of one. */
  uniformPair(entity: number, step: number): void {
    const second = threefry(this.k0, this.k1, entity, step);
    this.u0 = ((firstWord[0] >>> 0) + 0.5) * TWO_TO_MINUS_32;
    this.u1 = ((second >>> 0) + 0.5) * TWO_TO_MINUS_32;
  }

  /** A standard normal number: the normal quantile of `uniform(entity, step)`. */
  normal(entity: number, step: number): number {
    return normalQuantile(this.uniform(entity, step));
  }

  /** Writes `uniform(entities[i], step)` to `out[i]` for i < n. */
  fillUniform(out: Float64Array, entities: Uint32Array, step: number, n: number): void {
    const k0 = this.k0;
    const k1 = this.k1;
    for (let i = 0; i < n; i++) {
      const second = threefry(k0, k1, entities[i], step);
      out[i] = ((firstWord[0] >>> 6) * TWO_TO_26 + (second >>> 6) + 0.5) * TWO_TO_MINUS_52;
    }
  }

  /** Writes `normal(entities[i], step)` to `out[i]` for i < n. */
  fillNormal(out: Float64Array, entities: Uint32Array, step: number, n: number): void {
    this.fillUniform(out, entities, step, n);
    for (let i = 0; i < n; i++) out[i] = normalQuantile(out[i]);
  }
}

/**
 * The stream of one decision in one replicate. `index` (0 to 2^32 − 1, default 0) tells apart draws of the
 * same decision for the same entity and step, such as one a barrier or a transition; for named things use
 * `nameIndex`. The key is hashed twice: by (replicate, decision), then by (index, a fixed mark).
 */
export function drawStream(key: SeedKey, replicate: number, decision: Decision, index = 0): DrawStream {
  const second = threefry(key[0], key[1], replicate, decision);
  const streamSecond = threefry(firstWord[0], second, index, INDEX_MARK);
  return new DrawStream(firstWord[0], streamSecond);
}
