import { describe, expect, it } from 'vitest';
import {
  leadOfFirst,
  morrisDesign,
  type RankedPoints,
  rankingHinges,
  sobolDesign,
} from '../../../src/experiment/sensitivity/index.ts';
import { decisions, drawStream, seedKey } from '../../../src/random/index.ts';
import { hingeSentences, movesFirstPlace } from '../../../src/words/index.ts';

const key = seedKey('hinges');
const names = {
  design: (id: string) => ({ flat: 'Flat price', block: 'Block grant', groups: 'By group' })[id]!,
  measure: 'outcome rate',
  parameter: (path: string) => `“${path}”`,
};

/** Points of two parameters in rows of one, and what designs make of them. */
function ranked(
  places: number[][],
  outputs: RankedPoints['outputs'],
  more: Partial<RankedPoints> = {},
): RankedPoints {
  return {
    parameters: ['a', 'b'],
    places,
    clusters: places.map((_, i) => i),
    ranking: Object.keys(outputs),
    outputs,
    better: 'higher',
    ...more,
  };
}

describe('what a ranking hangs on', () => {
  const places = [
    [0.1, 0.9],
    [0.2, 0.1],
    [0.5, 0.5],
    [0.8, 0.2],
    [0.9, 0.8],
  ];

  it('is counted point by point: first place, whole order, thirds', () => {
    const { points, dropped, first, order, parameters } = rankingHinges(
      ranked(places, { flat: [9, 9, 9, 1, 1], block: [5, 5, 5, 5, 5], groups: [4, 6, 4, 4, 4] }),
    );
    expect([points, dropped]).toEqual([5, 0]);
    expect([first.value, order.value]).toEqual([3 / 5, 2 / 5]);
    const [a, b] = parameters;
    expect([a.low.value, a.low.n, a.high.value, a.high.n]).toEqual([1, 2, 0, 2]);
    expect([b.low.value, b.high.value, b.difference.value]).toEqual([0.5, 0.5, 0]);
    expect(a.turns).toBeUndefined();
  });

  it('takes lower values for better where they are, shares a place, and leaves out points without a value', () => {
    const sample = ranked(
      places,
      { flat: [1, 5, 5, null, 5], block: [2, 5, 4, 9, null] },
      { better: 'lower' },
    );
    const { points, dropped, first } = rankingHinges(sample);
    expect([points, dropped]).toEqual([3, 2]);
    expect(first.value).toBe(2 / 3);
    expect(leadOfFirst(sample)).toEqual([1, 0, -1, null, null]);
  });

  it('finds the one assumption among many that turns the ranking, and no other', () => {
    const parameters = Array.from({ length: 20 }, (_, i) => `p${i}`);
    const { points, moves, trajectory } = morrisDesign(20, { trajectories: 12, levels: 4 }, key);
    const flat = points.map((x) => x[7] + 0.001 * x[3]);
    const hinges = rankingHinges({
      parameters,
      places: points,
      clusters: trajectory,
      moves,
      ranking: ['flat', 'block'],
      outputs: { flat, block: points.map(() => 0.5) },
      better: 'higher',
    });
    expect(hinges.parameters.filter(movesFirstPlace).map(({ parameter }) => parameter)).toEqual(['p7']);
    const { low, high, turns, difference } = hinges.parameters[7];
    expect([low.value, high.value, turns?.value, turns?.n]).toEqual([0, 1, 1, 12]);
    expect(difference.lo!).toBeGreaterThan(0);
    // Points of a trajectory are alike: 12 trajectories of 21 points cannot tell a share to within 2%.
    expect(hinges.first.hi! - hinges.first.lo!).toBeGreaterThan(0.15);
  });

  it('calls no assumption a hinge when the first place is luck, but for one analysis in twenty', () => {
    // Each row has a winner of its own, whatever the assumptions are.
    let wrong = 0;
    for (let sample = 0; sample < 60; sample++) {
      const { points, row } = sobolDesign(32, 15, key, sample);
      const luck = drawStream(key, sample, decisions.resample);
      const { parameters } = rankingHinges({
        parameters: Array.from(points[0], (_, i) => `p${i}`),
        places: points,
        clusters: row,
        ranking: ['flat', 'block'],
        outputs: { flat: row.map((r) => luck.uniform(r, 0)), block: row.map(() => 0.4) },
        better: 'higher',
      });
      if (parameters.some(movesFirstPlace)) wrong++;
    }
    // At 5% of 60, more than 8 would be a fault (1 in 300).
    expect(wrong).toBeLessThanOrEqual(8);
  });

  it('has no thirds where a parameter has no values there, and says so', () => {
    const middle = places.map(([a]) => [a, 0.5]);
    const { parameters } = rankingHinges(ranked(middle, { flat: [1, 2, 3, 4, 5], block: [3, 3, 3, 3, 3] }));
    expect(parameters[1].low).toMatchObject({ value: null, n: 0, why: 'there is no such point' });
    expect(parameters[1].difference.value).toBeNull();
    const none = rankingHinges(ranked(middle, { flat: middle.map(() => null), block: middle.map(() => 1) }));
    expect([none.points, none.first.value, none.order.why]).toEqual([0, null, 'there is no such point']);
  });
});

describe('the words on it', () => {
  it('name what moves the first place, strongest first, and say how sure it is of the rest', () => {
    const { points, moves, trajectory } = morrisDesign(3, { trajectories: 8, levels: 4 }, key);
    const hinges = rankingHinges({
      parameters: ['trust', 'load', 'luck'],
      places: points,
      clusters: trajectory,
      moves,
      ranking: ['flat', 'block', 'groups'],
      outputs: { flat: points.map((x) => x[0]), block: points.map(() => 0.5), groups: points.map(() => 0) },
      better: 'higher',
    });
    const [holds, hangs, rest, ...others] = hingeSentences(hinges, names);
    expect(others).toEqual([]);
    expect(holds).toMatch(
      /^“Flat price”, first by outcome rate at the values of the file, is first at \d+% \(95% interval \d+% to \d+%\) of 32 points, and the order of all 3 designs holds at /,
    );
    expect(hangs).toBe(
      'Who is first hangs on “trust” (moved alone, it put another design first in 8 of 8 tries; still first at 0% of the points in the lowest third of its range, at 100% in the highest).',
    );
    expect(rest).toBe(
      'It does not hang on “load” and “luck”, as far as each of 8 tries can tell: with none that put another design first, up to 32% of such moves still might.',
    );
  });

  it('say when nothing moves it, when nothing is known, and do not name hundreds', () => {
    const { points, moves, trajectory } = morrisDesign(30, { trajectories: 4, levels: 4 }, key);
    const base = {
      parameters: Array.from(points[0], (_, i) => `p${i}`),
      places: points,
      clusters: trajectory,
      moves,
      ranking: ['flat', 'block'],
      better: 'higher' as const,
    };
    const still = rankingHinges({
      ...base,
      outputs: { flat: points.map(() => 2), block: points.map(() => 1) },
    });
    const [holds, hangs, rest] = hingeSentences(still, names);
    expect(holds).toMatch(/is first at 100% \(95% interval 51% to 100%\) of 124 points\.$/);
    expect(hangs).toBe('No single assumption was seen to change who is first.');
    expect(rest).toMatch(/^It does not hang on the other 30 assumptions/);
    const none = rankingHinges({
      ...base,
      outputs: { flat: points.map(() => null), block: points.map(() => 1) },
    });
    expect(hingeSentences(none, names)).toEqual([
      'Whether “Flat price” stays first by outcome rate cannot be said: no point has a value of it in every design.',
    ]);
  });
});
