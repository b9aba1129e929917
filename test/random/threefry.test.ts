import { describe, expect, it } from 'vitest';
import { firstWord, threefry, threefryPlain } from '../../src/random/threefry.ts';

const ones = 0xffffffff;
/** Rounds, counter, key, result: from the known-answer file of Random123, the authors' own library. */
const knownAnswers: [number, [number, number], [number, number], [number, number]][] = [
  [13, [0, 0], [0, 0], [0x9d1c5ec6, 0x8bd50731]],
  [13, [ones, ones], [ones, ones], [0xfd36d048, 0x2d17272c]],
  [13, [0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], [0xba3e4725, 0xf27d669e]],
  [20, [0, 0], [0, 0], [0x6b200159, 0x99ba4efe]],
  [20, [ones, ones], [ones, ones], [0x1cb996fc, 0xbb002be7]],
  [20, [0x243f6a88, 0x85a308d3], [0x13198a2e, 0x03707344], [0xc4923a9c, 0x483df7a0]],
];

describe('Threefry2x32', () => {
  for (const [rounds, counter, key, answer] of knownAnswers) {
    it(`gives the published words for ${rounds} rounds of ${counter} under ${key}`, () => {
      expect(threefryPlain(rounds, key, counter)).toEqual(answer);
    });
  }

  it('is the same unrolled as in plain form', () => {
    let state: [number, number] = [1, 2];
    for (let i = 0; i < 2000; i++) {
      const key = state;
      const counter: [number, number] = [Math.imul(i, 0x9e3779b1) >>> 0, i % 7 === 0 ? ones : i];
      state = threefryPlain(13, key, counter);
      const second = threefry(key[0], key[1], counter[0], counter[1]);
      expect([firstWord[0] >>> 0, second >>> 0]).toEqual(state);
    }
  });

  it('flips about half of the bits when one bit of key or counter flips', () => {
    // 64 input bits × 200 keys: mean of flipped bits 32, sd of the mean over all 4/√12800 = 0.035, so 5 sd = 0.18.
    let flipped = 0;
    let cases = 0;
    for (let k = 0; k < 200; k++) {
      const input = [k, 3 * k + 1, 77 * k, k + 5];
      const before = threefryPlain(13, [input[0], input[1]], [input[2], input[3]]);
      for (let bit = 0; bit < 128; bit += 2) {
        const changed = [...input];
        changed[bit >> 5] = (changed[bit >> 5] ^ (1 << (bit & 31))) >>> 0;
        const after = threefryPlain(13, [changed[0], changed[1]], [changed[2], changed[3]]);
        flipped += bitsIn(before[0] ^ after[0]) + bitsIn(before[1] ^ after[1]);
        cases += 1;
      }
    }
    expect(Math.abs(flipped / cases - 32)).toBeLessThan(0.18);
  });
});

function bitsIn(word: number): number {
  let count = 0;
  for (let w = word >>> 0; w !== 0; w = (w & (w - 1)) >>> 0) count += 1;
  return count;
}
