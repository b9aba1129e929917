import { describe, expect, it } from 'vitest';
import { nameIndex, seedKey } from '../../src/random/keys.ts';

describe('seedKey', () => {
  it('gives the same two unsigned words for the same text, always', () => {
    expect(seedKey('abc')).toEqual([3143670418, 3137901989]);
    expect(seedKey('')).toEqual([994027583, 3545621062]);
    expect(seedKey('abc')).toEqual(seedKey('abc'));
  });
  it('gives different words for texts that differ little', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `seed ${i}`);
    const words = new Set(texts.flatMap((text) => [...seedKey(text)]));
    // 4,000 words of 32 bits: the chance that any two coincide is 0.2%; the texts are fixed.
    expect(words.size).toBe(4000);
    for (const word of words) expect(word).toBe(word >>> 0);
  });
});

describe('nameIndex', () => {
  it('is stable, unsigned, and tells names apart whatever their order', () => {
    expect(nameIndex('a')).toBe(2448022055);
    const names = ['', 'a', 'b', 'ab', 'ba', 'esa', 'jsa', 'loneParents', 'é', '統'];
    const indices = names.map(nameIndex);
    expect(new Set(indices).size).toBe(names.length);
    for (const index of indices) expect(index).toBe(index >>> 0);
  });
});
