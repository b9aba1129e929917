import type { ReplicateResult } from '../simulation/contract.ts';
import type { WorkerTask } from './workerTask.ts';

/** Where tasks are run: threads of this process, or the nodes of a cluster. It does not know what they are for. */
export interface Backend {
  /** Tasks that are worth being asked for at the same time, by what is known so far of how long they take. */
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
  /** What is asked for: results made for something else are not taken. */
  identity: unknown;
  /** Tasks that will be asked for at most, where that is known. */
  tasks?: number;
  /** Aborted when the user wants an end. */
  signal: AbortSignal;
  /** Told before work is sent off that goes on without this process: what is needed to go on must lie in the folder. */
  onSend(): void;
  /** Told how many tasks are done that nobody has asked for yet. */
  onAhead(tasks: number): void;
  /** Told what a user should know at once, as a line of text. */
  onNews(line: string): void;
  /** Told how many pieces of work run elsewhere, and how many wait there and why. */
  onStanding(standing: { running: number; waiting: number; why: string }): void;
}

/** Opens the backend that the user chose. */
export type OpenBackend = (place: BackendPlace) => Promise<Backend>;
