import { join } from 'node:path';
import type { Member } from '../experiment/members.ts';
import { type RunOutcome, runExperiment } from '../results/runExperiment.ts';
import type { CompanionName } from '../simulation/contract.ts';
import { counted } from '../words/counted.ts';
import { shellLine } from '../words/shell.ts';
import { attended } from './attended.ts';
import { chosenBackend } from './chosenBackend.ts';
import type { CommandInput } from './command.ts';
import { exitCode } from './exitCodes.ts';
import { print, printJson, say, sayAlways } from './output.ts';
import { repeatingCommand } from './repeating.ts';
import { headlines } from './runHeadlines.ts';

/** What differs between commands that run scenarios into a folder. */
export interface Undertaking {
  kind: 'run' | 'compare';
  /** The command that repeats it, where that is not called as its kind. */
  command?: string;
  /** What designs are ranked by, where no option says it. */
  rank?: readonly string[];
  /** Names the results. */
  name: string;
  members: readonly Member[];
  /** Where results go unless `--out` says otherwise. */
  folder: string;
  /** What a finished folder says at once: lines for the person, facts for a machine; headline measures unless stated. */
  answer?: (folder: string) => Answer;
}

interface Answer {
  /** Not asked for where nothing is to be said. */
  lines: () => readonly string[];
  facts: object;
}

const usualAnswer = (folder: string): Answer => ({ lines: () => headlines(folder), facts: {} });

/** Runs to the end or the first interrupt, tells of progress, and prints where the report is. */
export async function runToEnd(
  { kind, command = kind, rank, name, members, folder, answer = usualAnswer }: Undertaking,
  input: CommandInput,
): Promise<number> {
  const out = input.out ?? join('results', folder);
  const running = await chosenBackend({ command, name, out }, input);
  return attended({ quiet: input.quiet, noun: 'replicate', on: input.on }, async (to) => {
    const outcome = await runExperiment(
      {
        kind,
        scenario: name,
        members,
        only: input.only,
        references: input.reference as CompanionName[],
        rank: rank ?? input.rank,
        clientTable: input.clientTable,
        ...running,
        out,
        explicitOut: input.out !== undefined,
        force: input.force,
        resume: input.resume,
        command: repeatingCommand(command, input),
        commandTyped: shellLine(input.typed),
      },
      {
        signal: to.signal,
        onStart: ({ done, replicates, designs, abandoned }) =>
          to.begin({
            done,
            abandoned,
            line: `Running ${counted(designs, 'design')} × ${counted(replicates, 'replicate')} of ${name}.`,
            bar: { total: replicates, done },
          }),
        onReplicate: (done) => to.update(done),
        onNews: to.news,
        onStanding: to.standing,
        onWriting: to.writing,
        onFailure: to.failed,
      },
    );
    if (outcome.state === 'underWay') return to.left(out);
    return tell(outcome, answer, input, to.interrupted());
  });
}

async function tell(
  { state, folder, replicates, replicatesAsked }: RunOutcome,
  answer: (folder: string) => Answer,
  { json, quiet, typed }: CommandInput,
  interrupted: number,
): Promise<number> {
  if (state === 'nothing') {
    sayAlways('No replicate was finished, so nothing is written.');
    return interrupted;
  }
  const report = join(folder, 'report.html');
  const { lines, facts } = answer(folder);
  if (!quiet) for (const line of lines()) say(quiet, line);
  if (json) {
    await printJson({
      folder,
      report,
      state,
      replicates,
      replicatesAsked,
      partial: state === 'stopped',
      ...facts,
    });
  } else await print(report);
  if (state === 'complete') say(quiet, 'This run is complete already.');
  if (state !== 'stopped') return exitCode.done;
  const again = typed.includes('--resume') ? typed : [...typed, '--resume'];
  sayAlways(
    `${replicates} of ${replicatesAsked} replicates are kept, marked as partial. Go on with: ${shellLine(again)}`,
  );
  return interrupted;
}
