import { join } from 'node:path';
import { readTables } from '../results/runTables.ts';
import { runStudy } from '../results/study/runStudy.ts';
import type { Study, StudyRequest } from '../results/study/studyRequest.ts';
import { studySentences } from '../words/studies.ts';
import type { CommandInput } from './command.ts';
import { exitCode } from './exitCodes.ts';
import { listenForInterrupts } from './interrupts.ts';
import { counted, print, printJson, say, sayAlways } from './output.ts';
import { openProgress, type Progress } from './progress.ts';
import { shellLine } from './quote.ts';

/** Runs a study with a bar and an ear for Ctrl-C, and tells what came of it. */
export async function conductStudy(
  request: Omit<StudyRequest, 'commandTyped' | 'force' | 'resume'>,
  study: Study,
  input: CommandInput,
): Promise<number> {
  const { quiet, json, typed } = input;
  const interrupts = listenForInterrupts((received) => {
    progress?.stop();
    sayAlways(
      `${received === 'SIGINT' ? 'Interrupted' : 'Asked to end'}: keeping the points that are finished. Once more ends at once.`,
    );
  });
  let progress: Progress | undefined;
  try {
    const { state, folder, points } = await runStudy(
      { ...request, commandTyped: shellLine(typed), force: input.force, resume: input.resume },
      study,
      {
        signal: interrupts.signal,
        async onStart({ designs, done, abandoned }) {
          if (abandoned > 0)
            say(
              quiet,
              `Unfinished work with ${counted(abandoned, 'point')} was thrown away (--resume goes on with it).`,
            );
          if (done > 0) say(quiet, `Going on after ${counted(done, 'point')}.`);
          const ahead =
            study.pointsAhead === undefined
              ? ''
              : `${study.atMost ? 'at most ' : ''}${counted(study.pointsAhead, 'point')} × `;
          say(
            quiet,
            `Running ${ahead}${counted(designs, 'design')} × ${counted(request.replicates, 'replicate')} of ${request.scenario}.`,
          );
          progress = await openProgress(0, 0, quiet);
        },
        onReplicate: (done, total) => progress?.update(done, total),
        onWriting() {
          progress?.stop();
          say(quiet, 'Drawing charts and writing the report.');
        },
        onFailure(kept) {
          progress?.stop();
          sayAlways(`${counted(kept, 'point')} kept: once the cause is mended, --resume goes on from there.`);
        },
      },
    );
    progress?.stop();
    const interrupted = exitCode.interrupted[interrupts.received() ?? 'SIGINT'];
    if (state === 'nothing') {
      sayAlways('No point was finished, so nothing is written.');
      return interrupted;
    }
    const report = join(folder, 'report.html');
    if (!quiet) tellFindings(studySentences(readTables(folder)));
    if (json)
      await printJson({ folder, report, state, points, partial: state === 'stopped' || points.failed > 0 });
    else await print(report);
    if (state === 'complete') say(quiet, 'This study is complete already.');
    const again = typed.includes('--resume') ? typed : [...typed, '--resume'];
    if (points.failed > 0)
      sayAlways(
        `${counted(points.failed, 'point')} could not be run: see points.csv in ${folder}. Try them again with: ${shellLine(again)}`,
      );
    if (state !== 'stopped') return points.failed > 0 ? exitCode.failed : exitCode.done;
    sayAlways(`${counted(points.done, 'point')} kept, marked as partial. Go on with: ${shellLine(again)}`);
    return interrupted;
  } finally {
    progress?.stop();
    interrupts.stop();
  }
}

/** Sentences that a terminal shows; the rest stands in the report. */
const MOST_TOLD = 8;

function tellFindings(sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, MOST_TOLD)) say(false, sentence);
  const more = sentences.length - MOST_TOLD;
  if (more > 0) say(false, `The report says more: ${counted(more, 'further sentence')}.`);
}
