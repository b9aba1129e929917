import { openThreadPool } from '../backends/threads.ts';
import { runInOrder } from '../experiment/inOrder.ts';
import type { FoldPlan } from '../experiment/replicateFold.ts';
import { measureCatalogue, openScenario } from '../simulation/index.ts';
import { ResultsFolder } from './resultsFolder.ts';
import { identityOf } from './runIdentity.ts';
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
  onReplicate(done: number): void;
  /** All replicates are done, or the run was stopped: what follows is drawing and writing. */
  onWriting(done: number): void;
  /** The run failed after some replicates, which are kept for `resume`; the error follows. */
  onFailure(kept: number): void;
}

export interface RunOutcome {
  /** `complete`: it was done before. `stopped`: interrupted with at least one replicate. `nothing`: with none. */
  state: 'done' | 'complete' | 'stopped' | 'nothing';
  folder: string;
  replicates: number;
  replicatesAsked: number;
}

/**
 * Runs every design of a scenario over its replicates and writes the results folder. Equal requests give the same
 * bytes in every file but the manifest, whatever the threads and however often interrupted and resumed.
 *
 * Throws ScenarioError and ResultsFolderError where the user can mend it. After another error the replicates that
 * are done stay in the hidden folder beside the results, for `resume`.
 */
export async function runExperiment(request: RunRequest, events: RunEvents): Promise<RunOutcome> {
  const started = new Date();
  const loaded = openScenario(request.bundle);
  const [first] = loaded.designs;
  const replicatesAsked = first.scenario.replicates;
  const identity = identityOf(request);
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
  try {
    writer = new RunWriter(folder.work, planOf(loaded), identity, folder.resumed);
    const resumedFrom = writer.fold.count;
    await events.onStart({
      done: resumedFrom,
      replicates: replicatesAsked,
      designs: loaded.designs.length,
      abandoned: folder.abandoned,
    });
    await runReplicates(request, writer, replicatesAsked, events);
    const done = writer.fold.count;
    const outcome = { folder: folder.target, replicates: done, replicatesAsked };
    if (done === 0) {
      writer.leave();
      folder.discard();
      return { ...outcome, state: 'nothing' };
    }
    const partial = done < replicatesAsked;
    writer.keepState();
    events.onWriting(done);
    writer.finish();
    await writeRun({
      request,
      loaded,
      identity,
      fold: writer.fold,
      folder: folder.work,
      partial,
      started,
      resumedFrom,
    });
    folder.commit();
    return { ...outcome, state: partial ? 'stopped' : 'done' };
  } catch (error) {
    writer?.leave();
    const kept = writer?.fold.count ?? 0;
    if (kept === 0) folder.discard();
    else {
      folder.leave();
      events.onFailure(kept);
    }
    throw error;
  }
}

async function runReplicates(
  { bundle, references, clientTable, threads }: RunRequest,
  writer: RunWriter,
  replicates: number,
  { signal, onReplicate }: RunEvents,
): Promise<void> {
  const left = replicates - writer.fold.count;
  if (left <= 0) return;
  const pool = openThreadPool(Math.min(threads, left));
  try {
    await runInOrder({
      from: writer.fold.count,
      to: replicates,
      concurrency: pool.threads,
      run: (replicate) => pool.run({ bundle, options: { references, clientTable }, replicate }),
      fold: (result) => {
        writer.add(result);
        onReplicate(writer.fold.count);
      },
      signal,
    });
  } finally {
    await pool.close();
  }
}

function planOf({ designs, base }: ReturnType<typeof openScenario>): FoldPlan {
  const logScaled = new Set(
    measureCatalogue()
      .filter(({ scale }) => scale === 'log')
      .map(({ id }) => id),
  );
  return {
    designs: designs.map(({ id }) => id),
    base,
    isLogScaled: (measure) => logScaled.has(measure),
    settings: designs.find(({ id }) => id === base)!.scenario.measures,
  };
}
