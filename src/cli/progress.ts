import type { SingleBar } from 'cli-progress';

/** Shows how far a run is. */
export interface Progress {
  /** Replicates done, and of how many where that has changed. */
  update(done: number, total?: number): void;
  stop(): void;
}

/** A bar on a terminal, and nothing in a pipe or with `--quiet`. */
export async function openProgress(total: number, done: number, quiet: boolean): Promise<Progress> {
  if (quiet || !process.stderr.isTTY) return { update() {}, stop() {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar: SingleBar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} replicates · {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    stream: process.stderr,
    etaBuffer: 20,
  });
  bar.start(total, done);
  return {
    update(value, newTotal) {
      if (newTotal !== undefined) bar.setTotal(newTotal);
      bar.update(value);
    },
    stop: () => bar.stop(),
  };
}
