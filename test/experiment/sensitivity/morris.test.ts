import { describe, expect, it } from 'vitest';
import { grid } from '../../../src/experiment/sampling/index.ts';
import { morrisDesign, morrisIndices } from '../../../src/experiment/sensitivity/index.ts';
import { seedKey } from '../../../src/random/index.ts';
import { ishigami } from './testFunctions.ts';

const key = seedKey('effects');

function analyse(
  parameters: string[],
  f: (point: number[]) => number,
  trajectories: number,
  sample = 0,
  levels = 4,
) {
  const { points, moves } = morrisDesign(parameters.length, { trajectories, levels }, key, sample);
  return morrisIndices(
    { parameters, moves, places: points, outputs: points.map((point) => f([...point])) },
    { key, times: 400 },
  );
}

describe('trajectories', () => {
  it('move every parameter once, half the levels up or down, and nothing else', () => {
    const { points, moves, trajectory } = morrisDesign(5, { trajectories: 8, levels: 6 }, key);
    expect(points.length).toBe(8 * 6);
    expect(moves.length).toBe(8 * 5);
    for (let t = 0; t < 8; t++) {
      const own = moves.filter(({ from }) => trajectory[from] === t);
      expect(own.map(({ parameter }) => parameter).sort()).toEqual([0, 1, 2, 3, 4]);
    }
    for (const { parameter, from, to } of moves)
      for (const [i, u] of points[to].entries()) {
        expect(Math.abs(u - points[from][i])).toBeCloseTo(i === parameter ? 0.6 : 0, 12);
        expect(Math.round(u * 5) / 5).toBeCloseTo(u, 12);
      }
  });

  it('visit every level equally often, and differ in their order', () => {
    const { points, moves, trajectory } = morrisDesign(7, { trajectories: 8, levels: 4 }, key);
    for (let i = 0; i < 7; i++) {
      const visits = new Map<number, number>();
      for (const { parameter, from, to } of moves)
        if (parameter === i)
          for (const at of [from, to]) {
            const level = Math.round(points[at][i] * 3);
            visits.set(level, (visits.get(level) ?? 0) + 1);
          }
      expect([...visits.values()]).toEqual([4, 4, 4, 4]);
    }
    const orders = [0, 1, 2, 3].map((t) =>
      moves.flatMap(({ parameter, from }) => (trajectory[from] === t ? [parameter] : [])).join(),
    );
    expect(new Set(orders).size).toBe(4);
  });

  it('need an even number of levels', () => {
    expect(() => morrisDesign(3, { trajectories: 2, levels: 5 }, key)).toThrow(/even/);
    expect(() => morrisDesign(3, { trajectories: 2, levels: 0 }, key)).toThrow(/even/);
  });
});

/** Effects of one parameter from every level of all others, up by half the levels. */
function wholeGrid(f: (point: number[]) => number, parameter: number, levels: number) {
  const values = Array.from({ length: levels }, (_, level) => level / (levels - 1));
  const step = levels / 2 / (levels - 1);
  const effects = grid([values, values, values])
    .filter((point) => point[parameter] < 0.5)
    .map((point) => (f(point.map((u, i) => (i === parameter ? u + step : u))) - f(point)) / step);
  const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const mu = mean(effects);
  return {
    mu,
    muStar: mean(effects.map(Math.abs)),
    sigma: Math.sqrt(mean(effects.map((e) => (e - mu) ** 2))),
  };
}

