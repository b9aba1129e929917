import { describe, expect, it } from 'vitest';
import { decisions, drawStream, seedKey } from '../../src/random/index.ts';
import { exp, expm1, log, log1p, logistic, pow } from '../../src/random/math.ts';
import {
  type Exact,
  exactExp,
  exactExpm1,
  exactLog,
  exactLog1p,
  exactLogistic,
  exactly,
  exactPow,
  ulpsApart,
} from './highPrecision.ts';

const ARGUMENTS = 24_000;
const stream = drawStream(seedKey('accuracy of exp and log'), 0, decisions.shock);
const between = (lo: number, hi: number, i: number, use: number) => lo + (hi - lo) * stream.uniform(i, use);
/** 2 to a whole power by halving and doubling. */
function twoTo(power: number): number {
  let value = 1;
  for (let i = 0; i < Math.abs(power); i++) value *= power < 0 ? 0.5 : 2;
  return value;
}
/** Any positive normal double, evenly over the exponents from `low` to `high`. */
const anySize = (low: number, high: number, i: number, use: number) =>
  twoTo(Math.floor(between(low, high, i, use))) * between(1, 2, i, use + 50);

function worst(value: (i: number) => number, truth: (i: number) => Exact): number {
  let most = 0;
  for (let i = 0; i < ARGUMENTS; i++) most = Math.max(most, ulpsApart(value(i), truth(i)));
  return most;
}

describe('the reference itself', () => {
  it('gives known digits and known distances', () => {
    expect(Number(exactExp(1).digits >> 140n) / twoTo(52)).toBeCloseTo(Math.E / 2, 15);
    expect(ulpsApart(1, { digits: 1n, scale: 0 })).toBe(0);
    expect(ulpsApart(1 + twoTo(-52), { digits: 1n, scale: 0 })).toBe(1);
    expect(ulpsApart(0.1, { digits: exactly(0.1).digits * 2n + 1n, scale: exactly(0.1).scale - 1 })).toBe(
      0.5,
    );
  });
});

describe('accuracy: at most one unit in the last place', () => {
  const cases: [string, (i: number) => number[], (...x: number[]) => number, (...x: number[]) => Exact][] = [
    ['exp over all sizes', (i) => [between(-745, 709.7, i, 1)], exp, exactExp],
    ['exp near 0', (i) => [(i % 2 ? 1 : -1) * anySize(-60, 1, i, 2)], exp, exactExp],
    ['log over all sizes', (i) => [anySize(-1022, 1023, i, 3)], log, exactLog],
    ['log near 1', (i) => [between(0.7, 1.5, i, 4)], log, exactLog],
    ['log very near 1', (i) => [1 + (i % 2 ? 1 : -1) * anySize(-50, -5, i, 5)], log, exactLog],
    ['log1p over all sizes', (i) => [anySize(-66, 1000, i, 6)], log1p, exactLog1p],
    ['log1p near 0', (i) => [(i % 2 ? 1 : -1) * anySize(-66, 0, i, 7)], log1p, exactLog1p],
    ['log1p where r is largest', (i) => [between(-0.02, 0.02, i, 8)], log1p, exactLog1p],
    ['expm1 over all sizes', (i) => [between(-45, 709.7, i, 9)], expm1, exactExpm1],
    ['expm1 near 0', (i) => [(i % 2 ? 1 : -1) * anySize(-60, 1, i, 10)], expm1, exactExpm1],
    ['logistic where it bends', (i) => [between(-8, 8, i, 11)], logistic, exactLogistic],
    ['logistic far out', (i) => [between(-740, 45, i, 12)], logistic, exactLogistic],
    ['pow of ordinary numbers', (i) => [between(0, 10, i, 13), between(-20, 20, i, 14)], pow, exactPow],
    ['pow of shares', (i) => [between(0, 1, i, 15), anySize(-20, 8, i, 16)], pow, exactPow],
    [
      'pow of all sizes, results of all sizes',
      (i) => {
        const x = anySize(-1022, 1023, i, 17);
        return [x, between(-740, 709, i, 18) / log(x)];
      },
      pow,
      exactPow,
    ],
    [
      'pow near 1, large exponents',
      (i) => {
        const x = 1 + (i % 2 ? 1 : -1) * anySize(-45, -5, i, 19);
        return [x, between(-740, 709, i, 20) / log(x)];
      },
      pow,
      exactPow,
    ],
  ];
  for (const [name, arguments_, value, truth] of cases) {
    it(name, () => {
      const given = Array.from({ length: ARGUMENTS }, (_, i) => arguments_(i));
      const most = worst(
        (i) => value(...given[i]),
        (i) => truth(...given[i]),
      );
      expect(most).toBeLessThanOrEqual(1);
      // An error below a third of a unit at worst would mean that nothing was compared.
      expect(most).toBeGreaterThan(0.33);
    });
  }
});

