import { type InOrderOptions, runInOrder } from '../inOrder.ts';
import { type KeptReplicate, sideBySide } from './kept.ts';
import type { PointOutcome, PointRequest } from './point.ts';

export interface RunPointsOptions {
  /** Replicates under way at the same time, of one point or of several. */
  concurrency: InOrderOptions<unknown>['concurrency'];
  /** Runs one replicate of a point; rejects where it cannot. */
  run: (point: PointRequest, replicate: number) => Promise<KeptReplicate>;
  /** Whether an error says something of the point. Others, such as those of a cluster, end the work; none does if absent. */
  isOfPoint?: (error: unknown) => boolean;
  /** Told of every point as soon as all its replicates are there, in the order of the points. */
  onPoint: (index: number, outcome: PointOutcome) => void;
  /** Told of every replicate. */
  onReplicate: () => void;
  signal: AbortSignal;
}

/**
 * Runs all replicates of all points, several at a time. A point of which a replicate fails is failed with the first
 * reason, and its other replicates are left out; the rest goes on. When aborted, points that are not whole stay missing.
 */
export async function runPoints(
  points: readonly PointRequest[],
  { concurrency, run, isOfPoint = () => true, onPoint, onReplicate, signal }: RunPointsOptions,
): Promise<PointOutcome[]> {
  const outcomes = points.map((): PointOutcome => ({ state: 'missing' }));
  const failing = new Set<number>();
  const work = points.flatMap(({ replicates }, point) =>
    Array.from({ length: replicates }, (_, replicate) => ({ point, replicate })),
  );
  let whole: KeptReplicate[] = [];
  let why: string | undefined;
  await runInOrder<KeptReplicate | Failure | 'left out'>({
    from: 0,
    to: work.length,
    concurrency,
    signal,
    async run(index) {
      const { point, replicate } = work[index];
      if (failing.has(point)) return 'left out';
      try {
        return await run(points[point], replicate);
      } catch (error) {
        // Of a pool that was closed at an interrupt the point says nothing.
        if (signal.aborted || !isOfPoint(error)) throw error;
        failing.add(point);
        return new Failure(reasonOf(error));
      }
    },
    fold(result, index) {
      const { point } = work[index];
      if (result instanceof Failure) why ??= result.why;
      else if (result !== 'left out') whole.push(result);
      onReplicate();
      if (index + 1 < work.length && work[index + 1].point === point) return;
      outcomes[point] =
        why === undefined ? { state: 'done', designs: sideBySide(whole) } : { state: 'failed', why };
      whole = [];
      why = undefined;
      onPoint(point, outcomes[point]);
    },
  });
  return outcomes;
}

/** Why a replicate failed. Reasons are taken in the order of the replicates, not of time. */
class Failure {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

/** The reason in the words of the scenario's own check, where it is one. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
