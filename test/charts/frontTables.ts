import type { ReportTables } from '../../src/charts/tables.ts';
import type { FrontFindings, FrontMember, Standing } from '../../src/tables/front.ts';
import { fakeStudyTables, sevenDesigns } from './fakeTables.ts';

const startFee = 'incentives.startFee.amount';
const keyWorkers = 'caseworkers.roles.keyWorker.posts';

interface FrontOptions {
  goals?: FrontFindings['goals'];
  limits?: FrontFindings['limits'];
  /** Points of the front. */
  places?: number;
  done?: boolean;
  change?: Partial<FrontFindings>;
}

const twoGoals: FrontFindings['goals'] = [
  { measure: 'additional.rate[fifth=5]', better: 'higher' },
  { measure: 'spend.total', better: 'lower' },
];

/** Tables as a search over two parameters might leave them, made by formula: the same at every call. */
export function fakeFrontTables({
  goals = twoGoals,
  limits = [{ measure: 'parking.share', is: 'atMost', value: 0.3 }],
  places = 5,
  done = true,
  change = {},
}: FrontOptions = {}): ReportTables {
  const tables = fakeStudyTables('grid', { designs: sevenDesigns.slice(0, 1) });
  // More is added the more is spent, less and less; the last goal falls.
  const truth = (amount: number) =>
    [0.1 * (1 - (1 - amount / 6000) * (1 - amount / 6000)), 400 * amount + 1e6, 0.2 - amount / 60_000].slice(
      0,
      goals.length,
    );
  const told = (values: readonly number[], off: number, isFile: boolean) => ({
    goals: goals.map((_, goal) => {
      const mean = goal === 0 ? values[0] - off : values[goal];
      const half = 0.03 * Math.abs(mean) + (goal === 0 ? 0.002 : 0);
      const difference = mean - truth(3000)[goal];
      return {
        search: values[goal] + (goal === 0 ? 0.004 : 0),
        ...(done ? { mean, lo: mean - half, hi: mean + half } : nothing),
        fromPrevious: done && !isFile ? { mean: 0.01, lo: goal - 0.001, hi: 0.02 } : nothing,
        fromFile:
          done && !isFile ? { mean: difference, lo: difference - half, hi: difference + half } : nothing,
      };
    }),
    limits: limits.map(() => ({
      search: 0.1,
      ...(done ? { mean: 0.1, lo: 0.05, hi: 0.15, chance: 0.99 } : { ...nothing, chance: null }),
    })),
  });
  const member = (point: number, amount: number, place: number | null, standing: Standing): FrontMember => ({
    point,
    checkPoint: done ? 40 + point : null,
    place,
    file: place === null ? null : `front/0${place}.yaml`,
    chosen: place === null ? 'near' : 'front',
    alike: 0,
    settings: { [startFee]: amount, [keyWorkers]: 90 + point },
    ...told(truth(amount), place === null ? 0.02 : 0, false),
    standing,
  });
  const onFront = Array.from({ length: places }, (_, i) =>
    member(i + 1, 600 + i * Math.floor(5400 / places), i + 1, { is: 'front' }),
  );
  const searched = Array.from({ length: 30 }, (_, i) => ({
    point: i,
    goals: truth(200 * i).map((value, goal) => (goal === 0 ? value - (i % 7) * 0.008 : value)),
    keeps: i % 5 !== 0,
    onFront: false,
  }));
  return {
    ...tables,
    manifest: { ...tables.manifest, kind: 'optimise' },
    study: {
      ...tables.study!,
      replicates: 4,
      varied: [
        { path: startFee, stated: 3000, source: 'assumed', from: 0, to: 6000, unit: 'money' },
        { path: keyWorkers, stated: 130, source: 'assumed', from: 45, to: 170, unit: 'posts' },
      ],
      measures: [...goals, ...limits].map(({ measure }) => measure),
      front: {
        design: 'asBuilt',
        goals,
        limits,
        search: { points: 30, budget: 30, failed: 1, withoutValue: 0 },
        end: done ? 'budget' : 'stopped',
        searched,
        nearest: null,
        file: {
          point: null,
          ...told(truth(3000), 0.01, true),
          standing: places > 2 ? { is: 'beaten', by: [2, 3], clearly: false } : { is: 'front' },
        },
        members: [
          ...onFront,
          member(20, 2500, null, { is: 'beaten', by: [2], clearly: true }),
          member(21, 4000, null, { is: 'breaks', limits: ['parking.share'], clearly: false }),
        ],
        check: { replicates: 20, seed: 'pilot-2008, other luck', done },
        nearLeftOut: 3,
        flattery: done
          ? goals.map(({ measure }, i) => ({
              measure,
              points: places,
              mean: [0.004, 1200, 0][i],
              lo: [0.001, -900, 0][i],
              hi: [0.007, 3300, 0][i],
            }))
          : [],
        ...change,
      },
    },
  };
}

const nothing = { mean: null, lo: null, hi: null };
