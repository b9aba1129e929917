import type { Backend, BackendPlace } from '../backends/backend.ts';
import { packageVersion } from '../backends/packageFiles.ts';
import type { WorkerTask } from '../backends/workerTask.ts';
import { foldPlanOf } from '../experiment/foldPlan.ts';
import { runInOrder } from '../experiment/inOrder.ts';
import { type Experiment, hasOpenings, joinedResults, openExperiment } from '../experiment/members.ts';
import { workAhead } from '../experiment/workAhead.ts';
import type { CompanionName } from '../simulation/contract.ts';
import { openScenario } from '../simulation/index.ts';
import { startTiming } from './manifest.ts';
import { ResultsFolder } from './resultsFolder.ts';
import type { RunIdentity } from './runIdentity.ts';
import type { RunRequest } from './runRequest.ts';
import type { RunState } from './runState.ts';
import { RunWriter } from './runWriter.ts';
import { writeRun } from './writeRun.ts';

/** What is told while a run goes on. */
export interface RunEvents {
  /** Aborted at the first interrupt. */
  signal: AbortSignal;
  onStart(facts: {
    done: number;
    replicates: number;
    designs: number;
    abandoned: number;
  }): void | Promise<void>;
  /** Replicates that are done, the last of them perhaps not yet counted into the tables. */
  onReplicate(done: number): void;
  /** All replicates are done, or the run was stopped: what follows is drawing and writing. */
  onWriting(done: number): void;
  /** What the backend tells: a line, and what runs and waits elsewhere. */
  onNews: BackendPlace['onNews'];
  onStanding: BackendPlace['onStanding'];
  /** The run failed after some replicates, which are kept for `resume`; the error follows. */
  onFailure(kept: number): void;
}

export interface RunOutcome {
  /**
   * `complete`: it was done before. `stopped`: interrupted with at least one replicate. `nothing`: with none.
   * `underWay`: interrupted here, and the backend goes on.
   */
  state: 'done' | 'complete' | 'stopped' | 'nothing' | 'underWay';
  folder: string;
  replicates: number;
  replicatesAsked: number;
}

/**
 * Runs every design of a scenario, or of several that are compared, over its replicates and writes the results folder. Equal requests give the same
 * bytes in every file but the manifest, whatever the threads and however often interrupted and resumed.
 *
 * Throws ScenarioError and ResultsFolderError where the user can mend it. After another error the replicates that
 * are done stay in the hidden folder beside the results, for `resume`.
 */
export async function runExperiment(request: RunRequest, events: RunEvents): Promise<RunOutcome> {
  const timed = startTiming();
  const experiment = openExperiment(request.members, request.only);
  const { seed, replicates: replicatesAsked } = experiment.base.design.scenario;
  const warnings = workAhead(experiment, {
    ...request,
    replicates: replicatesAsked,
  });
  const identity = identityOfRun(request, experiment, seed);
  const plan = foldPlanOf(experiment, yardsticksOf(request));
  const folder = ResultsFolder.open<RunState>({
    target: request.out,
    explicit: request.explicitOut,
    force: request.force,
    resume: request.resume,
    identity,
    replicates: replicatesAsked,
    counts: 'replicate',
  });
  if (folder === 'complete') {
    return { state: 'complete', folder: request.out, replicates: replicatesAsked, replicatesAsked };
  }
  let writer: RunWriter | undefined;
  let backend: Backend | undefined;
  try {
    writer = new RunWriter(folder.work, plan, identity, folder.resumed);
    const resumedFrom = writer.fold.count;
    for (const line of warnings) events.onNews(line);
    await events.onStart({
      done: resumedFrom,
      replicates: replicatesAsked,
      designs: experiment.designs.length,
      abandoned: folder.abandoned,
    });
    const members = experiment.members.length;
    const kept = writer;
    backend = await request.backend({
      folder: folder.work,
      identity,
      signal: events.signal,
      tasks: (replicatesAsked - resumedFrom) * members,
      onSend: () => kept.keepState(),
      onAhead: (tasks) => events.onReplicate(kept.fold.count + Math.floor(tasks / members)),
      onNews: events.onNews,
      onStanding: events.onStanding,
    });
    await runReplicates(backend, request, experiment, writer, replicatesAsked, events);
    await backend.close();
    const done = writer.fold.count;
    const outcome = { folder: folder.target, replicates: done, replicatesAsked };
    if (done < replicatesAsked && backend.outlives) {
      writer.leave();
      folder.leave();
      return { ...outcome, state: 'underWay' };
    }
    if (done === 0) {
      writer.leave();
      folder.discard();
      return { ...outcome, state: 'nothing' };
    }
    const partial = done < replicatesAsked;
    folder.checkThere();
    writer.keepState();
    events.onWriting(done);
    writer.finish();
    await writeRun({
      request,
      experiment,
      plan,
      identity,
      fold: writer.fold,
      folder: folder.work,
      partial,
      timed,
      resumedFrom,
    });
    folder.commit();
    return { ...outcome, state: partial ? 'stopped' : 'done' };
  } catch (error) {
    await backend?.close();
    try {
      writer?.leave();
    } catch {
      // The disk may be full, which the first error says; what was stored before stands.
    }
    const kept = writer?.stored ?? folder.resumed?.done ?? 0;
    const isKept = kept > 0 || backend?.outlives === true;
    const told = folder.leaveAfter(error, isKept);
    if (isKept && told === error) events.onFailure(kept);
    throw told;
  }
}

