import type { Backend } from '../../backends/backend.ts';
import { ReplicateError, type WorkerTask } from '../../backends/workerTask.ts';
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
import { pointsFolder } from '../unfinishedWork.ts';
import { PointStore } from './pointStore.ts';
import {
  replicatesAhead,
  type Study,
  type StudyEvents,
  type StudyOutcome,
  type StudyRequest,
} from './studyRequest.ts';

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
  /** Replicates that the backend has ready and that are not taken yet. */
  private ahead = 0;
  private backend: Backend | undefined;
  private store: PointStore;
  private request: StudyRequest;
  private study: Study;
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
    this.study = study;
    this.experiment = experiment;
    this.folder = folder;
    this.identity = identity;
    this.events = events;
    this.store = new PointStore(folder);
    this.replicatesAhead = replicatesAhead(request, study);
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
    if (this.events.signal.aborted) return points.map(() => ({ state: 'missing' }));
    if (points.length === 0) return [];
    const { request, events } = this;
    const { base, designs } = this.experiment;
    const settings = base.design.scenario.measures;
    const ran = designs.map(({ id }) => id);
    const kept = keeps(new Set([...headlineKeys, ...request.measures]), request.onlyMeasures);
    const options = { references: request.references, clientTable: false, designs: ran };
    const taskOf = (point: PointRequest, replicate: number): WorkerTask => ({
      bundle: bundleAt(request.bundle, point),
      options,
      replicate,
    });
    const known = this.backend ? [] : (this.study.known ?? []);
    const backend = await this.open();
    await backend.expect(tasksOf(this.andMissing(points, known), taskOf));
    return runPoints(points, {
      concurrency: () => backend.concurrency,
      signal: events.signal,
      isOfPoint: (error) => error instanceof ReplicateError,
      run: async (point, replicate) => {
        const result = await backend.run(taskOf(point, replicate));
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

  /** Points that are asked for, and those that will be and are not on the disk. */
  private *andMissing(points: readonly PointRequest[], later: readonly PointRequest[]) {
    yield* points;
    for (const point of later) if (!this.store.read(point)) yield point;
  }

  keepState(): void {
    const { identity, done } = this;
    writeState(this.folder, { format: 1, identity, done, files: [pointsFolder] });
  }

  /** Whether the backend works on in the folder, or has work lying there. */
  get outlives(): boolean {
    return this.backend?.outlives ?? false;
  }

  async close(): Promise<void> {
    await this.backend?.close();
  }

  private async open(): Promise<Backend> {
    if (this.backend) return this.backend;
    this.backend = await this.request.backend({
      folder: this.folder,
      identity: this.identity,
      signal: this.events.signal,
      onSend: () => this.keepState(),
      onNews: this.events.onNews,
      onStanding: this.events.onStanding,
      onAhead: (tasks) => {
        this.ahead = tasks;
        this.tell();
      },
    });
    return this.backend;
  }

  private tell(): void {
    const total = Math.max(this.replicatesAhead, this.replicatesAsked);
    this.events.onReplicate(Math.min(total, this.replicatesDone + this.ahead), total);
  }
}

/** How many of them are points of the study's own: the scenario as it stands is none. */
function numbered(points: readonly PointRequest[]): number {
  return points.filter(({ id }) => id !== 'stated').length;
}

function replicatesOf(points: readonly PointRequest[]): number {
  return points.reduce((sum, { replicates }) => sum + replicates, 0);
}

function* tasksOf(
  points: Iterable<PointRequest>,
  taskOf: (point: PointRequest, replicate: number) => WorkerTask,
): Iterable<WorkerTask> {
  for (const point of points)
    for (let replicate = 0; replicate < point.replicates; replicate++) yield taskOf(point, replicate);
}
