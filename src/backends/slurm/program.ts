import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { builtFile, packageVersion } from '../packageFiles.ts';

/** The file that a node runs. */
export const workerFile = (): string => builtFile('slurmWorker.js');

/** What decides the numbers beside the scenario: where one differs, results do not belong together. */
export interface Program {
  version: string;
  /** Hash of what the build made of the workers. They name the files that they import by hashes of their contents. */
  build: string;
}

export function thisProgram(): Program {
  const hash = createHash('sha256');
  for (const file of [workerFile(), builtFile('worker.js')]) {
    if (!existsSync(file)) throw new Error(`${file} is missing: build it with npm run build`);
    hash.update(readFileSync(file));
  }
  return { version: packageVersion(), build: hash.digest('hex').slice(0, 16) };
}
