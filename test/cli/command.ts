import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const commandPath = fileURLToPath(new URL('../../dist/streetlevel.js', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Text for standard input. */
  input?: string;
  /** Called with the process once it runs. */
  onStart?: (child: ChildProcess) => void;
}

/** Runs the built command, as a user would, and waits for its end. */
export function streetlevel(words: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [commandPath, ...words], {
      cwd: options.cwd,
      env: options.env,
      stdio: 'pipe',
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (bytes) => (out += bytes));
    child.stderr.on('data', (bytes) => (err += bytes));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    options.onStart?.(child);
  });
}

/** Waits for what a command that runs brings about, such as a file. */
export async function until(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 5));
}
