import { writeFileSync } from 'node:fs';

/** A column that a C program reads: a typed array, or several streams' keys. */
export type Column = Uint8Array | Int8Array | Int32Array | Uint32Array | Float64Array;

/** Writes columns one after the other, each as its number of elements of `width` bytes and its bytes: what c/input.h reads. */
export function writeColumns(path: string, columns: readonly (readonly [Column, elements: number])[]): void {
  const parts = columns.flatMap(([column, elements]) => [
    new BigUint64Array([BigInt(elements)]),
    new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
  ]);
  writeFileSync(
    path,
    Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
  );
}

/** A column as it is written where its elements are its numbers. */
export const whole = (column: Column): [Column, number] => [column, column.length];

/** The keys of draw streams, two words each. */
export function keysOf(streams: readonly { k0: number; k1: number }[]): [Column, number] {
  return [Uint32Array.from(streams.flatMap(({ k0, k1 }) => [k0 >>> 0, k1 >>> 0])), streams.length];
}
