import type { DesignResult, ScenarioBundle } from '../../simulation/contract.ts';
import type { SimulationTask } from './simulator.ts';

/** Whoever runs replicates: a worker of its own. */
export interface Runner {
  run(task: SimulationTask): Promise<DesignResult[]>;
  /** Opens a scenario that is soon to be run, so that it does not wait for whoever asks. */
  open(bundle: ScenarioBundle): void;
  /** Ends what is under way: its promise is rejected. */
  callOff(): void;
}

interface Waiting {
  begin(runner: Runner): void;
  signal: AbortSignal;
}

/**
 * Workers that run replicates, each one at a time. A task that was called off before it began is never begun: what is
 * under way is ended: many questions in a row, as a slider asks them, do not wait for each other.
 */
export class Runners {
  private readonly free = new Set<Runner>();
  private readonly waiting: Waiting[] = [];
  private readonly all: Runner[] = [];

  get count(): number {
    return this.all.length;
  }

  employ(runner: Runner): void {
    this.all.push(runner);
    this.free.add(runner);
  }

  /** Whoever is free, or about to be, opens what is soon to be run. */
  open(bundle: ScenarioBundle): void {
    for (const runner of this.all) runner.open(bundle);
  }

  /**
   * Equal `turn`s go to the same worker where it is free: it still has the people of the replicate that it ran last time.
   * Never settles where it was called off before it began: nobody waits for it any more.
   */
  async run(task: SimulationTask, signal: AbortSignal, turn = task.replicate): Promise<DesignResult[]> {
    const runner =
      this.takeFree(turn) ?? (await new Promise<Runner>((begin) => this.waiting.push({ begin, signal })));
    const callOff = () => runner.callOff();
    signal.addEventListener('abort', callOff);
    try {
      return await runner.run(task);
    } finally {
      signal.removeEventListener('abort', callOff);
      this.release(runner);
    }
  }

  private takeFree(turn: number): Runner | undefined {
    const usual = this.all[turn % this.all.length];
    const [first] = this.free;
    const runner = this.free.has(usual) ? usual : first;
    this.free.delete(runner);
    return runner;
  }

  private release(runner: Runner): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (next.signal.aborted) continue;
      next.begin(runner);
      return;
    }
    this.free.add(runner);
  }
}
