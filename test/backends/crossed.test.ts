import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CommandOptions, streetlevel, until } from '../cli/command.ts';
import { replicatesWritten } from '../cli/replicatesWritten.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';

/*
 * Each of what must not move a run by itself stands in sameBytes.test.ts and in the tests that it names, over one programme. Here they
 * meet, over programmes that have other parts of the model.
 */

const scratch = scratchFolder();
/** So many that some are left when a few are kept; at a tenth of their size, since below a fourteenth one has no caseworker in some role. */
const replicates = 8;
const folder = (name: string) => join(scratch(), name);
/** What says how a run was made, and what only one of the runs has. */
const apart = ['manifest.json', 'report.html', 'clients.parquet', 'caseworkers.parquet'];

it.each(['activation-pilot', 'joint-commissioning', 'liaison-diversion', 'strategic-outcomes'])(
  '%s is the same on one thread, and stopped on four and resumed on two with client tables',
  async (scenario) => {
    const run = (out: string, more: readonly string[], options: CommandOptions = {}) => {
      const words = ['run', scenario, '--replicates', `${replicates}`, '--scale', '0.1', '--out', out];
      return streetlevel([...words, ...more], { cwd: scratch(), ...options });
    };
    expect(await run('plain', ['--threads', '1'])).toMatchObject({ code: 0 });
    const killed = await run('crossed', ['--threads', '4', '--client-table'], {
      // The state of the first replicate is kept before rows of the third are written.
      onStart: (child) =>
        void until(() => child.exitCode !== null || replicatesWritten(folder('.crossed.partial')) >= 3).then(
          () => child.kill('SIGKILL'),
        ),
    });
    expect(killed.code).toBeNull();
    expect(existsSync(folder('crossed'))).toBe(false);
    const resumed = await run('crossed', ['--threads', '2', '--client-table', '--resume']);
    expect(resumed).toMatchObject({ code: 0 });
    const kept = Number(/Going on after (\d+) replicate/.exec(resumed.err)?.[1]);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(replicates);
    const expected = bytesOf(folder('plain'), apart);
    expect(Object.keys(expected).length).toBeGreaterThan(5);
    expect(bytesOf(folder('crossed'), apart)).toEqual(expected);
    // The report says what was typed.
    const report = (name: string) => readFileSync(folder(`${name}/report.html`), 'utf8');
    expect(report('crossed').replaceAll(' --client-table', '')).toBe(report('plain'));
  },
);
