import { openThreadPool, type ThreadPool } from '../../backends/threads.ts';
import { withContrasts } from '../../experiment/contrasts.ts';
import type { Experiment } from '../../experiment/members.ts';
import { cutDown, keeps } from '../../experiment/study/kept.ts';
import {
  bundleAt,
  type Evaluate,
  type PointOutcome,
  type PointRequest,
} from '../../experiment/study/point.ts';
import { runPoints } from '../../experiment/study/runPoints.ts';
import { headlineKeys } from '../../words/comparison.ts';
import type { RunIdentity } from '../runIdentity.ts';
import { writeState } from '../runState.ts';
import { PointStore, pointsFolder } from './pointStore.ts';
import type { Study, StudyEvents, StudyOutcome, StudyRequest } from './studyRequest.ts';

/** The points of one study: from the disk where they are there, else from the threads and then to the disk. */
export class StudyWork {
  /** Points that are there, and points that cannot be run. */
  done = 0;
  failed = 0;
  firstFailure = '';
  private asked = 0;
  private replicatesDone = 0;
  private replicatesAsked = 0;
  private replicatesAhead: number;
  private pool: ThreadPool | undefined;
  private store: PointStore;
  private request: StudyRequest;
  private experiment: Experiment;
  private folder: string;
  private identity: RunIdentity;
  private events: StudyEvents;

  constructor(
    request: StudyRequest,
    study: Study,
    experiment: Experiment,
    folder: string,
    identity: RunIdentity,
    events: StudyEvents,
  ) {
    this.request = request;
    this.experiment = experiment;
    this.folder = folder;
    this.identity = identity;
    this.events = events;
    this.store = new PointStore(folder);
    this.replicatesAhead =
      study.replicatesAhead ?? ((study.pointsAhead ?? 0) + (study.stated ? 1 : 0)) * request.replicates;
  }

  get points(): StudyOutcome['points'] {
    return { asked: this.asked, done: this.done, failed: this.failed };
  }

  evaluate: Evaluate = async (points) => {
    const outcomes = points.map((point): PointOutcome | undefined => this.store.read(point));
    const missing = points.filter((_, i) => outcomes[i] === undefined);
    this.asked += numbered(points);
    this.replicatesAsked += replicatesOf(points);
    this.done += numbered(points) - numbered(missing);
    this.replicatesDone += replicatesOf(points) - replicatesOf(missing);
    this.tell();
    const fresh = await this.runAll(missing);
    return outcomes.map((outcome) => outcome ?? fresh.shift()!);
  };

  private async runAll(points: readonly PointRequest[]): Promise<PointOutcome[]> {
    if (points.length === 0) return [];
    const { request, events } = this;
    const { base, designs } = this.experiment;
    const settings = base.design.scenario.measures;
    const ran = designs.map(({ id }) => id);
    const kept = keeps(new Set([...headlineKeys, ...request.measures]), request.onlyMeasures);
    this.pool ??= openThreadPool(request.threads);
    return runPoints(points, {
      concurrency: this.pool.threads,
      signal: events.signal,
      run: async (point, replicate) => {
        const bundle = bundleAt(request.bundle, point);
        const options = { references: request.references, clientTable: false, designs: ran };
        const result = await this.pool!.run({ bundle, options, replicate });
        return cutDown(withContrasts(result, base.id, settings), kept);
      },
      onPoint: (index, outcome) => {
        if (outcome.state === 'done') {
          this.store.write(points[index], outcome);
          this.done += numbered([points[index]]);
          this.keepState();
        } else if (outcome.state === 'failed') {
          this.failed += numbered([points[index]]);
          this.firstFailure ||= outcome.why;
        }
      },
      onReplicate: () => {
        this.replicatesDone++;
        this.tell();
      },
    });
  }

  keepState(): void {
    const { identity, done } = this;
    writeState(this.folder, { format: 1, identity, done, files: [pointsFolder] });
  }

  async close(): Promise<void> {
    await this.pool?.close();
    this.pool = undefined;
  }

  private tell(): void {
    const total = Math.max(this.replicatesAhead, this.replicatesAsked);
    this.events.onReplicate(this.replicatesDone, total);
  }
}

/** How many of them are points of the study's own: the scenario as it stands is none. */
function numbered(points: readonly PointRequest[]): number {
  return points.filter(({ id }) => id !== 'stated').length;
}

function replicatesOf(points: readonly PointRequest[]): number {
  return points.reduce((sum, { replicates }) => sum + replicates, 0);
}
