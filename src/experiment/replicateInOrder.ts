import type { ReplicateResult } from '../simulation/contract.ts';

/** What a backend offers: runs one replicate somewhere. */
export type RunReplicate = (replicate: number) => Promise<ReplicateResult>;

export interface InOrderOptions {
  /** First replicate to run; larger than 0 when a run is resumed. */
  from: number;
  /** One past the last replicate. */
  to: number;
  /** Replicates under way at the same time. */
  concurrency: number;
  run: RunReplicate;
  /** Receives every result once, in the order of the replicates, and never two at a time. */
  fold: (result: ReplicateResult) => void | Promise<void>;
  /** When aborted, nothing more is started or folded, and what is under way is left to the backend. */
  signal?: AbortSignal;
}

/**
 * Runs replicates `from … to − 1`, several at a time, and folds their results strictly in order, so that no
 * result depends on which thread was fastest. A result that is ready early waits, and no replicate is started
 * more than twice the concurrency ahead of the fold, so that memory does not grow with the number of replicates.
 *
 * Resolves with the number of replicates folded so far, counted from replicate 0, also when aborted. Rejects
 * with the first error of a replicate or of the fold; nothing is folded after that.
 */
export async function runInOrder(options: InOrderOptions): Promise<number> {
  const { from, to, run, fold, signal } = options;
  const concurrency = Math.max(1, options.concurrency);
  const mayStandAhead = 2 * concurrency;
  const waiting = new Map<number, ReplicateResult>();
  let nextToStart = from;
  let nextToFold = from;
  let underWay = 0;
  let folding = false;
  let failure: { error: unknown } | undefined;

  return new Promise((resolve, reject) => {
    let over = false;
    const finish = (settle: () => void) => {
      if (over) return;
      over = true;
      signal?.removeEventListener('abort', onAbort);
      settle();
    };
    /** Ends the run where it must end; never while a fold is writing. */
    const finishIfOver = () => {
      if (folding) return;
      if (failure) {
        const { error } = failure;
        finish(() => reject(error));
      } else if (nextToFold >= to || signal?.aborted) finish(() => resolve(nextToFold));
    };
    const onAbort = () => finishIfOver();

    const start = () => {
      while (
        !over &&
        !failure &&
        !signal?.aborted &&
        nextToStart < to &&
        underWay < concurrency &&
        nextToStart - nextToFold < mayStandAhead
      ) {
        const replicate = nextToStart++;
        underWay++;
        run(replicate).then(
          (result) => {
            underWay--;
            waiting.set(replicate, result);
            void foldReady();
          },
          (error) => {
            underWay--;
            if (signal?.aborted) return;
            failure ??= { error };
            finishIfOver();
          },
        );
      }
    };

    const foldReady = async () => {
      if (folding || over) return;
      folding = true;
      try {
        // Starting before folding keeps the threads busy while the fold writes.
        start();
        for (let result = waiting.get(nextToFold); result && !signal?.aborted && !failure; ) {
          waiting.delete(nextToFold);
          await fold(result);
          nextToFold++;
          start();
          result = waiting.get(nextToFold);
        }
      } catch (error) {
        failure ??= { error };
      }
      folding = false;
      finishIfOver();
    };

    signal?.addEventListener('abort', onAbort);
    start();
    finishIfOver();
  });
}
