import type { ReplicateResult } from '../simulation/contract.ts';
import type { WorkerTask } from './workerTask.ts';

/** Where tasks are run: threads of this process, or the nodes of a cluster. It does not know what they are for. */
export interface Backend {
  /** Tasks that are worth being asked for at the same time. */
  readonly concurrency: number;
  /** Whether finished tasks, or jobs that go on, lie in the folder: then it is kept when this process ends. */
  readonly outlives: boolean;
  /**
   * Says what will be asked for next, all of it. A backend that works in batches sends it off as one; to others it is
   * nothing. Each is then asked for by `run`, in any order.
   */
  expect(tasks: Iterable<WorkerTask>): Promise<void>;
  /** Runs one task; rejects with a {@link ReplicateError} that names it, or with an error of the backend itself. */
  run(task: WorkerTask): Promise<ReplicateResult>;
  /** Stops working at once, whatever is under way. Tasks not done are rejected. */
  close(): Promise<void>;
}

/** What a backend is opened for. */
export interface BackendPlace {
  /** The working folder of a run or study; one that all nodes see, where there are several. */
  folder: string;
  /** Tasks that will be asked for at most, where that is known. */
  tasks?: number;
  /** Told how many tasks are done that nobody has asked for yet. */
  onAhead(tasks: number): void;
}

/** Opens the backend that the user chose. */
export type OpenBackend = (place: BackendPlace) => Promise<Backend>;
