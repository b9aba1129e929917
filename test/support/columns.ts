type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

const isColumn = (value: unknown): value is Column =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

/** All typed arrays in an object and its lists, by path such as `trust` or `barriers.1`. */
export function columnsOf(table: object): Map<string, Column> {
  const found = new Map<string, Column>();
  const walk = (value: unknown, path: string): void => {
    if (isColumn(value)) found.set(path, value);
    else if (Array.isArray(value)) for (const [at, each] of value.entries()) walk(each, `${path}.${at}`);
  };
  for (const [name, value] of Object.entries(table)) walk(value, name);
  return found;
}

/** Copies of all columns, to be compared with `toEqual`. */
export function copyOf(table: object): Record<string, Column> {
  return Object.fromEntries([...columnsOf(table)].map(([path, column]) => [path, column.slice() as Column]));
}

/** One row of all columns that have `count` rows. */
export function rowOf(table: object, row: number, count: number): Record<string, number> {
  const entries = [...columnsOf(table)].filter(([, column]) => column.length === count);
  return Object.fromEntries(entries.map(([path, column]) => [path, column[row]]));
}
