import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandOf } from '../support/trialFile.ts';
import { diskTrial } from './diskTrial.ts';
import { momentsOf } from './moments.ts';
import { whyNoDisks } from './mount.ts';
import { type RecordedDisk, type RecordedTrial, writeRecord } from './record.ts';
import { diskTable, outcomeTable } from './table.ts';
import { type Outcome, type Place, trial, undisturbed } from './trial.ts';
import { undertakings, writeFiles } from './undertakings.ts';

const USAGE = `npm run faults                    120 trials with kill -9, of all commands
npm run faults -- --trials 12     so many
npm run faults -- --only sweep    of one command
npm run faults -- --seed other    at other moments
npm run faults -- --record        120 trials and full disks, which need root, written to test/faults/trials.json; then npm run docs -- --code
`;

/** Commands that are also given disks that are too small, by the share of what they need: one of replicates and one of points. */
const onDisks = ['run', 'sweep'];
const shares = [0.005, 0.02, 0.05, 0.1, 0.15, 0.25, 0.4, 0.6, 0.8, 0.97];

const USUAL = { trials: '120', seed: 'faults' };

/** Kills commands at seeded moments, fills their disks, and goes on with them; the exit code is 1 where anything was lost or differs. */
export async function main(given: readonly string[], root: string): Promise<number> {
  const asked = read(given);
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}`);
    return 2;
  }
  const cwd = mkdtempSync(join(tmpdir(), 'streetlevel-faults-'));
  try {
    writeFiles(cwd);
    const whyNot = whyNoDisks(join(cwd, 'probe'));
    if (asked.record && whyNot !== undefined) throw new Error(whyNot);
    const { trials, disks } = await tryAll(asked, { root, cwd }, whyNot === undefined);
    for (const cells of [...outcomeTable(trials), ...(disks.length > 0 ? diskTable(disks) : [])])
      process.stdout.write(`${cells.join('\t')}\n`);
    if (asked.record)
      writeRecord(root, { command: commandOf('faults', ['--record']), seed: asked.seed, trials, disks });
    return [...trials, ...disks].some(({ problems }) => problems.length > 0) ? 1 : 0;
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

async function tryAll({ trials: wanted, seed, only }: Asked, place: Place, withDisks: boolean) {
  const trials: RecordedTrial[] = [];
  const disks: RecordedDisk[] = [];
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const chosen = undertakings.filter(({ name }) => only === undefined || name === only);
  for (const [i, undertaking] of chosen.entries()) {
    const { name: command, counts } = undertaking;
    const expected = await undisturbed(undertaking, place);
    const { total, operations, milliseconds, kilobytes: needed } = expected;
    tell(
      `${command}: ${total} ${counts}s, ${operations} operations on files, ${Math.round(milliseconds)} ms, ${needed} kB`,
    );
    const own = Math.floor(wanted / chosen.length) + (i < wanted % chosen.length ? 1 : 0);
    for (const moments of momentsOf(command, own, seed)) {
      const outcome = await trial(undertaking, moments, expected, place);
      trials.push({ command, total, ...outcome });
      tell(`${trials.length}/${wanted} ${command} ${inWords(outcome)}`);
    }
    if (!withDisks || !onDisks.includes(command)) continue;
    for (const share of shares) {
      const kilobytes = Math.round(share * needed);
      const outcome = await diskTrial(undertaking, kilobytes, expected, place);
      disks.push({ command, total, ...outcome });
      tell(
        `${command} on ${kilobytes} kB: ${outcome.phase ?? 'fits'}, ${outcome.kept} kept${told(outcome.problems)}`,
      );
    }
  }
  return { trials, disks };
}

function inWords({ tried, fresh, problems }: Outcome): string {
  const kills = tried.map(
    ({ by, share, phase, kept }) => `${by} ${share}: ${phase ?? 'done before'}, ${kept} kept`,
  );
  return `${kills.join('; ')}; ${fresh} fresh${told(problems)}`;
}

const told = (problems: readonly string[]) => problems.map((problem) => `\n  !! ${problem}`).join('');

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
