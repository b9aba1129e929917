import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { MeasureValues } from '../experiment/ranking/rankExperiment.ts';
import { csvNumber, parseCsv } from '../tables/csv.ts';
import { measureKey } from '../tables/rows.ts';

const CHUNK = 1 << 20;

/**
 * Reads chosen measures back from a finished `measures.csv`: key, then design. The file is read in pieces, since it grows
 * with the replicates.
 */
export function readMeasureValues(
  path: string,
  keys: readonly string[],
): Map<string, Map<string, MeasureValues>> {
  const found = new Map(keys.map((key) => [key, new Map<string, MeasureValues>()]));
  const measures = keys.map((key) => `,${key.split('[')[0]},`);
  eachLine(path, (line) => {
    if (!measures.some((measure) => line.includes(measure))) return;
    const [design, replicate, measure, slice, value, why] = parseCsv(line)[0];
    const designs = found.get(measureKey(measure, slice));
    if (!designs) return;
    const read = designs.get(design) ?? { values: [] };
    designs.set(design, read);
    read.values[Number(replicate)] = csvNumber(value);
    if (value === '') read.why ??= why;
  });
  return found;
}

function eachLine(path: string, take: (line: string) => void): void {
  const file = openSync(path, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const bytes = Buffer.alloc(CHUNK);
    let rest = '';
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, read))).split('\n');
      rest = lines.pop()!;
      for (const line of lines) take(line);
    }
    if (rest !== '') take(rest);
  } finally {
    closeSync(file);
  }
}
