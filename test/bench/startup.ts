import { spawnSync } from 'node:child_process';
import { builtFile } from '../../src/backends/packageFiles.ts';

const command = builtFile('streetlevel.js');
const RUNS = 11;

/** Command lines that do little, so that starting is most of their time. */
const lines = [
  ['--help'],
  ['run', '--help'],
  ['list'],
  ['plan', 'activation-pilot'],
  ['validate', 'activation-pilot'],
];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

function milliseconds(words: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, words, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

/**
 * What starting the built command takes beyond starting Node: processes in alternation, so that a busy moment of the
 * machine meets all of them. Prints medians in milliseconds.
 */
export function startUp(): void {
  const bare: number[] = [];
  const times = lines.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    bare.push(milliseconds(['-e', '0']));
    for (const [i, words] of lines.entries()) times[i].push(milliseconds([command, ...words]));
  }
  console.log(`Node alone: ${median(bare).toFixed(0)} ms (median of ${RUNS})`);
  for (const [i, words] of lines.entries()) {
    const whole = median(times[i]);
    console.log(
      `streetlevel ${words.join(' ')}: ${whole.toFixed(0)} ms, ${(whole - median(bare)).toFixed(0)} more than Node alone`,
    );
  }
}
