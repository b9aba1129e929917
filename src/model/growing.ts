type Column = Float64Array | Int32Array | Uint16Array | Uint8Array;

/** A column of twice the length that begins with the values of this one. */
export function doubled<T extends Column>(column: T): T {
  const fresh = new (column.constructor as new (length: number) => T)(column.length * 2);
  fresh.set(column);
  return fresh;
}
