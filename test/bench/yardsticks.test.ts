import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { caseloadArrays, caseloadEngine, caseloadInC } from './caseloadVersions.ts';
import { findCompiler } from './compiler.ts';
import { countNames, openPilot } from './pilot.ts';
import { pilotEngine, pilotInC } from './pilotVersions.ts';
import type { Run, Version } from './versions.ts';

const compiler = findCompiler();
if (compiler === undefined)
  console.warn('SKIPPED: no C compiler (cc) is here, so nothing holds the C programs to the engine.');

const folder = mkdtempSync(join(tmpdir(), 'streetlevel-bench-'));
const close: (() => void)[] = [];
afterAll(() => {
  for (const end of close) end();
  rmSync(folder, { recursive: true });
});

/** A version whose program ends with the tests. */
function kept({ version, close: end }: { version: Version; close(): void }): Version {
  close.push(end);
  return version;
}

async function countsOf(version: Version, replicate: number) {
  return (await version.run(replicate)).counts;
}

describe('the C program of the full model', () => {
  // Half the size of the benchmark, whose luck is another.
  const pilot = openPilot(50);

  it.skipIf(compiler === undefined)(
    'has the engine’s events, hours and money to the last digit',
    async () => {
      const program = kept(pilotInC(folder, pilot));
      for (const replicate of [0, 1]) {
        const engine = await countsOf(pilotEngine(pilot), replicate);
        expect(Object.keys(engine)).toEqual(countNames(pilot));
        expect(await countsOf(program, replicate)).toEqual(engine);
        // All of these happen, so that equal is not equally nothing.
        for (const event of [
          'jobStart',
          'jobLoss',
          'sustained',
          'qualification',
          'passedBack',
          'twin sustained',
        ])
          expect(engine[event], event).toBeGreaterThan(50);
      }
    },
  );
});

describe('the caseload workload', () => {
  /** Job starts to the last one; hours to rounding, since what is left of 37 is taken off in another order. */
  function expectSame(found: Run['counts'], known: Run['counts']): void {
    expect(found['job starts']).toBe(known['job starts']);
    expect(found.hours / known.hours).toBeCloseTo(1, 12);
  }

  it('has the same job starts and hours in the engine and on typed arrays', async () => {
    expectSame(await countsOf(caseloadArrays, 1), await countsOf(caseloadEngine, 1));
  });

  it.skipIf(compiler === undefined)('has them in C too', async () => {
    const program = kept(caseloadInC(folder));
    for (const replicate of [1, 2])
      expectSame(await countsOf(program, replicate), await countsOf(caseloadArrays, replicate));
  });
});
