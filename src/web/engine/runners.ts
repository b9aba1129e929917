import type { DesignResult } from '../../simulation/contract.ts';
import type { SimulationTask } from './simulator.ts';

/** Whoever runs a replicate: a worker of its own. */
export type RunTask = (task: SimulationTask) => Promise<DesignResult[]>;

interface Waiting {
  begin(runner: RunTask): void;
  signal: AbortSignal;
}

/**
 * Workers that run replicates, each one at a time. A task that was called off before it began is never begun: of many
 * questions in a row, as a slider asks them, at most the replicates under way delay the last.
 */
export class Runners {
  private readonly free: RunTask[] = [];
  private readonly waiting: Waiting[] = [];
  private employed = 0;

  get count(): number {
    return this.employed;
  }

  employ(runner: RunTask): void {
    this.employed++;
    this.free.push(runner);
  }

  /** Never settles where it was called off before it began: nobody waits for it any more. */
  async run(task: SimulationTask, signal: AbortSignal): Promise<DesignResult[]> {
    const runner =
      this.free.pop() ?? (await new Promise<RunTask>((begin) => this.waiting.push({ begin, signal })));
    try {
      return await runner(task);
    } finally {
      this.release(runner);
    }
  }

  private release(runner: RunTask): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (next.signal.aborted) continue;
      next.begin(runner);
      return;
    }
    this.free.push(runner);
  }
}
