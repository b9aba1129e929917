import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { DesignResult, ReplicateResult, TableColumn, TakePiece } from '../simulation/contract.ts';
import { withFile } from './wholeFile.ts';

/** A piece of one of the two tables of a design. */
export interface TablePiece {
  table: Parameters<TakePiece>[1];
  columns: TableColumn[];
}

/**
 * Where a replicate leaves its client-level tables piece by piece until their turn: a file a design, each piece behind its
 * length. No message and no memory holds more than a piece, a thread that is ahead goes on without waiting for the others,
 * and of a replicate that is never finished nothing is in any table.
 */
export class TableFiles {
  private stem: string;
  private files = new Map<string, { path: string; file: number; pieces: number }>();

  /** Paths begin with `stem`. */
  constructor(stem: string) {
    this.stem = stem;
    try {
      // That folder alone: where the one above is gone the work is, too.
      mkdirSync(dirname(stem));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }

  take: TakePiece = (design, table, columns) => {
    let one = this.files.get(design);
    if (!one) {
      const path = `${this.stem}-${this.files.size}`;
      one = { path, file: openSync(path, 'w'), pieces: 0 };
      this.files.set(design, one);
    }
    const piece = serialize({ table, columns } satisfies TablePiece);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(piece.length);
    const { path, file } = one;
    withFile(path, () => {
      writeAll(file, length);
      writeAll(file, piece);
    });
    one.pieces++;
  };

  /** Closes the files. */
  close(): void {
    for (const { file } of this.files.values()) closeSync(file);
  }

  /** The result with word of where the tables of its designs are. */
  named(result: ReplicateResult): ReplicateResult {
    const designs = result.designs.map((one) => {
      const left = this.files.get(one.design);
      return left === undefined ? one : { ...one, tablesIn: { path: left.path, pieces: left.pieces } };
    });
    return { ...result, designs };
  }
}

const LENGTH_BYTES = 4;

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** The pieces of a file in their order, one in memory at a time; afterwards the file is gone. Throws where one is missing. */
export function* takePieces({ path, pieces }: NonNullable<DesignResult['tablesIn']>): Generator<TablePiece> {
  const file = openSync(path, 'r');
  try {
    for (let at = 0; at < pieces; at++) {
      const head = read(file, LENGTH_BYTES);
      const piece = head && read(file, head.readUInt32LE());
      if (!piece) throw new Error(`${path} is cut off after ${at} of ${pieces} pieces`);
      yield deserialize(piece);
    }
  } finally {
    closeSync(file);
  }
  rmSync(path);
}

/** The next bytes of a file; undefined at its end. */
function read(file: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const more = readSync(file, bytes, at, length - at, null);
    if (more === 0) return undefined;
    at += more;
  }
  return bytes;
}
