import { UsageError } from '../usageError.ts';

/**
 * Reads `--weeks`: `12`, `12-20`, `12-` or `-20`, counted from 1 as they are told. Returns them counted from 0, both
 * included; all weeks of the run where nothing is given.
 */
export function readWeeks(text: string | undefined, weeks: number): { from: number; to: number } {
  if (text === undefined) return { from: 0, to: weeks - 1 };
  const match = /^(?:(\d+)|(\d+)?[-–:](\d+)?)$/.exec(text.trim());
  const [, one, first, last] = match ?? [];
  const from = Number(one ?? first ?? 1);
  const to = Number(one ?? last ?? weeks);
  if (match === null || (one === undefined && first === undefined && last === undefined))
    throw new UsageError(`--weeks takes a week or a span of weeks, such as 12 or 12-20, not "${text}".`);
  if (from < 1 || to < from || from > weeks)
    throw new UsageError(
      `--weeks ${text}: the run has the weeks 1 to ${weeks}, and a span goes from an earlier to a later one.`,
    );
  return { from: from - 1, to: Math.min(to, weeks) - 1 };
}
