import { join } from 'node:path';
import { readTables } from '../results/runTables.ts';
import { runStudy } from '../results/study/runStudy.ts';
import type { Study, StudyRequest } from '../results/study/studyRequest.ts';
import { counted } from '../words/counted.ts';
import { shellLine } from '../words/shell.ts';
import { studySentences } from '../words/studies.ts';
import { attended } from './attended.ts';
import { chosenBackend } from './chosenBackend.ts';
import type { CommandInput } from './command.ts';
import { exitCode } from './exitCodes.ts';
import { print, printJson, say, sayAlways } from './output.ts';

/** Runs a study with a bar and an ear for Ctrl-C, and tells what came of it. */
export async function conductStudy(
  request: Omit<StudyRequest, 'threads' | 'memory' | 'backend' | 'commandTyped' | 'force' | 'resume'>,
  study: Study,
  input: CommandInput,
): Promise<number> {
  const { quiet, json, typed } = input;
  const { kind, scenario, out } = request;
  const running = await chosenBackend({ command: kind, name: scenario, out }, input);
  return attended({ quiet, noun: 'point', on: input.on }, async (to) => {
    const { state, folder, points } = await runStudy(
      {
        ...request,
        ...running,
        commandTyped: shellLine(typed),
        force: input.force,
        resume: input.resume,
      },
      study,
      {
        signal: to.signal,
        onStart: ({ designs, done, abandoned }) =>
          to.begin({
            done,
            abandoned,
            line: `Running ${pointsAhead(study)}${counted(designs, 'design')} × ${counted(request.replicates, 'replicate')} of ${request.scenario}.`,
            bar: { total: 0, done: 0 },
          }),
        onReplicate: to.update,
        onNews: to.news,
        onStanding: to.standing,
        onWriting: to.writing,
        onFailure: to.failed,
      },
    );
    if (state === 'underWay') return to.left(out);
    if (state === 'nothing') {
      sayAlways('No point was finished, so nothing is written.');
      return to.interrupted();
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
    return to.interrupted();
  });
}

function pointsAhead({ pointsAhead: ahead, atMost }: Study): string {
  return ahead === undefined ? '' : `${atMost ? 'at most ' : ''}${counted(ahead, 'point')} × `;
}

/** Sentences that a terminal shows; the rest stands in the report. */
const MOST_TOLD = 8;

function tellFindings(sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, MOST_TOLD)) say(false, sentence);
  const more = sentences.length - MOST_TOLD;
  if (more > 0) say(false, `The report says more: ${counted(more, 'further sentence')}.`);
}
