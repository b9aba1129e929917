import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../support/bytesOf.ts';
import { type Disturbed, type DisturbedOptions, disturbed } from './disturbed.ts';
import { type Expected, finalProblems, inspect, type Phase } from './inspect.ts';
import type { Undertaking } from './undertakings.ts';

/** When a command is ended: at a share of its life, by the clock or by the operations on files that it does. */
export interface Moment {
  by: 'clock' | 'operation';
  share: number;
  /** The operation itself in place of a share of them. */
  at?: string;
  /** Ctrl-C in place of a kill: it leaves a stopped run, from whose folder the next one copies what it needs. */
  stop?: boolean;
}

/** A kill that was tried. */
export interface Tried {
  by: Moment['by'] | 'stop';
  share: number;
  /** How far the command was; absent where it was done before its moment came. */
  phase?: Phase;
  kept: number;
  /** Replicates that were in the tables and not yet counted. */
  uncounted: number;
}

export interface Outcome {
  tried: Tried[];
  /** Replicates or points that the last run did itself. */
  fresh: number;
  problems: string[];
}

/** What an undisturbed command does. */
export interface Undisturbed extends Expected {
  milliseconds: number;
  operations: number;
  /** What its results take on a disk. */
  kilobytes: number;
}

/** Where trials are made. */
export interface Place {
  root: string;
  /** Holds the scenario. */
  cwd: string;
}

export async function undisturbed({ words, counts }: Undertaking, place: Place): Promise<Undisturbed> {
  const under = fresh(place.cwd, 'undisturbed');
  const { code, err, operations, milliseconds } = await disturbed({
    ...place,
    under,
    words: [...words, '--out', join(under, 'out')],
  });
  if (code !== 0 || !operations) throw new Error(`${words.join(' ')} ended with ${code}: ${err}`);
  return {
    bytes: bytesOf(join(under, 'out'), ['manifest.json']),
    total: doneIn(operations, counts),
    milliseconds,
    operations: operations.length,
    kilobytes: kilobytesOf(join(under, 'out')),
  };
}

/** Ends a command at each of the moments, goes on with it after each, and says what came of it. */
export async function trial(
  { words, counts }: Undertaking,
  moments: readonly Moment[],
  expected: Undisturbed,
  place: Place,
): Promise<Outcome> {
  const under = fresh(place.cwd, 'disturbed');
  const out = join(under, 'out');
  const go = (isFirst: boolean, how: Partial<DisturbedOptions> = {}): Promise<Disturbed> =>
    disturbed({ ...place, under, words: [...words, '--out', out, ...(isFirst ? [] : ['--resume'])], ...how });
  const tried: Tried[] = [];
  const problems: string[] = [];
  let kept = 0;
  for (const [i, moment] of moments.entries()) {
    const { code, err } = await go(i === 0, howTo(moment, expected));
    const left = inspect(under, counts, expected);
    problems.push(...left.problems);
    if (left.kept < kept) problems.push(`of ${kept} kept ${counts}s ${left.kept} are left`);
    kept = left.kept;
    if (code !== null && code !== 0 && code !== 130) problems.push(`ended with ${code}: ${err}`);
    const by = moment.stop ? 'stop' : moment.by;
    const { phase, uncounted } = left;
    tried.push({ by, share: moment.share, kept, uncounted, ...(code !== 0 && { phase }) });
  }
  const { code, err, operations } = await go(false);
  if (code !== 0) problems.push(`resumed, it ended with ${code}: ${err}`);
  else problems.push(...finalProblems(under, expected));
  const done = doneIn(operations ?? [], counts);
  if (done !== expected.total - kept)
    problems.push(`${done} ${counts}s were done after ${kept} of ${expected.total} were kept`);
  return { tried, fresh: done, problems };
}

function howTo(
  { by, share, at, stop }: Moment,
  { milliseconds, operations }: Undisturbed,
): Partial<DisturbedOptions> {
  if (stop) return { onStart: (child) => void setTimeout(() => child.kill('SIGINT'), share * milliseconds) };
  return by === 'clock'
    ? { killAfter: share * milliseconds }
    : { killAtOperation: at ?? 1 + Math.floor(share * operations) };
}

/** Replicates or points that a command did itself, by what it wrote: the rows of a replicate at once, a point as a file. */
export function doneIn(operations: readonly string[], counts: Undertaking['counts']): number {
  if (counts === 'point')
    return operations.filter((line) => /^renameSync \S*\/points\/\w+\.json$/.test(line)).length;
  const writes = operations.filter((line) => /^writeSync \S*\/measures\.csv$/.test(line)).length;
  // Whoever begins anew writes the names of the columns first; whoever goes on cuts off what is behind the state.
  const isNew = !operations.some((line) => /^ftruncateSync \S*\/measures\.csv$/.test(line));
  return isNew ? Math.max(0, writes - 1) : writes;
}

/** By whole blocks of 4 kB, as most disks have them. */
function kilobytesOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.reduce((sum, name) => sum + 4 * Math.ceil(statSync(join(folder, name)).size / 4096), 0);
}

function fresh(cwd: string, name: string): string {
  const path = join(cwd, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
  if (readdirSync(path).length > 0) throw new Error(`${path} is not empty`);
  return path;
}
