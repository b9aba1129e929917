import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('one-node.sh', import.meta.url));
const needed = ['munged', 'slurmctld', 'slurmd', 'sbatch'];

/** Why no Slurm can be started here; undefined where one can. */
export function whyNoSlurm(): string | undefined {
  const missing = needed.filter(
    (name) => spawnSync('sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin command -v ${name}`]).status !== 0,
  );
  if (missing.length > 0)
    return `${missing.join(', ')} is missing: apt-get install --no-install-recommends slurm-wlm munge`;
  return process.getuid?.() === 0 ? undefined : 'only root can start a Slurm';
}

/** A Slurm of this machine alone. Whoever starts it stops it, also after a failure. */
export class OneNode {
  readonly env: NodeJS.ProcessEnv;
  private folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'one-node-'));
    this.env = { ...process.env, SLURM_CONF: join(this.folder, 'slurm.conf') };
    // Daemons keep what they inherit open: a pipe would never end.
    execFileSync(script, ['start', this.folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  }

  stop(): void {
    execFileSync(script, ['stop', this.folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a program of Slurm says. */
  ask(program: string, ...words: string[]): string {
    return execFileSync(program, words, { env: this.env, encoding: 'utf8' });
  }

  /** Names of array tasks in a state, such as `17_0`. */
  tasks(state: string): string[] {
    const words = ['--noheader', '--array', '--format=%i', `--states=${state}`];
    return this.ask('squeue', ...words)
      .split('\n')
      .filter(Boolean);
  }
}
