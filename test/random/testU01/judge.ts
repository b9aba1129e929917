import type { StreamRecord, Suspicion } from './record.ts';

/** One statistic of a battery. */
export interface Statistic {
  /** Number of the test in the battery, by which it can be run again. */
  number: number;
  test: string;
  p: number;
}

/** Beyond this, on either side, a statistic fails: by chance 2e-10 of them. */
export const FAILS = 1e-10;
/** Beyond this, on either side, it is suspicious and run again with another seed: by chance 2e-4 of them. */
export const SUSPICIOUS = 1e-4;

const beyond = (p: number, bound: number): boolean => !(p >= bound && p <= 1 - bound);

/** Statistics that fail or are suspicious. */
export const suspects = (statistics: readonly Statistic[]): Statistic[] =>
  statistics.filter(({ p }) => beyond(p, SUSPICIOUS));

/**
 * Whether a stream passes: no statistic fails, and none is suspicious again with another seed. A good generator is refused
 * with a chance of about 2e-10 + 4e-8 a statistic.
 */
export function passes(statistics: readonly Statistic[], again: readonly Suspicion[]): boolean {
  return (
    statistics.length > 0 &&
    statistics.every(({ p }) => !beyond(p, FAILS)) &&
    again.every((one) => !beyond(one.again, SUSPICIOUS))
  );
}

/** The lowest and the highest p-value. */
export function extremes(statistics: readonly Statistic[]): Pick<StreamRecord, 'lowest' | 'highest'> {
  const sorted = [...statistics].sort((a, b) => a.p - b.p).map(({ test, p }) => ({ test, p }));
  return { lowest: sorted[0], highest: sorted[sorted.length - 1] };
}

/** Reads what the driver prints. Throws where it is no such output. */
export function readStatistics(output: string): { statistics: Statistic[]; words: number } {
  const lines = output.trimEnd().split('\n');
  const [mark, words] = lines.pop()!.split('\t');
  if (mark !== 'words') throw new Error(`the battery did not come to its end:\n${output}`);
  const statistics = lines.map((line) => {
    const [number, test, p] = line.split('\t');
    return { number: Number(number), test, p: Number(p) };
  });
  if (statistics.some(({ p }) => Number.isNaN(p))) throw new Error(`no p-value:\n${output}`);
  return { statistics, words: Number(words) };
}
