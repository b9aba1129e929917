import { describe, expect, it } from 'vitest';
import {
  incompleteBeta,
  incompleteGamma,
  inverseIncompleteBeta,
  inverseIncompleteGamma,
  logGamma,
  normalCdf,
  normalQuantile,
  upperIncompleteGamma,
} from '../../src/random/special.ts';

/** Reference values were computed with 40 digits from the definitions. */
function expectClose(value: number, truth: number, relative: number): void {
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(relative * Math.abs(truth));
}

describe('normal distribution', () => {
  it('quantile', () => {
    for (const [p, z] of [
      [1e-300, -37.0470962993612],
      [1e-20, -9.262340089798407],
      [0.001, -3.0902323061678136],
      [0.025, -1.9599639845400543],
      [0.075, -1.439531470938456],
      [0.1, -1.2815515655446004],
      [0.3, -0.5244005127080408],
      [0.9, 1.2815515655446006],
      [0.975, 1.9599639845400538],
      [0.9999999, 5.199337582290661],
    ]) {
      expectClose(normalQuantile(p), z, 1e-15);
    }
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    for (const p of [-0.1, 1.1, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
  });
  it('quantile never falls, not even where its formulas meet', () => {
    for (const meeting of [0.075, 0.925, 1.3887943864964021e-11]) {
      for (let i = -200; i < 200; i++) {
        const p = meeting * (1 + i * 1e-15);
        expect(normalQuantile(p * (1 + 1e-15))).toBeGreaterThanOrEqual(normalQuantile(p) - 1e-14);
      }
    }
  });
  it('share below', () => {
    for (const [z, p] of [
      [-20, 2.7536241186062337e-89],
      [-8.5, 9.479534822203318e-18],
      [-5.7, 5.990371401063528e-9],
      [-5.6, 1.071759025831093e-8],
      [-3, 0.0013498980316300946],
      [-1.5, 0.06680720126885807],
      [-0.6, 0.2742531177500736],
      [-0.1, 0.460172162722971],
      [0.3, 0.6179114221889527],
      [0.7, 0.758036347776927],
      [2, 0.9772498680518208],
      [6, 0.9999999990134123],
    ]) {
      expectClose(normalCdf(z), p, 3e-15);
    }
    expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});

describe('gamma functions', () => {
  it('ln Γ', () => {
    for (const [x, value] of [
      [1e-5, 11.512919692895826],
      [0.5, 0.5723649429247001],
      [1.5, -0.12078223763524522],
      [3, Math.LN2],
      [7.25, 7.0521854507385395],
      [100, 359.1342053695754],
      [12345.678, 103959.91990554606],
      [1e8, 1742068066.1038346],
    ]) {
      expect(Math.abs(logGamma(x) - value)).toBeLessThan(1e-15 * Math.max(1, value));
    }
    expect([logGamma(1), logGamma(2), logGamma(Infinity)]).toEqual([0, 0, Infinity]);
    expect(logGamma(0)).toBeNaN();
  });
  it('incomplete, lower and upper', () => {
    for (const [a, x, lower, upper] of [
      [0.01, 1e-5, 0.8963367982671973, 0.1036632017328028],
      [0.5, 0.2, 0.4729107431344619, 0.5270892568655381],
      [1, 1, 0.6321205588285577, 0.36787944117144233],
      [3, 8, 0.986246032255997, 0.013753967744002985],
      [10, 3, 0.0011024881301154798, 0.9988975118698845],
      [10, 25, 0.9997785233617512, 0.00022147663824878357],
      [100, 110, 0.8417213299399129, 0.15827867006008708],
      [1000, 900, 0.0005499022657117829, 0.9994500977342882],
    ]) {
      expectClose(incompleteGamma(a, x), lower, 1e-13);
      expectClose(upperIncompleteGamma(a, x), upper, 1e-13);
    }
    expect([incompleteGamma(2, 0), incompleteGamma(2, Infinity)]).toEqual([0, 1]);
  });
  it('inverse undoes it', () => {
    // The smallest shape reaches down to 1e-300: below that a double cannot hold the answer.
    for (const a of [0.02, 0.5, 1, 3, 50, 4000]) {
      for (const p of [1e-6, 0.1, 0.5, 0.9, 0.999999, ...(a < 0.1 ? [] : [1e-15])]) {
        expectClose(incompleteGamma(a, inverseIncompleteGamma(p, a)), p, 1e-12);
      }
    }
    expect([inverseIncompleteGamma(0, 2), inverseIncompleteGamma(1, 2)]).toEqual([0, Infinity]);
    expect(inverseIncompleteGamma(0.5, 0.0001)).toBe(0);
  });
});

describe('incomplete beta function', () => {
  it('values', () => {
    for (const [x, a, b, value] of [
      [0.001, 0.01, 0.5, 0.920559706320952],
      [0.3, 0.5, 0.5, 0.36901011956554536],
      [0.5, 2, 5, 0.890625],
      [0.9, 2, 5, 0.999945],
      [0.25, 30, 70, 0.13581490428342743],
      [0.4, 30, 70, 0.9822224303035403],
      [0.2, 1, 3, 0.488],
      [0.999, 200, 0.1, 0.12070868099917828],
      // Far out, where differences of ln Γ would have lost half of the digits.
      [0.2844904766062344, 574.7096527553117, 25.01741773740506, 2.784449395600768e-275],
    ]) {
      expectClose(incompleteBeta(x, a, b), value, 2e-13);
    }
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect(incompleteBeta(-0.1, 2, 3)).toBeNaN();
    expect(incompleteBeta(0.5, 0, 3)).toBeNaN();
  });
  it('inverse undoes it, narrow, wide and lopsided', () => {
    for (const [a, b] of [
      [0.1, 0.03],
      [0.5, 0.5],
      [2, 5],
      [1, 1],
      [300, 2],
      [1e5, 1e5],
    ]) {
      for (const p of [1e-16, 1e-6, 0.1, 0.5]) {
        expectClose(incompleteBeta(inverseIncompleteBeta(p, a, b), a, b), p, 1e-10);
      }
    }
    expect([inverseIncompleteBeta(0, 2, 2), inverseIncompleteBeta(1, 2, 2)]).toEqual([0, 1]);
  });
});