async function runReplicates(
  backend: Backend,
  request: RunRequest,
  experiment: Experiment,
  writer: RunWriter,
  replicates: number,
  { signal, onReplicate }: RunEvents,
): Promise<void> {
  const from = writer.fold.count;
  if (from >= replicates) return;
  const of = experiment.members.map((member) => ({
    bundle: member.bundle,
    options: {
      references: referencesOf(request, member),
      clientTable: request.clientTable,
      designs: member.designs.map(({ own }) => own),
      yardsticks: yardsticksOf(request),
    },
  }));
  const tasksOf = (replicate: number): WorkerTask[] =>
    of.map((task, i) => ({
      ...task,
      replicate,
      ...(request.clientTable && { tablesTo: `${writer.tablesOf(replicate)}-${i}` }),
    }));
  await backend.expect(tasksOfAll(from, replicates, tasksOf));
  await runInOrder({
    from,
    to: replicates,
    concurrency: () => backend.concurrency,
    run: async (replicate) => {
      const results = await Promise.all(tasksOf(replicate).map((task) => backend.run(task)));
      return joinedResults(experiment, replicate, results);
    },
    fold: (result) => {
      writer.add(result);
      onReplicate(writer.fold.count);
    },
    signal,
  });
}

function* tasksOfAll(from: number, to: number, tasksOf: (replicate: number) => WorkerTask[]) {
  for (let replicate = from; replicate < to; replicate++) yield* tasksOf(replicate);
}

/** A comparison also shows the companion worlds on request by themselves; a run only what compares with them. */
const yardsticksOf = ({ kind, references }: RunRequest): readonly CompanionName[] =>
  kind === 'compare' ? references : [];

/** Where openings are limited, a comparison asks what others lost: only a world without service tells. */
function referencesOf(
  { kind, references }: RunRequest,
  { designs }: Experiment['members'][number],
): readonly CompanionName[] {
  const limited = designs.some(({ design }) => hasOpenings(design.scenario));
  return kind === 'compare' && limited && !references.includes('noService')
    ? [...references, 'noService']
    : references;
}

/** The number of replicates is no part of it: a stopped run may go on to another number. */
function identityOfRun(
  { kind, references, clientTable, rank }: RunRequest,
  { members }: Experiment,
  seed: string,
): RunIdentity {
  const hashes = members.flatMap(({ bundle, designs }) => {
    const once = openScenario({ ...bundle, set: [...bundle.set, 'replicates=1'] });
    return designs.map(({ id, own }) => [id, once.designs.find((one) => one.id === own)!.hash]);
  });
  return {
    version: packageVersion(),
    seed,
    hashes: Object.fromEntries(hashes),
    references: [...references].sort(),
    clientTable,
    ...(kind === 'compare' && { study: { command: kind, 'measures to rank by': rank.join(' ') } }),
  };
}
