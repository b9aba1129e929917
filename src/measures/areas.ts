import type { AreaResult } from '../model/areas/areaDemand.ts';
import type { World } from '../model/world.ts';
import { normalCdf } from '../random/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { areaDocs } from './areaDocs.ts';
import type { MeasureFamily } from './measure.ts';
import { joinSlices, ratioRow, valueRow } from './slices.ts';

/** What areas are paid for the demand of everybody who lives there, and how much of it came by luck or anyway. */
export const areas: MeasureFamily = {
  id: 'areas',
  measures: areaDocs,
  create: () => ({ finish: areaRows }),
};

const NO_REWARD = 'nothing is paid on the demand of areas';
const NO_TEST = 'the run completes no test';
const NO_DEMAND = 'the baseline has no demand';

/** The tests of one slice. */
interface Tests {
  slice: string;
  results: readonly AreaResult[];
}

function areaRows(world: World): MeasureRow[] {
  const rewards = [...(world.demand?.rewards ?? [])];
  const why = rewards.length === 0 ? NO_REWARD : NO_TEST;
  const slices: Tests[] = [
    { slice: '', results: rewards.flatMap(([, { results }]) => results) },
    ...rewards.flatMap(([name, { results }]) => slicesOf(world, `reward=${name}`, results)),
  ];
  return slices.flatMap((tests) => rowsOf(tests, why));
}

function slicesOf({ areas }: World, reward: string, results: readonly AreaResult[]): Tests[] {
  if (results.length === 0) return [];
  return [
    { slice: reward, results },
    ...areas.names.flatMap((name, area): Tests[] => {
      const own = results.filter((result) => result.area === area).sort((a, b) => a.test - b.test);
      if (own.length === 0) return [];
      const ofArea = joinSlices(reward, `area=${name}`);
      return [
        { slice: ofArea, results: own },
        ...own.map((result) => ({
          slice: joinSlices(ofArea, `test=${result.test + 1}`),
          results: [result],
        })),
      ];
    }),
  ];
}

/** Chance to pass of an area whose demand truly changed as in this run; without luck it is certain. */
function chanceOf({ baseline, demand, threshold, luck, passed }: AreaResult): number {
  return luck > 0 ? normalCdf((1 - demand / baseline - threshold) / luck) : Number(passed);
}

function rowsOf({ slice, results }: Tests, why: string): MeasureRow[] {
  const sum = (of: (result: AreaResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  const total = (measure: string, of: (result: AreaResult) => number): MeasureRow =>
    valueRow(measure, slice, results.length === 0 ? null : sum(of), why);
  const mean = (measure: string, of: (result: AreaResult) => number): MeasureRow =>
    ratioRow(measure, slice, sum(of), results.length, why);
  // Without any demand before there is no change, and nothing that luck could do.
  const known = results.filter(({ baseline, twinBaseline }) => baseline > 0 && twinBaseline > 0);
  const whyNot = results.length === 0 ? why : NO_DEMAND;
  const meanKnown = (measure: string, of: (result: AreaResult) => number): MeasureRow =>
    ratioRow(
      measure,
      slice,
      known.reduce((all, result) => all + of(result), 0),
      known.length,
      whyNot,
    );
  const change = (after: number, before: number): number | null => (before > 0 ? after / before - 1 : null);
  const gross = change(
    sum(({ demand }) => demand),
    sum(({ baseline }) => baseline),
  );
  const anyway = change(
    sum(({ twinDemand }) => twinDemand),
    sum(({ twinBaseline }) => twinBaseline),
  );
  const passed = results.filter((result) => result.passed);
  return [
    total('areas.baseline', ({ baseline }) => baseline),
    total('areas.demand', ({ demand }) => demand),
    valueRow('areas.change', slice, gross, whyNot),
    valueRow('areas.twinChange', slice, anyway, whyNot),
    valueRow('areas.added', slice, gross === null || anyway === null ? null : gross - anyway, whyNot),
    mean('areas.threshold', ({ threshold }) => -threshold),
    meanKnown('areas.luck', ({ luck }) => luck),
    mean('areas.passed', (result) => Number(result.passed)),
    mean('areas.twinPassed', ({ twinPassed }) => Number(twinPassed)),
    meanKnown('areas.luckPass', ({ threshold, luck }) => (luck > 0 ? normalCdf(-threshold / luck) : 0)),
    meanKnown('areas.chance', chanceOf),
    ratioRow(
      'areas.deadweight',
      slice,
      passed.filter(({ twinPassed }) => twinPassed).length,
      passed.length,
      results.length === 0 ? why : 'no test was passed',
    ),
    total('areas.reward', ({ paid }) => paid),
    total('areas.rewardAdded', ({ paid, twinPaid }) => paid - twinPaid),
  ];
}
