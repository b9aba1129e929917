import type { TableColumn } from '../../../src/simulation/index.ts';
import type { Numbers } from '../runs.ts';

/** Weeks from referral within which a job start counts as a placement: the two years for which programmes report. */
const PLACED_WITHIN = 104;
/** Weeks that a first job has to last, of the 4, 12 and 26 that are published for Australia (docs/evidence.md). */
const LASTING = 26;

/** Counts of clients by slice, each a share of some. */
class Shares {
  private readonly counts = new Map<string, [yes: number, all: number]>();

  count(name: string, slices: readonly string[], yes: boolean): void {
    for (const slice of slices) {
      const key = `${name}${slice}`;
      const now = this.counts.get(key) ?? [0, 0];
      this.counts.set(key, [now[0] + (yes ? 1 : 0), now[1] + 1]);
    }
  }

  get numbers(): Numbers {
    return Object.fromEntries([...this.counts].map(([key, [yes, all]]) => [key, yes / all]));
  }
}

/**
 * What no measure tells and the client table does, where the pathway has jobs that are started and lost, in the whole and by
 * fifth of need: `jobs.placed`, the share of attached clients with a job start within two years of referral, in the programme or
 * after it; `jobs.lasting`, the share of first jobs that were not lost within half a year, of those begun half a year before the
 * end; `jobs.neither`, the share of attached clients who left before their time and never had a job; and `referred[group=...]`,
 * the number of clients by group.
 */
export function clientNumbers(columns: readonly TableColumn[]): Numbers {
  const column = (name: string): ArrayLike<unknown> | undefined => {
    const found = columns.find((each) => each.name === name);
    return found?.type === 'WORD' ? Array.from(found.data, (word) => found.words[word]) : found?.data;
  };
  const [started, lost] = [column('first.jobStart'), column('first.jobLoss')] as ArrayLike<number>[];
  const [fifth, referred, ended] = ['fifth', 'referredWeek', 'endedWeek'].map(column) as ArrayLike<number>[];
  const [status, group] = ['status', 'group'].map(column) as ArrayLike<string>[];
  const sizes: Record<string, number> = {};
  const shares = new Shares();
  let end = 0;
  for (const weeks of [ended, started ?? [], lost ?? []])
    for (let row = 0; row < weeks.length; row++) end = Math.max(end, weeks[row]);
  for (let row = 0; row < status.length; row++) {
    const key = `referred[group=${group[row]}]`;
    sizes[key] = (sizes[key] ?? 0) + 1;
    const attached = ['attached', 'droppedOut', 'completed'].includes(status[row]);
    if (!attached || started === undefined || lost === undefined) continue;
    const slices = ['', `[fifth=${fifth[row]}]`];
    const start = started[row];
    shares.count('jobs.placed', slices, start >= 0 && start - referred[row] < PLACED_WITHIN);
    shares.count('jobs.neither', slices, status[row] === 'droppedOut' && start < 0);
    if (start >= 0 && start + LASTING <= end)
      shares.count('jobs.lasting', slices, lost[row] < 0 || lost[row] - start >= LASTING);
  }
  return { ...sizes, ...shares.numbers };
}
