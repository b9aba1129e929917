import type { SingleBar } from 'cli-progress';
import { say } from './output.ts';
import { inTime, TimeLeft } from './timeLeft.ts';

/** Shows how far a run is. */
export interface Progress {
  /** Replicates done, and of how many where that has changed. */
  update(done: number, total?: number): void;
  /** Says a line; the bar goes on below it. */
  line(text: string): void;
  /** What stands behind the bar. */
  note(text: string): void;
  stop(): void;
}

/** A bar on a terminal, and nothing in a pipe or with `--quiet`. It appears when the total is known. */
export async function openProgress(total: number, done: number, quiet: boolean): Promise<Progress> {
  if (quiet || !process.stderr.isTTY)
    return { update() {}, line: (text) => say(quiet, text), note() {}, stop() {} };
  const { default: cliProgress } = await import('cli-progress');
  const bar: SingleBar = new cliProgress.SingleBar({
    format: '{bar} {value}/{total} replicates · {left} left{note}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    stream: process.stderr,
  });
  let started = false;
  // The bar's own reckoning goes by a clock that may be set meanwhile.
  let timeLeft: TimeLeft | undefined;
  const start = (all: number, value: number) => {
    if (all <= 0) return;
    started = true;
    timeLeft = new TimeLeft(value);
    bar.start(all, value, { note: '', left: 'some time' });
  };
  const leftAt = (value: number) => {
    const seconds = timeLeft?.at(value, bar.getTotal());
    return seconds === undefined ? 'some time' : inTime(seconds);
  };
  start(total, done);
  return {
    update(value, newTotal) {
      if (!started) start(newTotal ?? total, value);
      else if (newTotal !== undefined) bar.setTotal(newTotal);
      if (started) bar.update(value, { left: leftAt(value) });
    },
    line(text) {
      if (!started) return say(quiet, text);
      process.stderr.write('\r\x1b[K');
      say(quiet, text);
      bar.render();
    },
    note(text) {
      if (started) bar.update({ note: text });
    },
    stop: () => bar.stop(),
  };
}
