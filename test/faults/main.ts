import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { momentsOf } from './moments.ts';
import { type RecordedTrial, writeRecord } from './record.ts';
import { outcomeTable } from './table.ts';
import { type Outcome, trial, undisturbed } from './trial.ts';
import { undertakings, writeFiles } from './undertakings.ts';

const USAGE = `npm run faults                    120 trials with kill -9, of all commands
npm run faults -- --trials 12     so many
npm run faults -- --only sweep    of one command
npm run faults -- --seed other    at other moments
npm run faults -- --record        120 trials, written to test/faults/trials.json; then npm run docs -- --code
`;

const USUAL = { trials: '120', seed: 'faults' };

/** Kills commands at seeded moments and goes on with them; the exit code is 1 where anything was lost or differs. */
export async function main(given: readonly string[], root: string): Promise<number> {
  const asked = read(given);
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}`);
    return 2;
  }
  const { trials, seed, only, record } = asked;
  const cwd = mkdtempSync(join(tmpdir(), 'streetlevel-faults-'));
  const done: RecordedTrial[] = [];
  try {
    writeFiles(cwd);
    const chosen = undertakings.filter(({ name }) => only === undefined || name === only);
    for (const [i, undertaking] of chosen.entries()) {
      const { name } = undertaking;
      const expected = await undisturbed(undertaking, { root, cwd });
      process.stderr.write(
        `${name}: ${expected.total} ${undertaking.counts}s, ${expected.operations} operations on files, ${Math.round(expected.milliseconds)} ms\n`,
      );
      const own = Math.floor(trials / chosen.length) + (i < trials % chosen.length ? 1 : 0);
      for (const moments of momentsOf(name, own, seed)) {
        const outcome = await trial(undertaking, moments, expected, { root, cwd });
        done.push({ command: name, total: expected.total, ...outcome });
        process.stderr.write(`${done.length}/${trials} ${name} ${inWords(outcome)}\n`);
      }
    }
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
  process.stdout.write(
    `${outcomeTable(done)
      .map((cells) => cells.join('\t'))
      .join('\n')}\n`,
  );
  if (record) writeRecord(root, { command: 'npm run faults -- --record', seed }, done);
  return done.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

function inWords({ tried, fresh, problems }: Outcome): string {
  const kills = tried.map(
    ({ by, share, phase, kept }) => `${by} ${share}: ${phase ?? 'done before'}, ${kept} kept`,
  );
  return `${kills.join('; ')}; ${fresh} fresh${problems.length > 0 ? `\n  !! ${problems.join('\n  !! ')}` : ''}`;
}

interface Asked {
  trials: number;
  seed: string;
  only: string | undefined;
  record: boolean;
}

/** What was typed; a text says what is wrong with it. */
function read(given: readonly string[]): Asked | string {
  try {
    const text = { type: 'string' } as const;
    const options = { trials: text, seed: text, only: text, record: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...given], options });
    const { only, record = false, seed = USUAL.seed } = values;
    const trials = Number(values.trials ?? USUAL.trials);
    if (!(Number.isInteger(trials) && trials > 0))
      return `--trials takes a number from 1 on, and not ${values.trials}`;
    const names = undertakings.map(({ name }) => name);
    if (only !== undefined && !names.includes(only))
      return `--only takes one of ${names.join(', ')}, and not ${only}`;
    if (record && given.length > 1) return '--record is of the usual trials';
    return { trials, seed, only, record };
  } catch (error) {
    return (error as Error).message;
  }
}
