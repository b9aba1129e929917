import { join } from 'node:path';
import { defaultThreads } from '../backends/threads.ts';
import type { Member } from '../experiment/members.ts';
import { type RunOutcome, runExperiment } from '../results/runExperiment.ts';
import type { CompanionName } from '../simulation/contract.ts';
import type { CommandInput } from './command.ts';
import { exitCode } from './exitCodes.ts';
import { listenForInterrupts } from './interrupts.ts';
import { counted, print, printJson, say, sayAlways } from './output.ts';
import { openProgress, type Progress } from './progress.ts';
import { shellLine } from './quote.ts';
import { repeatingCommand } from './repeating.ts';
import { headlines } from './runHeadlines.ts';

/** What differs between commands that run scenarios into a folder. */
export interface Undertaking {
  kind: 'run' | 'compare';
  /** Names the results. */
  name: string;
  members: readonly Member[];
  /** Where results go unless `--out` says otherwise. */
  folder: string;
}

/** Runs to the end or the first interrupt, tells of progress, and prints where the report is. */
export async function runToEnd(
  { kind, name, members, folder }: Undertaking,
  input: CommandInput,
): Promise<number> {
  const { quiet } = input;
  const interrupts = listenForInterrupts((received) => {
    progress?.stop();
    sayAlways(
      `${received === 'SIGINT' ? 'Interrupted' : 'Asked to end'}: keeping what is finished. Once more ends at once.`,
    );
  });
  let progress: Progress | undefined;
  try {
    const outcome = await runExperiment(
      {
        kind,
        scenario: name,
        members,
        only: input.only,
        references: input.reference as CompanionName[],
        rank: input.rank,
        clientTable: input.clientTable,
        threads: input.threads ?? defaultThreads(),
        out: input.out ?? join('results', folder),
        explicitOut: input.out !== undefined,
        force: input.force,
        resume: input.resume,
        command: repeatingCommand(kind, input),
        commandTyped: shellLine(input.typed),
      },
      {
        signal: interrupts.signal,
        onStart: async ({ done, replicates, designs, abandoned }) => {
          if (abandoned > 0) {
            say(
              quiet,
              `An unfinished run with ${counted(abandoned, 'replicate')} was thrown away (--resume goes on with one).`,
            );
          }
          if (done > 0) say(quiet, `Going on after ${counted(done, 'replicate')}.`);
          say(
            quiet,
            `Running ${counted(designs, 'design')} × ${counted(replicates, 'replicate')} of ${name}.`,
          );
          progress = await openProgress(replicates, done, quiet);
        },
        onReplicate: (done) => progress?.update(done),
        onWriting: () => {
          progress?.stop();
          say(quiet, 'Drawing charts and writing the report.');
        },
        onFailure: (kept) => {
          progress?.stop();
          sayAlways(
            `${counted(kept, 'replicate')} kept: once the cause is mended, --resume goes on from there.`,
          );
        },
      },
    );
    progress?.stop();
    return await tell(outcome, input, interrupts.received());
  } finally {
    progress?.stop();
    interrupts.stop();
  }
}

async function tell(
  { state, folder, replicates, replicatesAsked }: RunOutcome,
  { json, quiet, typed }: CommandInput,
  received: ReturnType<ReturnType<typeof listenForInterrupts>['received']>,
): Promise<number> {
  const interrupted = exitCode.interrupted[received ?? 'SIGINT'];
  if (state === 'nothing') {
    sayAlways('No replicate was finished, so nothing is written.');
    return interrupted;
  }
  const report = join(folder, 'report.html');
  if (!quiet) for (const line of headlines(folder)) say(quiet, line);
  if (json) {
    await printJson({ folder, report, state, replicates, replicatesAsked, partial: state === 'stopped' });
  } else await print(report);
  if (state === 'complete') say(quiet, 'This run is complete already.');
  if (state !== 'stopped') return exitCode.done;
  const again = typed.includes('--resume') ? typed : [...typed, '--resume'];
  sayAlways(
    `${replicates} of ${replicatesAsked} replicates are kept, marked as partial. Go on with: ${shellLine(again)}`,
  );
  return interrupted;
}
