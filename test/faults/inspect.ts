import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../support/bytesOf.ts';

/** How far a command had come when it was killed, by what it left. */
export const phases = ['start', 'work', 'writing', 'moving', 'in place'] as const;
export type Phase = (typeof phases)[number];

export interface Left {
  phase: Phase;
  /** Replicates or points that a later run must not do again. */
  kept: number;
  /** Whole replicates in the tables that the stored state does not count yet: a later run does them again. */
  uncounted: number;
  /** What should not be. */
  problems: string[];
}

export interface Expected {
  bytes: Record<string, string>;
  /** Replicates or points of the whole, the scenario as it stands among the latter. */
  total: number;
}

const exceptManifest = ['manifest.json'];
/** A lock whose process is dead: it says so, and goes with the next command. */
const exceptLock = ['manifest.json', '.lock'];

/** Looks at what a killed command left in the folder `under`, where its results were to be `under/out`. */
export function inspect(under: string, counts: 'replicate' | 'point', expected: Expected): Left {
  const place = join(under, 'out');
  const work = join(under, '.out.partial');
  const allowed = ['out', '.out.partial', '.out.replaced', '.out.discarded'];
  const strange = readdirSync(under).filter((name) => !allowed.includes(name));
  const problems = strange.map((name) => `${name} stands beside the results`);
  if (existsSync(place)) {
    const manifest = json(join(place, 'manifest.json'));
    if (manifest === undefined) problems.push('the folder has its final name and no manifest');
    else if (manifest.partial) problems.push(...unreadable(place));
    else problems.push(...differences(place, expected, exceptLock));
    if (manifest?.partial === false)
      return { phase: 'in place', kept: expected.total, uncounted: 0, problems };
  }
  if (json(join(work, 'manifest.json'))?.partial === false)
    return { phase: 'moving', kept: expected.total, uncounted: 0, problems };
  const kept = Math.max(keptIn(work, counts), keptIn(place, counts));
  const uncounted = counts === 'replicate' ? Math.max(0, replicatesIn(work) - kept) : 0;
  const isWriting = existsSync(join(work, 'summary.json')) || existsSync(join(work, 'front'));
  const phase = isWriting ? 'writing' : kept > 0 || uncounted > 0 ? 'work' : 'start';
  return { phase, kept, uncounted, problems };
}

/** In what a finished folder is not the undisturbed one; nothing else may stand beside it. */
export function finalProblems(under: string, expected: Expected): string[] {
  const beside = readdirSync(under).filter((name) => name !== 'out');
  return [
    ...beside.map((name) => `${name} is left beside the results`),
    ...differences(join(under, 'out'), expected, exceptManifest),
  ];
}

function differences(folder: string, { bytes }: Expected, except: readonly string[]): string[] {
  const found = bytesOf(folder, except);
  const names = [...new Set([...Object.keys(bytes), ...Object.keys(found)])];
  return names
    .filter((name) => bytes[name] !== found[name])
    .map(
      (name) => `${name} ${!bytes[name] ? 'should not be there' : !found[name] ? 'is missing' : 'differs'}`,
    );
}

/** Files of a stopped run that no reader could take. */
function unreadable(folder: string): string[] {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.json'),
  );
  const broken = names
    .filter((name) => json(join(folder, name)) === undefined)
    .map((name) => `${name} is broken`);
  return existsSync(join(folder, '.state.json')) ? broken : [...broken, 'a stopped run has no state'];
}

function keptIn(folder: string, counts: 'replicate' | 'point'): number {
  const state = json(join(folder, '.state.json'));
  if (state === undefined) return 0;
  if (counts === 'replicate') return state.done;
  const points = join(folder, 'points');
  return readdirSync(points).filter((name) => name.endsWith('.json') && json(join(points, name))).length;
}

/** Replicates of which every row stands in the tables. */
function replicatesIn(folder: string): number {
  const path = join(folder, 'measures.csv');
  if (!existsSync(path)) return 0;
  const lines = readFileSync(path, 'utf8').split('\n');
  // The rows of a replicate are written at once; the last line may be cut off.
  return lines.length < 3 ? 0 : Number(lines.at(-2)!.split(',')[1]) + (lines.at(-1) === '' ? 1 : 0);
}

// biome-ignore lint/suspicious/noExplicitAny: files of several kinds are looked at
function json(path: string): any {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