describe('edges', () => {
  const largest = 1.7976931348623157e308;
  const smallest = 5e-324;
  it('exp', () => {
    expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity)]).toEqual([1, 1, Infinity, 0]);
    expect(ulpsApart(exp(709.782712893384), exactExp(709.782712893384))).toBeLessThanOrEqual(1);
    expect(exp(709.7827128933841)).toBe(Infinity);
    expect([exp(-745.1332191019411), exp(-745.1332191019412), exp(-1e300)]).toEqual([smallest, 0, 0]);
    expect(exp(smallest)).toBe(1);
    expect(exp(Number.NaN)).toBeNaN();
  });
  it('expm1', () => {
    expect(expm1(-0)).toBe(-0);
    expect([expm1(smallest), expm1(1e-300)]).toEqual([smallest, 1e-300]);
    expect([expm1(-Infinity), expm1(-800), expm1(Infinity), expm1(710)]).toEqual([
      -1,
      -1,
      Infinity,
      Infinity,
    ]);
    expect(expm1(Number.NaN)).toBeNaN();
  });
  it('log', () => {
    expect([log(1), log(0), log(-0), log(Infinity)]).toEqual([0, -Infinity, -Infinity, Infinity]);
    expect(log(-1)).toBeNaN();
    expect(log(-smallest)).toBeNaN();
    expect(log(-Infinity)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
    for (const x of [smallest, 3e-320, 2.2250738585072014e-308, largest]) {
      expect(ulpsApart(log(x), exactLog(x))).toBeLessThanOrEqual(1);
    }
  });
  it('log1p', () => {
    expect(log1p(-0)).toBe(-0);
    expect([log1p(smallest), log1p(-1e-300)]).toEqual([smallest, -1e-300]);
    expect([log1p(-1), log1p(Infinity)]).toEqual([-Infinity, Infinity]);
    expect(log1p(-1.1)).toBeNaN();
    expect(log1p(Number.NaN)).toBeNaN();
    expect(ulpsApart(log1p(largest), exactLog1p(largest))).toBeLessThanOrEqual(1);
  });
  it('logistic', () => {
    expect([logistic(0), logistic(-0)]).toEqual([0.5, 0.5]);
    expect([logistic(Infinity), logistic(800), logistic(-Infinity), logistic(-800)]).toEqual([1, 1, 0, 0]);
    expect(logistic(Number.NaN)).toBeNaN();
  });
  it('pow at the edges agrees with the language’s own', () => {
    const values = [
      0,
      -0,
      1,
      -1,
      0.5,
      -0.5,
      2,
      -2,
      3,
      -3,
      2.5,
      -2.5,
      Infinity,
      -Infinity,
      Number.NaN,
      smallest,
      -smallest,
      largest,
      -largest,
      9007199254740991,
      1e300,
    ];
    for (const x of values) {
      for (const y of values) {
        const own = x ** y;
        const ours = pow(x, y);
        if (own === 0 || !Number.isFinite(own) || Math.abs(own) === 1)
          expect([x, y, ours]).toEqual([x, y, own]);
        else expect(Math.abs(ours / own - 1)).toBeLessThan(4e-16);
      }
    }
  });
  it('pow into the subnormal range', () => {
    for (const [x, y] of [
      [2, -1074],
      [2, -1060.5],
      [10, -320],
      [3e-320, 1.004],
    ]) {
      expect(ulpsApart(pow(x, y), exactPow(x, y))).toBeLessThanOrEqual(1);
    }
    expect(pow(2, -1076)).toBe(0);
  });
});

describe('the same bits as ever', () => {
  it('a checksum over many results stays what it was', () => {
    const words = new Uint32Array(new Float64Array(1).buffer);
    const view = new Float64Array(words.buffer);
    let hash = 0x811c9dc5;
    const take = (x: number) => {
      view[0] = x;
      hash = Math.imul(hash ^ words[0], 0x01000193);
      hash = Math.imul(hash ^ words[1], 0x01000193);
    };
    for (let i = 0; i < 5000; i++) {
      const x = between(-30, 30, i, 30);
      const positive = between(0, 40, i, 31);
      for (const y of [exp(x), expm1(x), log(positive), log1p(positive), logistic(x), pow(positive, x)])
        take(y);
    }
    expect(hash >>> 0).toBe(CHECKSUM);
  });
});

/** Made with this version; any engine must give it. */
const CHECKSUM = 857460069;
