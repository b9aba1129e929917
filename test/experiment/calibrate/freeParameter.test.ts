import { describe, expect, it } from 'vitest';
import {
  decimalsOf,
  type FreeParameter,
  settledPlace,
  settledValue,
} from '../../../src/experiment/calibrate/freeParameter.ts';
import { placeOf } from '../../../src/experiment/sampling/index.ts';

const parameter = (stated: number, lo: number, hi: number, whole = false): FreeParameter => ({
  path: 'a',
  along: [],
  stated,
  lo,
  hi,
  decimals: decimalsOf(lo, hi, whole),
});

describe('values of a parameter that is fitted', () => {
  it('have as many decimals as tell some ten thousand of them apart', () => {
    expect(decimalsOf(0, 1, false)).toBe(4);
    expect(decimalsOf(-5.3, -4.3, false)).toBe(4);
    expect(decimalsOf(0, 0.15, false)).toBe(5);
    expect(decimalsOf(500, 900, false)).toBe(2);
    expect(decimalsOf(0, 50_000, false)).toBe(0);
    expect(decimalsOf(100, 170, true)).toBe(0);
    expect(settledValue(parameter(0.5, 0, 1), 1 / 3)).toBe(0.3333);
    expect(settledValue(parameter(130, 100, 170, true), 0.511)).toBe(136);
  });

  it('are never outside the ends, nor is a value of the file or an end rounded', () => {
    const odd = parameter(0.123456789, 0.00004321, 0.97654321);
    expect(settledValue(odd, 0)).toBe(odd.lo);
    expect(settledValue(odd, 1)).toBe(odd.hi);
    expect(settledValue(odd, 1e-9)).toBe(odd.lo);
    expect(settledValue(odd, 1 - 1e-9)).toBeLessThanOrEqual(odd.hi);
    expect(settledValue(odd, placeOf(odd.stated, odd))).toBe(odd.stated);
  });

  it('settle once: a settled place stays where it is', () => {
    const some = [parameter(0.5, 0, 1), parameter(-4.7, -5.3, -4.3), parameter(130, 100, 170, true)];
    const place = settledPlace(some, [0.123456, 0.7654321, 0.4444]);
    expect(settledPlace(some, place)).toEqual(place);
  });
});
