import { passes, readStatistics, type Statistic } from './judge.ts';
import { CRUSH_TESTS } from './places.ts';
import { constant, pipeInto, type Stream } from './streams.ts';
import type { Tools } from './tools.ts';

export interface Tested {
  statistics: Statistic[];
  millionWords: number;
  seconds: number;
}

/** Tests that read words: `run` with some of its tests only, by number, or all; words from draw `start` on. */
export interface Battery {
  name: string;
  tests: number;
  run(stream: Stream, seed: string, only?: readonly number[], start?: number): Promise<Tested>;
}

const TESTS = { small: 10, crush: CRUSH_TESTS };

/** SmallCrush or Crush of TestU01, by the driver. */
export function testU01(root: string, driver: string, size: keyof typeof TESTS): Battery {
  return {
    name: size === 'small' ? 'SmallCrush (TestU01)' : 'Crush (TestU01)',
    tests: TESTS[size],
    async run(stream, seed, only, start) {
      const words = [driver, size, ...(stream.reversed ? ['reversed'] : [])];
      if (only) words.push(`tests=${only.join(',')}`);
      const { output, seconds } = await pipeInto(root, stream, seed, words, start);
      const read = readStatistics(output);
      return { statistics: read.statistics, millionWords: read.words / 1e6, seconds };
    },
  };
}

/** Tests of dieharder that together take about as long as SmallCrush: birthdays, ranks, counts of ones, runs, bits, pairs, sums. */
const DIEHARDER = [0, 2, 8, 10, 15, 100, 101, 102, 200, 204];

/** What stands in for TestU01 where that cannot be had. It cannot turn bits round: such streams are tested straight. */
export function dieharder(root: string): Battery {
  return {
    name: 'dieharder',
    tests: DIEHARDER.length,
    async run(stream, seed, only = DIEHARDER, start) {
      const each = `for test in ${only.join(' ')}; do dieharder -g 200 -d $test || exit; done`;
      const { output, seconds } = await pipeInto(root, stream, seed, ['bash', '-c', each], start);
      return { statistics: readDieharder(output), millionWords: Number.NaN, seconds };
    },
  };
}

/** Rows of its table: name, tuple, samples, repetitions, p-value, and its own word on it. */
export function readDieharder(output: string): Statistic[] {
  const rows = output.matchAll(/^\s*(\w+)\|\s*(\d+)\|\s*\d+\|\s*\d+\|([\d.]+)\|/gm);
  const seen = new Map<string, number>();
  const statistics = [...rows].map(([, name, tuple, p]) => {
    const title = tuple === '0' ? name : `${name} ${tuple}`;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    return { number: numbers[name], test: nth === 1 ? title : `${title} (${nth})`, p: Number(p) };
  });
  if (statistics.length === 0) throw new Error(`no table of dieharder:\n${output}`);
  return statistics;
}

const numbers: Record<string, number> = {
  diehard_birthdays: 0,
  diehard_rank_32x32: 2,
  diehard_count_1s_str: 8,
  diehard_parking_lot: 10,
  diehard_runs: 15,
  sts_monobit: 100,
  sts_runs: 101,
  sts_serial: 102,
  rgb_bitdist: 200,
  rgb_kstest_test: 204,
};

/** The battery for the tools at hand. */
export function smallBattery(root: string, tools: Exclude<Tools, { none: string }>): Battery {
  return 'testU01' in tools ? testU01(root, tools.testU01, 'small') : dieharder(root);
}

/** Whether a battery refuses words that are all alike: one that did not would pass anything. */
export async function refusesConstants(battery: Battery, test: number): Promise<boolean> {
  const { statistics } = await battery.run(constant, '', [test]);
  return !passes(statistics, []);
}
