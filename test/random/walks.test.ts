import { describe, expect, it } from 'vitest';
import { type Decision, decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { type WalkName, walkNames } from '../../src/random/walkNames.ts';
import { Walk } from '../../src/random/walks.ts';
import { APART, CRUSH_TESTS } from './testU01/places.ts';

const key = seedKey('walks');
const DECISIONS = Object.keys(decisions).length;
const TWO_TO_32 = 4294967296;

type Key = readonly [replicate: number, decision: number, index: number, entity: number, step: number];

/** The key of draw n of each walk, said directly. */
const keyOf: Record<WalkName, (n: number) => Key> = {
  entity: (n) => [0, decisions.transition, 0, n % TWO_TO_32, Math.floor(n / TWO_TO_32)],
  step: (n) => [0, decisions.transition, 0, Math.floor(n / TWO_TO_32), n % TWO_TO_32],
  decision: (n) => {
    const entity = Math.floor(n / DECISIONS);
    return [0, 1 + (n % DECISIONS), 0, entity % TWO_TO_32, Math.floor(entity / TWO_TO_32)];
  },
  replicate: (n) => [n % TWO_TO_32, decisions.transition, 0, Math.floor(n / TWO_TO_32), 0],
  index: (n) => [0, decisions.transition, n % TWO_TO_32, Math.floor(n / TWO_TO_32), 0],
  mixed: (n) => {
    const digits = [64, 4, DECISIONS, 104].map((values) => {
      const digit = n % values;
      n = Math.floor(n / values);
      return digit;
    });
    const [client, index, decision, step] = digits;
    return [n, decision + 1, index, 65536 * Math.floor(client / 8) + (client % 8), step];
  },
};

function wordsAt(walk: WalkName, n: number): [number, number] {
  const [replicate, decision, index, entity, step] = keyOf[walk](n);
  const stream = drawStream(key, replicate, decision as Decision, index);
  stream.words(entity, step);
  return [stream.w0, stream.w1];
}

const BLOCK = 6000;
/** From the start, over the end of 32 bits, and far out; the mixed one comes to its next replicate in the second. */
const starts = [0, TWO_TO_32 - 3000, 64 * 4 * DECISIONS * 104 - 3000, 2 ** 52];

describe.each(walkNames)('the walk along %s', (walk) => {
  it('gives the words of the draws that it names, in their order', () => {
    for (const start of starts) {
      const words = new Uint32Array(2 * BLOCK);
      new Walk(key, walk, start).fill(words, 'both');
      const said = Array.from({ length: BLOCK }, (_, i) => wordsAt(walk, start + i)).flat();
      expect(words).toEqual(Uint32Array.from(said));
    }
  });

  it('is at another place at the start of each test of Crush', () => {
    const words = new Uint32Array(20);
    const places = Array.from({ length: CRUSH_TESTS }, (_, test) => {
      new Walk(key, walk, (test + 1) * APART).fill(words, 'both');
      return words.join();
    });
    expect(new Set(places).size).toBe(CRUSH_TESTS);
  });

  it('gives either word alone, and goes on where it stopped', () => {
    const both = new Uint32Array(2000);
    new Walk(key, walk, 123).fill(both, 'both');
    for (const word of [0, 1]) {
      const walker = new Walk(key, walk, 123);
      const alone = [7, 300, 693].flatMap((length) => {
        const part = new Uint32Array(length);
        walker.fill(part, word === 0 ? '0' : '1');
        return [...part];
      });
      expect(alone).toEqual([...both].filter((_, i) => i % 2 === word));
    }
  });

  it('does not come back to a key within many draws', () => {
    const words = new Uint32Array(200_000);
    new Walk(key, walk).fill(words, 'both');
    const seen = new Set<number>();
    for (let i = 0; i < words.length; i += 2) seen.add(words[i] * 2097152 + (words[i + 1] >>> 11));
    // 100,000 numbers of 53 bits: two are equal by chance with 6e-7.
    expect(seen.size).toBe(100_000);
  });
});
