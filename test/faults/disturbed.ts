import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface DisturbedOptions {
  /** The folder of the project, whose built command is run. */
  root: string;
  /** Where the scenario lies. */
  cwd: string;
  /** The folder in which the results folder will stand. */
  under: string;
  words: readonly string[];
  /** Kills the process outright in the middle of this operation on files: counted from 1, or as the list of them has it. */
  killAtOperation?: number | string;
  /** Kills its whole group so many milliseconds after its start. */
  killAfter?: number;
  /** Told of the process as soon as it runs. */
  onStart?: (child: ChildProcess) => void;
}

export interface Disturbed {
  /** Null where it was killed. */
  code: number | null;
  out: string;
  err: string;
  milliseconds: number;
  /** What it did to files, where it came to its end. */
  operations: string[] | undefined;
}

/** Runs the built command in a process group of its own, and kills it if asked. */
export function disturbed(options: DisturbedOptions): Promise<Disturbed> {
  const { root, cwd, under, words, killAtOperation, killAfter, onStart } = options;
  const journal = join(cwd, 'journal.json');
  rmSync(journal, { force: true });
  const command = ['--import', join(root, 'test/faults/journal.mjs'), join(root, 'dist/streetlevel.js')];
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...command, ...words], {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        FAULT_UNDER: under,
        FAULT_JOURNAL: journal,
        ...(killAtOperation !== undefined && { FAULT_KILL_AT: String(killAtOperation) }),
      },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (bytes) => (out += bytes));
    child.stderr.on('data', (bytes) => (err += bytes));
    child.on('error', reject);
    const timer = killAfter === undefined ? undefined : setTimeout(() => killGroup(child), killAfter);
    child.on('close', (code) => {
      clearTimeout(timer);
      const operations = existsSync(journal) ? JSON.parse(readFileSync(journal, 'utf8')) : undefined;
      resolve({ code, out, err, milliseconds: performance.now() - began, operations });
    });
    onStart?.(child);
  });
}

function killGroup({ pid }: ChildProcess): void {
  try {
    process.kill(-pid!, 'SIGKILL');
  } catch (error) {
    // It came to its end in this very moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
