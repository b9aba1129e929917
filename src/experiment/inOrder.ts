/** Of pieces of work that are numbered, such as the replicates of a run. */
export interface InOrderOptions<Result> {
  /** First number to run; larger than 0 when a run is resumed. */
  from: number;
  /** One past the last. */
  to: number;
  /** Pieces under way at the same time; asked again before each, since it may depend on how long they take. */
  concurrency: number | (() => number);
  run: (index: number) => Promise<Result>;
  /** Receives every result once, in the order of the numbers, and never two at a time. */
  fold: (result: Result, index: number) => void | Promise<void>;
  /** When aborted, nothing more is started or folded, and what is under way is left to the backend. */
  signal?: AbortSignal;
}

/**
 * Runs pieces `from … to − 1`, several at a time, and folds their results strictly in order, so that no
 * result depends on which thread was fastest. A result that is ready early waits, and none is started more than
 * twice the concurrency ahead of the fold, so that memory does not grow with the number of pieces.
 *
 * Resolves with the number folded so far, counted from 0, also when aborted. Rejects with the first error of a
 * piece or of the fold; of what is done then, only results that come before the piece that failed are folded.
 */
export async function runInOrder<Result>(options: InOrderOptions<Result>): Promise<number> {
  const { from, to, run, fold, signal } = options;
  const { concurrency } = options;
  const mayBeUnderWay = () => Math.max(1, typeof concurrency === 'number' ? concurrency : concurrency());
  const waiting = new Map<number, { result: Result }>();
  let nextToStart = from;
  let nextToFold = from;
  let underWay = 0;
  let folding = false;
  let failure: { error: unknown; index: number } | undefined;
  const isBeforeFailure = () => failure === undefined || nextToFold < failure.index;

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
        underWay < mayBeUnderWay() &&
        nextToStart - nextToFold < 2 * mayBeUnderWay()
      ) {
        const index = nextToStart++;
        underWay++;
        run(index).then(
          (result) => {
            underWay--;
            waiting.set(index, { result });
            void foldReady();
          },
          (error) => {
            underWay--;
            if (signal?.aborted) return;
            failure ??= { error, index };
            void foldReady();
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
        for (let next = waiting.get(nextToFold); next && !signal?.aborted && isBeforeFailure(); ) {
          waiting.delete(nextToFold);
          await fold(next.result, nextToFold);
          nextToFold++;
          start();
          next = waiting.get(nextToFold);
        }
      } catch (error) {
        // What was folded comes first, whatever has failed meanwhile further on.
        failure = { error, index: nextToFold };
      }
      folding = false;
      finishIfOver();
    };

    signal?.addEventListener('abort', onAbort);
    start();
    finishIfOver();
  });
}
