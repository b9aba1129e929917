import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Battery, Tested } from './batteries.ts';
import { extremes, passes, suspects } from './judge.ts';
import { APART } from './places.ts';
import type { StreamRecord, Suspicion } from './record.ts';
import { nameOf, type Stream } from './streams.ts';

const seedOf = (stream: Stream): string => `randomness ${nameOf(stream)}`;

/** Runs a battery over one stream, and again over other luck whatever was suspicious. */
export async function tryStream(battery: Battery, stream: Stream): Promise<StreamRecord> {
  return recordOf(battery, stream, await battery.run(stream, seedOf(stream)));
}

/**
 * Runs every test of a battery (or some) by itself, each from a place of the stream of its own, so that tests can run beside each other
 * and a stopped trial goes on: what is finished stands in the file `done`, which only trials of the same code share.
 */
export async function tryByTest(
  battery: Battery,
  stream: Stream,
  tests: readonly number[],
  jobs: number,
  done: string,
  say: (text: string) => void,
): Promise<StreamRecord> {
  mkdirSync(dirname(done), { recursive: true });
  const finished = new Map<number, Tested>();
  if (existsSync(done))
    for (const line of readFileSync(done, 'utf8').split('\n').filter(Boolean)) {
      const { test, ...tested } = JSON.parse(line);
      finished.set(test, tested);
    }
  const left = tests.filter((test) => !finished.has(test));
  await inParallel(left, jobs, async (test) => {
    const tested = await battery.run(stream, seedOf(stream), [test], test * APART);
    appendFileSync(done, `${JSON.stringify({ test, ...tested })}\n`);
    finished.set(test, tested);
    say(
      `test ${test}: ${tested.statistics.map(({ p }) => p.toPrecision(3)).join(', ')} (${Math.round(tested.seconds)} s)`,
    );
  });
  const all = tests.map((test) => finished.get(test)!);
  return recordOf(battery, stream, {
    statistics: all.flatMap(({ statistics }) => statistics),
    millionWords: all.reduce((sum, one) => sum + one.millionWords, 0),
    seconds: all.reduce((sum, one) => sum + one.seconds, 0),
  });
}

async function recordOf(battery: Battery, stream: Stream, tested: Tested): Promise<StreamRecord> {
  const { statistics, millionWords, seconds } = tested;
  const suspicious: Suspicion[] = [];
  for (const { number, test, p } of suspects(statistics)) {
    const other = await battery.run(stream, `${seedOf(stream)} again`, [number]);
    const again = other.statistics.find((one) => one.test === test)!.p;
    suspicious.push({ test, p, again });
  }
  return {
    walk: stream.walk,
    word: stream.word,
    reversed: stream.reversed,
    seed: seedOf(stream),
    statistics: statistics.length,
    millionWords: Math.round(millionWords),
    ...extremes(statistics),
    suspicious,
    passed: passes(statistics, suspicious),
    seconds: Math.round(seconds),
  };
}

/** Does something for each item, so many at once; gives what came of it in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  jobs: number,
  act: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await act(items[at]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, work));
  return results;
}

/** Where finished tests of a long trial of one code stand. */
export const doneFile = (root: string, name: string, commit: string): string =>
  join(root, 'node_modules/.cache/streetlevel', `${name}-${commit.replaceAll(' ', '-')}.jsonl`);
