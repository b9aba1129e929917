import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../../src/cli/firstScenario.ts';
import { readAxis } from '../../../src/experiment/sweep/axis.ts';
import { planProblems } from '../../../src/experiment/sweep/checkPlan.ts';
import { planFromFile, planSweep } from '../../../src/experiment/sweep/planSweep.ts';
import { isInShard, readShard } from '../../../src/experiment/sweep/shard.ts';
import { openScenario } from '../../../src/simulation/index.ts';

const bundle = { file: 'first.yaml', text: firstScenario, extended: {}, set: [] };
const loaded = openScenario(bundle);
const posts = 'caseworkers.roles.adviser.posts';
const fee = 'incentives.startFee.amount';
const nothing = () => undefined;
const gridOf = (...vary: string[]) => planSweep(loaded, { vary, sampling: 'grid', samples: 1 });

describe('reading what to vary', () => {
  it('takes steps, ends, values and the range of the file', () => {
    expect(readAxis('a.b=0:1:5', nothing)).toEqual({ path: 'a.b', values: [0, 0.25, 0.5, 0.75, 1] });
    expect(readAxis('a.b=0.1:0.7:7', nothing).values).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    expect(readAxis('a.b=0:2', nothing).range).toEqual({ lo: 0, hi: 2, whole: false });
    expect(readAxis('a.b=true,false', nothing).values).toEqual(['true', 'false']);
    expect(readAxis('a.b=beta(2, 5),0.3', nothing).values).toEqual(['beta(2, 5)', 0.3]);
    expect(readAxis('a.b=-1e3', nothing).values).toEqual([-1000]);
    const known = () => ({ value: 3, range: [1, 9] as const, whole: true });
    expect(readAxis('a.b', known).range).toEqual({ lo: 1, hi: 9, whole: true });
    expect(readAxis('a.b=1:4:7', known).values).toEqual([1, 2, 3, 4]);
  });

  it.each([
    ['=1,2', 'names no parameter'],
    ['a..b=1', 'names no parameter'],
    ['a.b', 'no range in the file'],
    ['a.b=5:1:3', 'from a smaller number to a larger one'],
    ['a.b=1:5:1', 'whole number of steps from 2'],
    ['a.b=1:5:2.5', 'whole number of steps from 2'],
    ['a.b=1:5:2:7', 'whole number of steps from 2'],
    ['a.b=1,,2', 'lacks a value'],
    ['a.b=', 'lacks a value'],
    ['a.b=1,1', 'a value twice'],
  ])('refuses %s', (text, words) => {
    expect(() => readAxis(text, nothing)).toThrow(words);
  });
});

