import { join } from 'node:path';
import { openExperiment } from '../../experiment/members.ts';
import type { PointRequest } from '../../experiment/study/point.ts';
import { workAhead } from '../../experiment/workAhead.ts';
import { readJsonIfAny } from '../files.ts';
import { type Manifest, startTiming } from '../manifest.ts';
import { ResultsFolder } from '../resultsFolder.ts';
import { identityOf } from '../runIdentity.ts';
import type { UnfinishedState } from '../runState.ts';
import {
  replicatesAhead,
  type Study,
  type StudyEvents,
  type StudyOutcome,
  type StudyRequest,
} from './studyRequest.ts';
import { StudyWork } from './studyWork.ts';
import { writeStudy } from './writeStudy.ts';

/** Every point failed, most likely for one reason. */
class NoPointError extends Error {
  override name = 'ResultsFolderError';

  constructor(why: string) {
    super(`no point could be run. The first says: ${why}`);
  }
}

/**
 * Runs a study and writes its folder. Every finished point is kept at once, so that a study that is stopped or killed
 * goes on with what is missing, and one point that fails loses nothing. Equal requests give the same bytes in every
 * file but the manifest, whatever the threads and however often stopped and resumed.
 *
 * Throws ScenarioError and ResultsFolderError where the user can mend it.
 */
export async function runStudy(
  request: StudyRequest,
  study: Study,
  events: StudyEvents,
): Promise<StudyOutcome> {
  const timed = startTiming();
  const { scenario: name, bundle, only } = request;
  const experiment = openExperiment([{ name, bundle }], only);
  const warnings = workAhead(experiment, { ...request, replicates: replicatesAhead(request, study) });
  const ran = experiment.designs.map(({ id }) => id).join(' ');
  const identity = identityOf(request, { ...study.identity, command: request.kind, designs: ran });
  const folder = ResultsFolder.open<UnfinishedState>({
    target: request.out,
    explicit: request.explicitOut,
    force: request.force,
    resume: request.resume,
    identity,
    replicates: request.replicates,
    counts: 'point',
  });
  if (folder === 'complete') {
    const manifest = readJsonIfAny<Manifest>(join(request.out, 'manifest.json'));
    return { state: 'complete', folder: request.out, points: manifest!.points! };
  }
  const work = new StudyWork(request, study, experiment, folder.work, identity, events);
  try {
    for (const line of warnings) events.onNews(line);
    // From the first point on there is something to go on with, also after a kill right behind it.
    if (!folder.resumed) work.keepState();
    await events.onStart({
      designs: experiment.designs.length,
      done: folder.resumed?.done ?? 0,
      abandoned: folder.abandoned,
    });
    const [stated] = study.stated ? await work.evaluate([statedPoint(request)]) : [];
    const conducted = await study.conduct(work.evaluate, stated);
    await work.close();
    if (events.signal.aborted && work.outlives) {
      work.keepState();
      folder.leave();
      return { state: 'underWay', folder: folder.target, points: work.points };
    }
    if (work.done === 0) {
      if (!events.signal.aborted) throw new NoPointError(work.firstFailure);
      folder.discard();
      return { state: 'nothing', folder: folder.target, points: work.points };
    }
    folder.checkThere();
    work.keepState();
    events.onWriting();
    // An interrupt from here on comes too late to stop anything.
    const isStopped = events.signal.aborted;
    const partial = isStopped || work.failed > 0;
    await writeStudy({
      request,
      experiment,
      identity,
      stated,
      conducted,
      folder: folder.work,
      partial,
      points: work.points,
      timed,
    });
    folder.commit();
    return { state: isStopped ? 'stopped' : 'done', folder: folder.target, points: work.points };
  } catch (error) {
    await work.close();
    const kept = Math.max(work.done, folder.resumed?.done ?? 0);
    const isKept = kept > 0 || work.outlives;
    const told = folder.leaveAfter(error, isKept);
    if (isKept && told === error) events.onFailure(kept);
    throw told;
  }
}

const statedPoint = ({ replicates }: StudyRequest): PointRequest => ({
  id: 'stated',
  settings: {},
  replicates,
});
