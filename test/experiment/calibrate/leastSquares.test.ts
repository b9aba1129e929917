import { Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { identify } from '../../../src/experiment/calibrate/identifiability.ts';
import {
  fitInCube,
  type Residuals,
  slopesAt,
  squares,
} from '../../../src/experiment/calibrate/leastSquares.ts';

const options = { mostRounds: 12, closeEnough: 0.05 };

/** Logits of two rates that answer to two parameters, as fits of the pilot do. */
const rate = (x: number) => 1 / (1 + Math.exp(-x));
const pilotLike: Residuals = async (places) =>
  places.map(([a, b]) => [(rate(4 * a - 3) - 0.25) / 0.01, (rate(4 * a - 3 + 3 * b - 2) - 0.1) / 0.007]);

describe('a fit in the unit cube', () => {
  it('meets targets that can be met, in a few rounds', async () => {
    const fit = await fitInCube(pilotLike, [0.9, 0.9], options);
    expect(fit.end).toBe('met');
    expect(rate(4 * fit.place[0] - 3)).toBeCloseTo(0.25, 2);
    expect(fit.rounds.length).toBeLessThan(8);
    const costs = fit.rounds.map(({ residuals }) => squares(residuals));
    expect([...costs].sort((x, y) => y - x)).toEqual(costs);
  });

  it('stops at the end of a range where the target lies beyond it, and says that it is stuck', async () => {
    const beyond: Residuals = async (places) => places.map(([a, b]) => [10 * (a - 1.5), b - 0.3]);
    const fit = await fitInCube(beyond, [0.2, 0.9], options);
    expect(fit.end).toBe('stuck');
    expect(fit.place[0]).toBe(1);
    expect(fit.place[1]).toBeCloseTo(0.3, 2);
    expect(fit.residuals[0]).toBeCloseTo(-5, 10);
  });

  it('finds the middle between targets that contradict each other', async () => {
    const torn: Residuals = async (places) => places.map(([a]) => [10 * (a - 0.2), 10 * (a - 0.6)]);
    const fit = await fitInCube(torn, [0.95], options);
    expect(fit.end).toBe('stuck');
    expect(fit.place[0]).toBeCloseTo(0.4, 2);
  });

  it('goes round places that cannot be run, and leaves alone what moves nothing', async () => {
    const holed: Residuals = async (places) =>
      places.map(([a, b]) => (a > 0.8 ? undefined : [20 * (a - 0.5), 0 * b]));
    const fit = await fitInCube(holed, [0.78, 0.4], options);
    expect(fit.end).toBe('met');
    expect(fit.place[1]).toBe(0.4);
    expect((await fitInCube(holed, [0.9, 0.4], options)).end).toBe('cannotRun');
  });

  it('looks farther where a step moves nothing, as where few events are counted', async () => {
    const coarse: Residuals = async (places) => places.map(([a]) => [Math.round(5 * a) - 4]);
    const slopes = await slopesAt(coarse, { place: [0.4], residuals: [-2] });
    expect(slopes.get(0, 0)).toBeCloseTo(2 / 0.32, 10);
    expect((await fitInCube(coarse, [0.4], options)).end).toBe('met');
    const flat: Residuals = async (places) => places.map(() => [3]);
    expect((await slopesAt(flat, { place: [0.4], residuals: [3] })).get(0, 0)).toBe(0);
  });

  it('ends where it is when it is stopped, and asks for nothing more', async () => {
    let [asked, rounds] = [0, 0];
    const some: Residuals = async (places) => {
      asked += places.length;
      rounds++;
      return rounds > 2 ? places.map(() => undefined) : pilotLike(places);
    };
    const fit = await fitInCube(some, [0.9, 0.9], { ...options, stopped: () => rounds > 2 });
    expect(fit.end).toBe('interrupted');
    expect(fit.place).toEqual([0.9, 0.9]);
    expect(asked).toBeLessThanOrEqual(1 + 2 + 4);
  });

  it('gets near in spite of steps such as counts of events make', async () => {
    const counted: Residuals = async (places) =>
      places.map(([a, b]) => [Math.round(40 * (a - 0.31)) / 2, Math.round(40 * (a + b - 0.93)) / 2]);
    const fit = await fitInCube(counted, [0.9, 0.1], { mostRounds: 12, closeEnough: 0.5 });
    expect(fit.end).toBe('met');
    expect(fit.place[0]).toBeCloseTo(0.31, 1);
  });
});

describe('what targets say of parameters', () => {
  it('is all where one target hangs on one parameter alone, and nothing where none does', () => {
    const [known, unknown] = identify(new Matrix([[40, 0]]), new Matrix([[0.25]]));
    expect(known.learnt).toBeGreaterThan(0.99);
    // Within one tolerance of the target lies a fortieth of the range on either side.
    expect(known.deviation).toBeCloseTo(1 / 40, 3);
    // Luck of half a tolerance moves the fit by half of that.
    expect(known.luck).toBeCloseTo(1 / 80, 3);
    expect(unknown).toEqual({
      learnt: 0,
      deviation: expect.closeTo(Math.sqrt(1 / 12), 12),
      luck: 0,
      tradedWith: [],
    });
  });

  it('leaves both open where one target hangs on the sum of two, and says that they make up for each other', () => {
    const both = identify(new Matrix([[30, 30]]), Matrix.eye(1));
    for (const { learnt } of both) expect(learnt).toBeCloseTo(0.5, 2);
    expect(both.map(({ tradedWith }) => tradedWith)).toEqual([[1], [0]]);
    const apart = identify(
      new Matrix([
        [30, 30],
        [30, -30],
      ]),
      Matrix.eye(2),
    );
    for (const { learnt, tradedWith } of apart) {
      expect(learnt).toBeGreaterThan(0.98);
      expect(tradedWith).toEqual([]);
    }
  });
});
