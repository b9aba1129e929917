import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Replicates whose rows stand in the tables of a folder that a run is writing, the one that is being written among them. */
export function replicatesWritten(partial: string): number {
  const path = join(partial, 'measures.csv');
  if (!existsSync(path)) return 0;
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  return lines.length < 2 ? 0 : Number(lines.at(-1)!.split(',')[1]) + 1;
}
