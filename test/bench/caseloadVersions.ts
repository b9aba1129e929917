import { join } from 'node:path';
import { buildCaseload, runCaseload } from './caseload.ts';
import { type CaseloadLuck, runArrays } from './caseloadArrays.ts';
import { keysOf, whole, writeColumns } from './columnFile.ts';
import { compile } from './compiler.ts';
import { CProgram } from './cProgram.ts';
import type { Version } from './versions.ts';

/** Quantiles at which the engine tabulates noise. */
const NOISE_STEPS = 4096;

/** The people and keys of a replicate of the workload, as the engine has them. */
function luckOf(replicate: number): CaseloadLuck {
  const { world, phases } = buildCaseload(replicate);
  const { luck, people } = world;
  const { noise } = phases[0].model;
  return {
    keys: [luck.noise[0], luck.transition[0], luck.assignment[0]],
    noise: Float64Array.from({ length: NOISE_STEPS }, (_, step) =>
      noise.quantile((step + 0.5) / NOISE_STEPS),
    ),
    motivation: people.motivation,
  };
}

export const caseloadEngine: Version = { name: 'the engine, from the scenario file', run: runCaseload };

export const caseloadArrays: Version = {
  name: 'typed arrays in JavaScript, by buckets',
  run: (replicate) => runArrays(luckOf(replicate)),
};

/** The C program at work, and how to end it. */
export function caseloadInC(folder: string): { version: Version; close(): void } {
  const program = new CProgram(compile(folder, 'caseload'));
  return {
    version: {
      name: 'C, by buckets',
      run: async (replicate) => {
        const file = join(folder, 'caseload.columns');
        const { keys, noise, motivation } = luckOf(replicate);
        writeColumns(file, [keysOf(keys), whole(noise), whole(motivation)]);
        const [seconds, starts, hours] = await program.run(file);
        return { seconds, counts: { 'job starts': starts, hours } };
      },
    },
    close: () => program.close(),
  };
}
