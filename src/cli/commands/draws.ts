import { fstatSync } from 'node:fs';
import { endianness } from 'node:os';
import { seedKey } from '../../random/index.ts';
import type { WalkName } from '../../random/walkNames.ts';
import { Walk, type WalkWords } from '../../random/walks.ts';
import type { CommandInput } from '../command.ts';
import { exitCode } from '../exitCodes.ts';
import { flagName } from '../options.ts';
import { UsageError } from '../usageError.ts';

/** Words written at once: as many bytes as a pipe of Linux holds. */
const WORDS = 16384;

/**
 * Writes raw words of draws to standard output until enough are written or nobody reads any more. Waits for the reader.
 * Refuses a terminal, which such bytes would upset, and an ordinary file without `--count`, which would fill the disk.
 */
export async function execute({ along, word, seed, start = 0, count }: CommandInput): Promise<number> {
  if (!Number.isSafeInteger(start)) throw new UsageError(`${flagName('start')} takes at most 2^53 − 1.`);
  if (process.stdout.isTTY)
    throw new UsageError(
      'draws writes raw bytes, and standard output is a terminal. Pipe it into a program, such as streetlevel draws | od -t x4 | head',
    );
  if (count === undefined && fstatSync(process.stdout.fd).isFile())
    throw new UsageError(
      `draws writes without end, and standard output is a file. Say with ${flagName('count')} how many words it shall hold.`,
    );
  const walk = new Walk(seedKey(seed ?? 'draws'), (along ?? 'mixed') as WalkName, start);
  const words = new Uint32Array(WORDS);
  const bytes = Buffer.from(words.buffer);
  for (let left = count ?? Number.POSITIVE_INFINITY; left > 0; left -= WORDS) {
    walk.fill(words, (word ?? 'both') as WalkWords);
    if (endianness() === 'BE') bytes.swap32();
    const part = left < WORDS ? bytes.subarray(0, 4 * left) : bytes;
    // A reader that has gone away ends the process by the error of the stream, as with every command.
    await new Promise((resolve) => process.stdout.write(part, resolve));
  }
  return exitCode.done;
}
