import { cpus } from 'node:os';
import { FLAGS } from './compiler.ts';
import { median, type Timed } from './versions.ts';

/** Prints rows under heads, the first column to the left and the others to the right. */
function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at].length)));
  for (const row of [heads, ...rows])
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '),
    );
}

/** Prints what the versions took for each unit of work, and how often the yardstick's time that is. */
export function printTimes(
  timed: readonly Timed[],
  unit: string,
  units: (counts: Timed['counts'][number]) => number,
): void {
  const nanoseconds = timed.map(({ seconds, counts }) =>
    seconds.map((one, at) => (one * 1e9) / units(counts[at])),
  );
  const yardstick = timed.findIndex(({ name }) => name.startsWith('C,'));
  const rows = timed.map(({ name }, at) => {
    const own = nanoseconds[at];
    // Rounds are compared within themselves: what else the machine did fell on all alike.
    const ratio =
      yardstick < 0
        ? ''
        : `${median(own.map((one, round) => one / nanoseconds[yardstick][round])).toFixed(2)}`;
    return [
      name,
      median(own).toFixed(0),
      `${Math.min(...own).toFixed(0)}-${Math.max(...own).toFixed(0)}`,
      (1000 / median(own)).toFixed(2),
      ratio,
    ];
  });
  printTable(['', `ns ${unit}`, 'range', 'million/s', 'x C'], rows);
  console.log(agreement(timed));
}

/** Hours may differ by so much, as a share: sums come in another order. */
const ROUNDING = 1e-12;

/** Whether all versions counted the same in every round, and if not, what differs first. */
function agreement(timed: readonly Timed[]): string {
  const [first, ...others] = timed;
  for (const other of others)
    for (const [round, counts] of other.counts.entries())
      for (const [what, count] of Object.entries(counts))
        if (differs(what, count, first.counts[round][what]))
          return `NOT THE SAME: ${what} is ${count} in "${other.name}" and ${first.counts[round][what]} in "${first.name}"`;
  const names = Object.keys(first.counts[0]).filter((name) => !name.startsWith('about'));
  if (names.length === 0) return '';
  return `The same in all versions and rounds: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}.`;
}

function differs(what: string, count: number, other: number | undefined): boolean {
  if (what.startsWith('about') || other === undefined) return false;
  return Number.isInteger(count) ? count !== other : Math.abs(count - other) > ROUNDING * Math.abs(other);
}

/** On what is measured. */
export function printMachine(compiler: string | undefined): void {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.log(
    compiler === undefined
      ? 'NO C COMPILER (cc) IS HERE: nothing is compared with C.'
      : `${compiler}, flags ${FLAGS.filter((flag) => !flag.startsWith('-D')).join(' ')}`,
  );
}
