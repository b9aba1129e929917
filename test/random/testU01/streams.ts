import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { walkNames } from '../../../src/random/walkNames.ts';

/** A stream of words: which number of the key walks, which words of a draw are read, and whether their bits are turned round. */
export interface Stream {
  walk: string;
  word: '0' | '1' | 'both';
  reversed: boolean;
}

/** Every walk with either word and both; and both with their bits turned round, since the tests look harder at high bits. */
export const streams: readonly Stream[] = walkNames.flatMap((walk) => [
  ...(['0', '1', 'both'] as const).map((word) => ({ walk, word, reversed: false })),
  { walk, word: 'both' as const, reversed: true },
]);

/** The stream that CI tests, and Crush: all as a simulation draws them. */
export const mixed: Stream = { walk: 'mixed', word: 'both', reversed: false };

/** No draws at all, but the same word again and again: what any battery has to refuse. */
export const constant: Stream = { walk: 'constant', word: 'both', reversed: false };

export const nameOf = ({ walk, word, reversed }: Stream): string =>
  `${walk} ${word}${reversed ? ' reversed' : ''}`;

export interface Piped {
  output: string;
  seconds: number;
}

/** Pipes the words of a stream, from draw `start` on, into a program that reads standard input; gives what it prints. Throws where it fails. */
export function pipeInto(
  root: string,
  stream: Stream,
  seed: string,
  program: readonly string[],
  start = 0,
): Promise<Piped> {
  const { walk, word } = stream;
  const draws = ['draws', '--along', walk, '--word', word, '--seed', seed, '--start', String(start)];
  const from =
    stream === constant ? ['yes'] : [process.execPath, join(root, 'dist/streetlevel.js'), ...draws];
  const quoted = (words: readonly string[]): string =>
    words.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(' ');
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const shell = spawn('bash', [
      '-c',
      `${quoted(from)} | ${quoted(program)}; exit $((PIPESTATUS[1] || (PIPESTATUS[0] && PIPESTATUS[0] != 141)))`,
    ]);
    let output = '';
    let report = '';
    shell.stdout.on('data', (bytes) => (output += bytes));
    shell.stderr.on('data', (bytes) => (report = `${report}${bytes}`.slice(-2000)));
    shell.on('error', reject);
    shell.on('close', (code) => {
      if (code === 0) resolve({ output, seconds: (performance.now() - began) / 1000 });
      else reject(new Error(`${program.join(' ')} ended with ${code}:\n${report}`));
    });
  });
}
