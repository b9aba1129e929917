/** Updates by which the pace is told. */
const MOST_SEEN = 20;

/** How long the rest of some work takes, by how fast the last of it went. */
export class TimeLeft {
  private seen: { done: number; at: number }[] = [];
  private now: () => number;

  /** `now` gives milliseconds. The usual clock is one that nobody sets: neither summer time nor a correction moves it. */
  constructor(done: number, now: () => number = () => performance.now()) {
    this.now = now;
    this.seen.push({ done, at: now() });
  }

  /** Seconds from now until `total` is done, at the pace of the last updates; undefined while nothing was done in them. */
  at(done: number, total: number): number | undefined {
    this.seen.push({ done, at: this.now() });
    if (this.seen.length > MOST_SEEN) this.seen.shift();
    const [first] = this.seen;
    const last = this.seen.at(-1)!;
    if (last.done <= first.done) return undefined;
    const seconds = (last.at - first.at) / 1000 / (last.done - first.done);
    return Math.max(0, Math.ceil(seconds * (total - done)));
  }
}

/** Seconds as a person reads them: `42s`, `3m05s`, `131h20m`. */
export function inTime(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`;
  return `${Math.floor(seconds / 3600)}h${two(Math.floor((seconds % 3600) / 60))}m`;
}