describe('points of a sweep', () => {
  it('are every combination of a grid, the last fastest, with what the file says of each parameter', () => {
    const { points, varied } = gridOf(`${posts}=6,12`, `${fee}=1000:3000:3`);
    expect(points.map((settings) => Object.values(settings))).toEqual([
      [6, 1000],
      [6, 2000],
      [6, 3000],
      [12, 1000],
      [12, 2000],
      [12, 3000],
    ]);
    expect(varied).toMatchObject([
      { path: posts, stated: 12, from: 6, to: 12, values: [6, 12] },
      { path: fee, stated: 3000, values: [1000, 2000, 3000] },
    ]);
  });

  it('keep shares at a sum of 1', () => {
    const { points } = gridOf('clients.groups.nearer.share=0.2,0.5');
    expect(points).toEqual([
      { 'clients.groups.nearer.share': 0.2, 'clients.groups.further.share': 0.8 },
      { 'clients.groups.nearer.share': 0.5, 'clients.groups.further.share': 0.5 },
    ]);
  });

  it('leave shares as asked where no others can make up the sum, so that the point fails and is not another one', () => {
    const nearer = 'clients.groups.nearer.share';
    expect(gridOf(`${nearer}=0.4,1.4`).points[1]).toEqual({ [nearer]: 1.4 });
    expect(planProblems(bundle, gridOf(`${nearer}=0.4,1.4`))).not.toEqual([]);
    const both = gridOf(`${nearer}=0.4,0.7`, 'clients.groups.further.share=0.3,0.6');
    expect(both.points.map((settings) => Object.values(settings))).toEqual([
      [0.4, 0.3],
      [0.4, 0.6],
      [0.7, 0.3],
      [0.7, 0.6],
    ]);
    expect(planProblems(bundle, both)).toEqual([]);
  });

  it('do not differ in their replicates', () => {
    expect(() => gridOf('replicates=5,10')).toThrow('--replicates');
  });

  it.each(['latinHypercube', 'sobol'] as const)(
    'of a %s are the same each time and one in each stratum',
    (sampling) => {
      const plan = () => planSweep(loaded, { vary: [`${fee}=0:800`, `${posts}=1:8`], sampling, samples: 16 });
      const { points } = plan();
      expect(plan().points).toEqual(points);
      const strata = points.map((settings) => Math.floor(Number(settings[fee]) / 50)).sort((a, b) => a - b);
      expect(strata).toEqual(Array.from({ length: 16 }, (_, i) => i));
      // Whole numbers, each as often.
      const counts = [1, 2, 3, 4, 5, 6, 7, 8].map(
        (n) => points.filter((settings) => settings[posts] === n).length,
      );
      expect(counts).toEqual(new Array(8).fill(2));
    },
  );

  it('tell all problems of the words at once, and those of the scenario before anything runs', () => {
    expect(() => gridOf('a.b', `${posts}=3:1:2`, `${fee}=1`, `${fee}=2`)).toThrow(
      /a\.b has no range(.|\n)*smaller number(.|\n)*startFee\.amount is varied twice/,
    );
    const unknown = planProblems(bundle, gridOf('caseworkers.roles.adviser.post=3,4', `${fee}=-5,10`));
    expect(unknown.map(({ path }) => path).sort()).toEqual(['caseworkers.roles.adviser.post', fee]);
    expect(unknown.find(({ path }) => path.endsWith('.post'))!.nearest).toBe('posts');
    expect(planProblems(bundle, gridOf(`${posts}=3,4`))).toEqual([]);
  });
});

describe('points of a table', () => {
  it('are read by the paths that head the columns; empty fields are as in the file', () => {
    const text = `point,${posts},${fee},state,why\r\n0,6,1500,done,\r\n1,,2500,failed,"a, b"\r\n`;
    const { points, varied, chosen } = planFromFile(loaded, text, 'points.csv');
    expect(points).toEqual([{ [posts]: 6, [fee]: 1500 }, { [fee]: 2500 }]);
    expect(varied.map(({ path, values }) => [path, values])).toEqual([
      [posts, [6]],
      [fee, [1500, 2500]],
    ]);
    expect(chosen).toBe('the points of points.csv');
  });

  it.each([
    ['', 'line 1'],
    ['point,why\n0,\n', 'no column is headed'],
    [`${fee},${fee}\n1,2\n`, 'heads two columns'],
    [`${fee}\n`, 'no points'],
    [`${fee},${posts}\n1\n`, 'line 2: 1 fields'],
  ])('are refused where they cannot be read: %j', (text, words) => {
    expect(() => planFromFile(loaded, text, 'p.csv')).toThrow(words);
  });
});

describe('parts of a sweep', () => {
  it('share out every point once, as evenly as can be', () => {
    const parts = [1, 2, 3].map((part) =>
      Array.from({ length: 10 }, (_, point) => point).filter((point) => isInShard(point, { part, of: 3 })),
    );
    expect(parts.flat().sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(parts.map((part) => part.length)).toEqual([4, 3, 3]);
  });

  it.each(['0/3', '4/3', '1', '1/0', 'a/b', '1.5/3'])('refuses %s', (text) => {
    expect(() => readShard(text)).toThrow('2/8');
  });
});
