import { describe, expect, it } from 'vitest';
import { type Decision, type DrawStream, decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { normalCdf } from '../../src/random/special.ts';
import { threefryPlain } from '../../src/random/threefry.ts';

const key = seedKey('draws');
const N = 40_000;

describe('keys of draws', () => {
  it('are derived as documented: two hashes for the stream, one for the draw', () => {
    const first = threefryPlain(13, [key[0], key[1]], [3, decisions.skill]);
    const second = threefryPlain(13, first, [9, 0x73747265]);
    const stream = drawStream(key, 3, decisions.skill, 9);
    stream.words(4_000_000_000, 4_294_967_295);
    expect([stream.w0, stream.w1]).toEqual(threefryPlain(13, second, [4_000_000_000, 4_294_967_295]));
  });

  it('give these numbers, in this version and in every later one', () => {
    const stream = drawStream(seedKey('golden'), 1, decisions.transition, 2);
    stream.words(12, 34);
    expect([stream.w0, stream.w1, stream.uniform(12, 34), stream.normal(12, 34)]).toEqual(GOLDEN);
  });

  it('do not remember: any order, any repetition, the same draw', () => {
    const a = drawStream(key, 0, decisions.uptake);
    const b = drawStream(key, 0, decisions.uptake);
    const forwards = Array.from({ length: 100 }, (_, i) => a.uniform(i, 5));
    const backwards = Array.from({ length: 100 }, (_, i) => b.uniform(99 - i, 5)).reverse();
    expect(backwards).toEqual(forwards);
    expect(a.uniform(7, 5)).toBe(forwards[7]);
  });

  it('share their words: uniform, pair, normal and batch all come from `words`', () => {
    const stream = drawStream(key, 0, decisions.group);
    const entities = Uint32Array.from({ length: 50 }, (_, i) => i * 90_000_001);
    const out = new Float64Array(60).fill(-1);
    stream.fillUniform(out, entities, 8, 50);
    expect(Array.from(out.slice(50))).toEqual(new Array(10).fill(-1));
    const normals = new Float64Array(50);
    stream.fillNormal(normals, entities, 8, 50);
    for (let i = 0; i < 50; i++) {
      expect(out[i]).toBe(stream.uniform(entities[i], 8));
      expect(normals[i]).toBe(stream.normal(entities[i], 8));
      expect(normalCdf(normals[i])).toBeCloseTo(out[i], 14);
      stream.words(entities[i], 8);
      stream.uniformPair(entities[i], 8);
      expect([stream.u0, stream.u1]).toEqual([
        (stream.w0 + 0.5) / 4294967296,
        (stream.w1 + 0.5) / 4294967296,
      ]);
      // The first 26 bits of a uniform are those of the first word.
      expect(Math.floor(out[i] * 67108864)).toBe(stream.w0 >>> 6);
    }
  });
});

describe('uniforms', () => {
  it('are 52 bits fine and never 0 or 1, even at the ends of what words can be', () => {
    // The formula of `uniform`, at both ends: half a step from 0 and from 1, and no rounding in between.
    const fromWords = (a: number, b: number) =>
      ((a >>> 6) * 67108864 + (b >>> 6) + 0.5) * 2.220446049250313e-16;
    expect(fromWords(0, 0)).toBe(1.1102230246251565e-16);
    expect(fromWords(0xffffffff, 0xffffffff)).toBe(1 - 1.1102230246251565e-16);
    expect((0xffffffff + 0.5) / 4294967296).toBeLessThan(1);
    const stream = drawStream(key, 0, decisions.shock);
    stream.words(1, 1);
    expect(stream.uniform(1, 1)).toBe(fromWords(stream.w0, stream.w1));
    const low = new Set<number>();
    for (let i = 0; i < 1000; i++) low.add((stream.uniform(i, 0) * 4503599627370496) % 1024);
    // 1,000 draws over 1,024 values of the lowest ten bits leave about 637 different ones (sd 11).
    expect(Math.abs(low.size - 637)).toBeLessThan(60);
  });

  it('are even in their first and in their last bits', () => {
    const stream = drawStream(key, 1, decisions.shock);
    for (const fineness of [256, 4503599627370496]) {
      const counts = new Float64Array(256);
      for (let i = 0; i < N; i++) counts[Math.floor(stream.uniform(i, 2) * fineness) % 256] += 1;
      let chiSquare = 0;
      for (const count of counts) chiSquare += ((count - N / 256) * (count - N / 256)) / (N / 256);
      // Chi square of 255 degrees: mean 255, sd 22.6. Five sd either way: false alarm about 1e-6.
      expect(Math.abs(chiSquare - 255)).toBeLessThan(113);
    }
  });
});

describe('streams are independent', () => {
  /** Correlation of two series of uniforms, in standard errors. */
  function correlation(a: (i: number) => number, b: (i: number) => number): number {
    let sum = 0;
    for (let i = 0; i < N; i++) sum += (a(i) - 0.5) * (b(i) - 0.5);
    return (sum / N) * 12 * Math.sqrt(N);
  }
  const of = (replicate: number, decision: Decision, index = 0): DrawStream =>
    drawStream(key, replicate, decision, index);
  const base = of(0, decisions.transition);
  const others: [string, (i: number) => number, (i: number) => number][] = [
    ['neighbouring entities', (i) => base.uniform(i, 0), (i) => base.uniform(i + 1, 0)],
    ['neighbouring steps', (i) => base.uniform(i, 0), (i) => base.uniform(i, 1)],
    ['steps of one entity', (i) => base.uniform(77, i), (i) => base.uniform(77, i + 1)],
    ['entity and step exchanged', (i) => base.uniform(i, 100_000), (i) => base.uniform(100_000, i)],
    ['entities far apart', (i) => base.uniform(i, 3), (i) => base.uniform((i + 0x80000000) >>> 0, 3)],
  ];
  const variants: [string, DrawStream][] = [
    ['replicates', of(1, decisions.transition)],
    ['decisions', of(0, decisions.dropOut)],
    ['indices', of(0, decisions.transition, 1)],
    ['seeds', drawStream(seedKey('draws '), 0, decisions.transition)],
    ['replicate and decision exchanged', of(decisions.transition, 1 as Decision)],
  ];
  for (const [name, stream] of variants) {
    others.push([name, (i) => base.uniform(i, 4), (i) => stream.uniform(i, 4)]);
  }
  others.push([
    'decision and replicate exchanged',
    (i) => of(2, 5 as Decision).uniform(i, 0),
    (i) => of(5, 2 as Decision).uniform(i, 0),
  ]);
  others.push([
    'the two halves of a pair',
    (i) => {
      base.uniformPair(i, 6);
      return base.u0;
    },
    (i) => {
      base.uniformPair(i, 6);
      return base.u1;
    },
  ]);
  for (const [name, a, b] of others) {
    it(`over ${name}`, () => {
      // Five standard errors, twelve tests: false alarm 7e-6. Equal series would give about 200.
      expect(Math.abs(correlation(a, b))).toBeLessThan(5);
    });
  }
});

const GOLDEN = [541151260, 1880782420, 0.1259965961859194, -1.1455215049782543];
