import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { streetlevel, until } from '../cli/command.ts';
import { replicatesWritten } from '../cli/replicatesWritten.ts';
import { bytesOf, scratchFolder } from '../results/scratch.ts';

/*
 * Each of what must not move a run by itself stands in sameBytes.test.ts and in the tests that it names, over one programme. Here they
 * meet, over programmes that have other parts of the model.
 */

const scratch = scratchFolder();
const folder = (name: string) => join(scratch(), name);
/** Files that say how a run was made, and those that only one of the runs has. */
const apart = ['manifest.json', 'report.html', 'clients.parquet', 'caseworkers.parquet'];

it.each(['activation-pilot', 'joint-commissioning', 'liaison-diversion', 'strategic-outcomes'])(
  '%s is the same on one thread, and stopped on four and resumed on two with client tables',
  async (scenario) => {
    const run = (out: string, more: readonly string[], stopped = false) =>
      streetlevel(
        ['run', scenario, '--replicates', '5', '--scale', '0.1', '--quiet', '--out', out, ...more],
        {
          cwd: scratch(),
          onStart: (child) => {
            if (stopped)
              void until(() => replicatesWritten(folder(`.${out}.partial`)) >= 1).then(() =>
                child.kill('SIGKILL'),
              );
          },
        },
      );
    expect(await run('plain', ['--threads', '1'])).toMatchObject({ code: 0 });
    expect((await run('crossed', ['--threads', '4', '--client-table'], true)).code).toBeNull();
    expect(existsSync(folder('crossed'))).toBe(false);
    const resumed = await run('crossed', ['--threads', '2', '--client-table', '--resume']);
    expect(resumed).toMatchObject({ code: 0 });
    const expected = bytesOf(folder('plain'), apart);
    expect(Object.keys(expected).length).toBeGreaterThan(5);
    expect(bytesOf(folder('crossed'), apart)).toEqual(expected);
  },
);
