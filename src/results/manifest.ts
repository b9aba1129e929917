import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { packageRoot, packageVersion } from '../backends/packageFiles.ts';
import type { ManifestFacts } from '../charts/tables.ts';
import type { RunIdentity } from './runIdentity.ts';

/** `manifest.json`: what was run, where and when. The only file of a folder that differs between equal runs. */
export interface Manifest extends ManifestFacts {
  format: 1;
  /** The design with which the others are compared. */
  base: string;
  identity: RunIdentity;
  /** The command line as typed. */
  commandTyped: string;
  /** UTC, ISO 8601, by the clock of the machine; of the last session where a run was resumed. */
  started: string;
  ended: string;
  /** How long it took, whatever happened to that clock meanwhile. */
  seconds: number;
  /** The replicate from which the last session went on; 0 unless resumed. */
  resumedFrom: number;
  host: HostFacts;
  /** What the run warned of. */
  warnings: string[];
  /** Of a study: points asked for, done and failed. */
  points?: { asked: number; done: number; failed: number };
}

/** When work began and ended, as a manifest says it. */
export type Times = Pick<Manifest, 'started' | 'ended' | 'seconds'>;

/** Begins to time work; what is returned ends it. */
export function startTiming(): () => Times {
  const started = new Date().toISOString();
  const from = performance.now();
  return () => ({
    started,
    ended: new Date().toISOString(),
    seconds: Math.round(performance.now() - from) / 1000,
  });
}

export interface HostFacts {
  node: string;
  platform: string;
  cpu: string;
  cores: number;
  memoryGigabytes: number;
  threads: number;
}

export function hostFacts(threads: number): HostFacts {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    threads,
  };
}

/** What results say of the program that made them. */
export function thisProgram(): { version: string; commit?: string } {
  const commit = programCommit();
  return { version: packageVersion(), ...(commit && { commit }) };
}

/**
 * The commit of this program if it runs from its own work tree, with `-dirty` where tracked files are changed;
 * undefined for an installed package, or where git does not answer.
 */
function programCommit(): string | undefined {
  if (!existsSync(join(packageRoot, '.git'))) return undefined;
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'], {
      cwd: packageRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5000,
    }).trim();
  } catch {
    return undefined;
  }
}
