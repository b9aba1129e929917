import { join } from 'node:path';
import { compile } from './compiler.ts';
import { CProgram } from './cProgram.ts';
import { countNames, type Pilot, runPilot } from './pilot.ts';
import { writePilot } from './pilotColumns.ts';
import { pilotHeader } from './pilotHeader.ts';
import type { Version } from './versions.ts';

/** The engine as a run has it: measures looking on, and twins lived beside their clients. */
export const pilotEngine = (pilot: Pilot): Version => ({
  name: 'the engine, twins beside, measures',
  run: (replicate) => runPilot(pilot, replicate, { twins: 'beside', measures: true }),
});

/** The C program of the same model at work, and how to end it. */
export function pilotInC(folder: string, pilot: Pilot): { version: Version; close(): void } {
  const names = countNames(pilot);
  const program = new CProgram(compile(folder, 'pilot', { 'pilot.h': pilotHeader(pilot) }));
  return {
    version: {
      name: 'C, twins beside, measures',
      run: async (replicate) => {
        const file = join(folder, 'pilot.columns');
        writePilot(file, pilot, replicate);
        const [seconds, ...numbers] = await program.run(file);
        return { seconds, counts: Object.fromEntries(names.map((name, at) => [name, numbers[at]])) };
      },
    },
    close: () => program.close(),
  };
}