describe('elementary effects', () => {
  it('of a linear function are its coefficients, without spread', () => {
    const coefficients = [3, -2, 0, 0.5];
    const f = (x: ArrayLike<number>) => coefficients.reduce((sum, c, i) => sum + c * x[i], 10);
    for (const [i, { mu, muStar, sigma, n }] of analyse(['a', 'b', 'c', 'd'], f, 6).entries()) {
      expect(n).toBe(6);
      expect(mu.value).toBeCloseTo(coefficients[i], 12);
      expect(muStar.value).toBeCloseTo(Math.abs(coefficients[i]), 12);
      expect(sigma.value).toBeCloseTo(0, 12);
      expect(mu.lo).toBeCloseTo(mu.value!, 12);
      expect(mu.hi).toBeCloseTo(mu.value!, 12);
    }
  });

  it('count the place of the value that was used, so that whole numbers have exact effects as well', () => {
    const { points, moves } = morrisDesign(2, { trajectories: 8, levels: 4 }, key);
    // Of whole numbers 1, 2, 3 the places are 0, ½ and 1.
    const places = points.map((point) => [...point].map((u) => Math.min(2, Math.floor(u * 3)) / 2));
    const outputs = places.map(([a, b]) => 4 * a - b);
    const [a, b] = morrisIndices({ parameters: ['a', 'b'], moves, places, outputs }, { key });
    expect([a.mu.value, a.sigma.value, b.mu.value, b.sigma.value]).toEqual([4, 0, -1, 0]);
  });

  it.each([4, 8])('of Ishigami are those over the whole grid of %i levels, with their order', (levels) => {
    const f = ishigami();
    const found = analyse(f.parameters, f.value, 120, 0, levels);
    const whole = f.parameters.map((_, i) => wholeGrid(f.value, i, levels));
    const byName = (sizes: number[]) => [0, 1, 2].sort((a, b) => sizes[b] - sizes[a]);
    const sizes = found.map(({ muStar }) => muStar.value!);
    // With 4 levels x1 and x2 are within 2% of each other, and their order is luck.
    if (levels === 8) expect(byName(sizes)).toEqual(byName(whole.map(({ muStar }) => muStar)));
    else expect(byName(sizes)[2]).toBe(2);
    for (const [i, index] of found.entries())
      for (const name of ['mu', 'muStar', 'sigma'] as const) {
        const { lo, hi } = index[name];
        // Half as wide again as the 95% interval on both sides: a false alarm in 300 for each figure, in 17 for all 18.
        const half = (hi! - lo!) / 2;
        expect(whole[i][name]).toBeGreaterThan(lo! - half);
        expect(whole[i][name]).toBeLessThan(hi! + half);
      }
    for (const { sigma } of found) expect(sigma.lo!).toBeGreaterThan(0);
  });

  it('have no spread without interaction, and a spread with it', () => {
    const [a, b, c] = analyse(['a', 'b', 'c'], ([x, y, z]) => x + 2 * y * z, 12);
    expect(a.sigma.value).toBeCloseTo(0, 12);
    expect(b.sigma.value!).toBeGreaterThan(0.2);
    expect(c.sigma.value!).toBeGreaterThan(0.2);
  });

  it('have intervals that cover the truth as often as they say, or oftener, with ten trajectories', () => {
    // The effect of a is 1 + 4·b, whose mean over levels is 3; 150 samples at 95%: below 90% would be a fault.
    let covered = 0;
    for (let sample = 0; sample < 150; sample++) {
      const [a] = analyse(['a', 'b', 'c'], ([x, y, z]) => x + 4 * x * y + z, 10, sample);
      if (a.muStar.lo! <= 3 && 3 <= a.muStar.hi!) covered++;
    }
    expect(covered / 150).toBeGreaterThan(0.9);
  });

  it('of a constant are 0; where points failed they are left out, and without any the reason is given', () => {
    for (const { mu, muStar, sigma } of analyse(['a', 'b'], () => 7, 4)) {
      expect([mu.value, muStar.value, sigma.value]).toEqual([0, 0, 0]);
      expect([mu.lo, muStar.hi]).toEqual([0, 0]);
    }
    const { points, moves } = morrisDesign(2, { trajectories: 4, levels: 4 }, key);
    const outputs = points.map((_, i) => (i < 4 ? i : null));
    const some = morrisIndices({ parameters: ['a', 'b'], moves, places: points, outputs }, { key });
    expect(some.map(({ n }) => n)).toEqual([1, 1]);
    expect(some[0].sigma.why).toMatch(/one effect/);
    expect(some[0].mu.value).not.toBeNull();
    expect([some[0].mu.lo, some[0].mu.hi]).toEqual([null, null]);
    const none = points.map(() => null);
    const [lost] = morrisIndices({ parameters: ['a', 'b'], moves, places: points, outputs: none }, { key });
    expect(lost.mu).toEqual({
      value: null,
      lo: null,
      hi: null,
      why: 'no move of it has an output at both ends',
    });
  });
});
