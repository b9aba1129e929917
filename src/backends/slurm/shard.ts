import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Program } from './program.ts';
import type { TaskRecord } from './record.ts';

/** What a shard says of itself in its first line. */
export interface ShardHeader {
  format: 1;
  program: Program;
  /** Hash of the run or study to which it belongs. */
  study: string;
  /** Its tasks, in the order of the records. */
  keys: string[];
  /** Seconds of one core that a task took, on average. */
  seconds: number;
  /** Length and hash of what follows the line. */
  bytes: number;
  sha256: string;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Results of one worker as one file: a line of JSON, then the records as the engine copies them between threads, packed.
 * So a result that went through a file is the one that a thread would have handed over, to the last bit.
 */
export function encodeShard(
  facts: Pick<ShardHeader, 'program' | 'study' | 'seconds'>,
  records: readonly TaskRecord[],
): Buffer {
  const body = deflateRawSync(serialize(records));
  const keys = records.map(({ key }) => key);
  const header: ShardHeader = { format: 1, ...facts, keys, bytes: body.length, sha256: sha256(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

/** The header of a whole shard; undefined where the file is none, or was cut off. */
export function readHeader(bytes: Buffer): ShardHeader | undefined {
  const end = bytes.indexOf(10);
  if (end < 0) return undefined;
  try {
    const header = JSON.parse(bytes.toString('utf8', 0, end)) as ShardHeader;
    const isWhole = header.format === 1 && bytes.length === end + 1 + header.bytes;
    return isWhole && sha256(bytes.subarray(end + 1)) === header.sha256 ? header : undefined;
  } catch {
    return undefined;
  }
}

/** The records of a shard whose header was read. */
export function readRecords(bytes: Buffer): TaskRecord[] {
  return deserialize(inflateRawSync(bytes.subarray(bytes.indexOf(10) + 1)));
}
