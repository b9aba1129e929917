import { join } from 'node:path';
import { quoted } from '../../words/shell.ts';
import { writeWhole } from '../wholeFile.ts';
import { workerFile } from './program.ts';

/**
 * Writes the script of an array whose task 0 does chunk `from` of a batch: the same Node and package that run here, on
 * whatever node. What is missing there is said in the log.
 */
export function writeScript(batch: string, from: number, threads: number): string {
  const [node, worker, folder] = [process.execPath, workerFile(), batch].map(quoted);
  const path = join(batch, `chunks-from-${from}.sh`);
  writeWhole(
    path,
    `#!/bin/sh
[ -x ${node} ] || { echo "$(hostname) has no" ${node} >&2; exit 1; }
[ -r ${worker} ] || { echo "$(hostname) does not see" ${worker} >&2; exit 1; }
[ -r ${folder} ] || { echo "$(hostname) does not see" ${folder} >&2; exit 1; }
exec ${node} ${worker} ${folder} ${from} ${threads}
`,
  );
  return path;
}
