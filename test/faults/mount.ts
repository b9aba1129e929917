import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

const run = (words: string[]) => {
  const [command, ...rest] = words;
  const { status, stderr, error } = spawnSync(command, rest, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')}: ${error?.message ?? stderr}`);
};

/** A disk of its own, as small as is asked for. */
export class SmallDisk {
  readonly path: string;

  constructor(path: string, kilobytes: number) {
    this.path = path;
    mkdirSync(path);
    run(['mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'streetlevel-test', path]);
  }

  /** Makes it larger, or so that it cannot be written. */
  change(options: `size=${number}k` | 'ro' | 'rw'): void {
    run(['mount', '-o', `remount,${options}`, this.path]);
  }

  remove(): void {
    run(['umount', '--lazy', this.path]);
  }
}

/**
 * Why no disk can be mounted here: that needs root. Then its tests are left out, and say so; with `CI` set that is a
 * failure, where a machine without it is a wrong machine.
 */
export function whyNoDisks(path: string): string | undefined {
  try {
    new SmallDisk(path, 16).remove();
    return undefined;
  } catch (error) {
    const why = `no disk can be mounted here, which needs root: ${(error as Error).message.trim()}`;
    if (process.env.CI) throw new Error(why);
    console.warn(`!! TESTS OF FULL AND READ-ONLY DISKS ARE LEFT OUT: ${why}`);
    return why;
  }
}
