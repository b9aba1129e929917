import { describe, expect, it } from 'vitest';
import { dominates, type Judged } from '../../../src/experiment/optimise/dominance.ts';
import { type SearchProblem, searchFront } from '../../../src/experiment/optimise/nsga2.ts';
import { seedKey } from '../../../src/random/index.ts';

const key = seedKey('a search');

function problem(dimensions: number, judge: (x: readonly number[]) => Judged): SearchProblem {
  return {
    genes: Array.from({ length: dimensions }, () => ({ unordered: false })),
    first: [],
    nameOf: (place) => place.join(),
    judge: async (places) => places.map(judge),
  };
}

/** The best of all that was judged and keeps to the limits. */
async function frontOf(some: SearchProblem, budget: number, population: number): Promise<number[][]> {
  const { judged } = await searchFront(some, { budget, population, key });
  const good = judged.flatMap((one) => (one !== 'missing' && one.violation === 0 ? [[...one.goals]] : []));
  return good.filter((one) => !good.some((other) => dominates(other, one)));
}

/** Area between a front of two goals and a corner that all of it is better than. */
function area(front: readonly number[][], [right, top]: readonly [number, number]): number {
  const inside = front.filter(([x, y]) => x < right && y < top).sort((a, b) => a[0] - b[0]);
  let sum = 0;
  let above = top;
  for (const [x, y] of inside) {
    if (y >= above) continue;
    sum += (right - x) * (above - y);
    above = y;
  }
  return sum;
}

describe('the search for a front', () => {
  const zdt = (second: (x: number, g: number) => number) =>
    problem(8, ([x, ...others]) => {
      const g = 1 + (9 * others.reduce((sum, one) => sum + one, 0)) / others.length;
      return { goals: [x, g * second(x, g)], violation: 0 };
    });

  it('covers 97% of the area under the curved front of ZDT1, whose true share is 2/3', async () => {
    const front = await frontOf(
      zdt((x, g) => 1 - Math.sqrt(x / g)),
      6000,
      60,
    );
    // The front is y = 1 − √x: its area up to the corner (1, 1) is ∫√x = 2/3.
    expect(area(front, [1, 1])).toBeGreaterThan(0.97 * (2 / 3));
    expect(area(front, [1, 1])).toBeLessThanOrEqual(2 / 3);
    expect(front.length).toBeGreaterThan(60);
  });

  it('covers 95% of the area under the hollow front of ZDT2, whose true share is 1/3', async () => {
    const front = await frontOf(
      zdt((x, g) => 1 - (x / g) * (x / g)),
      6000,
      60,
    );
    expect(area(front, [1, 1])).toBeGreaterThan(0.95 * (1 / 3));
    expect(area(front, [1, 1])).toBeLessThanOrEqual(1 / 3);
  });

  it('finds the front of Constr-Ex, part of which is the edge of what is allowed', async () => {
    // Deb (2001): x in [0.1, 1], y in [0, 5]; least x and (1 + y) / x, with y + 9x ≥ 6 and −y + 9x ≥ 1.
    const constr = problem(2, ([u, v]) => {
      const x = 0.1 + 0.9 * u;
      const y = 5 * v;
      const violation = Math.max(0, 6 - y - 9 * x) + Math.max(0, 1 + y - 9 * x);
      return { goals: [x, (1 + y) / x], violation };
    });
    const front = await frontOf(constr, 3000, 50);
    // True front: (7 − 9x) / x for x from 7/18 to 2/3, then 1/x up to 1.
    const truth = (x: number) => (x < 2 / 3 ? (7 - 9 * x) / x : 1 / x);
    for (const [x, y] of front) {
      expect(x).toBeGreaterThanOrEqual(7 / 18 - 1e-9);
      expect(y).toBeGreaterThanOrEqual(truth(x) - 1e-9);
    }
    // ∫ 10 − truth: 19x − 7 ln x, then 10x − ln x, up to the corner (1, 10).
    const whole = 19 * (2 / 3 - 7 / 18) - 7 * Math.log(2 / 3 / (7 / 18)) + 10 / 3 + Math.log(2 / 3);
    expect(area(front, [1, 10])).toBeGreaterThan(0.98 * whole);
    expect(area(front, [1, 10])).toBeLessThanOrEqual(whole);
    const xs = front.map(([x]) => x);
    expect(Math.min(...xs)).toBeLessThan(0.41);
    expect(Math.max(...xs)).toBeGreaterThan(0.98);
  });

  it('comes near the least of one goal, and begins where it is told', async () => {
    const asked: number[][] = [];
    const bowl = problem(2, ([x, y]) => {
      asked.push([x, y]);
      return { goals: [(x - 0.3) * (x - 0.3) + (y - 0.8) * (y - 0.8)], violation: 0 };
    });
    const [[least]] = await frontOf({ ...bowl, first: [[0.5, 0.25]] }, 400, 20);
    expect(asked[0]).toEqual([0.5, 0.25]);
    expect(least).toBeLessThan(1e-3);
  });

  it('judges no setting twice, and ends where there is none left', async () => {
    const names: string[] = [];
    const few: SearchProblem = {
      genes: [{ unordered: true }, { unordered: false }],
      first: [],
      nameOf: ([x, y]) => `${Math.floor(x * 3)} ${Math.floor(y * 4)}`,
      judge: async (places) =>
        places.map((place) => {
          names.push(few.nameOf(place));
          return { goals: [place[0], 1 - place[1]], violation: 0 };
        }),
    };
    const { end, places } = await searchFront(few, { budget: 100, population: 6, key });
    expect(end).toBe('exhausted');
    expect(places.length).toBe(12);
    expect(new Set(names).size).toBe(12);
  });

  it('leads the same way twice, goes round what cannot run, and stops at what is missing', async () => {
    const holed = problem(2, ([x, y]) =>
      x > 0.5 ? { goals: [], violation: Number.POSITIVE_INFINITY } : { goals: [x, y], violation: 0 },
    );
    const options = { budget: 120, population: 10, key };
    const once = await searchFront(holed, options);
    expect(await searchFront(holed, options)).toEqual(once);
    expect(once.places.slice(60).filter(([x]) => x > 0.5).length).toBeLessThan(12);
    let left = 35;
    const { end, judged } = await searchFront(
      {
        ...holed,
        judge: async (places) => places.map(() => (left-- > 0 ? { goals: [1, 1], violation: 0 } : 'missing')),
      },
      options,
    );
    expect([end, judged.length]).toEqual(['stopped', 40]);
    expect(judged.filter((one) => one === 'missing').length).toBe(5);
  });
});
