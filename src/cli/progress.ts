import type { SingleBar } from 'cli-progress';

/** Shows how far a run is. */
export interface Progress {
  /** Replicates done, and of how many where that has changed. */
  update(done: number, total?: number): void;
  stop(): void;
}

/** A bar on a terminal, and nothing in a pipe or with `--quiet`. It appears when the total is known. */
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
    formatTime: (seconds, options, roundTo) =>
      Number.isFinite(seconds) ? cliProgress.Format.TimeFormat(seconds, options, roundTo) : 'some time',
  });
  let started = false;
  const start = (all: number, value: number) => {
    if (all <= 0) return;
    started = true;
    bar.start(all, value);
  };
  start(total, done);
  return {
    update(value, newTotal) {
      if (!started) start(newTotal ?? total, value);
      else if (newTotal !== undefined) bar.setTotal(newTotal);
      if (started) bar.update(value);
    },
    stop: () => bar.stop(),
  };
}
