import type { Scenario } from '../../model/schema/scenario.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type { ReplicateOptions, ReplicateResult, ScenarioBundle } from '../../simulation/contract.ts';
import { replicateInTurns, Sharing } from '../../simulation/index.ts';
import { designScales } from './resultCache.ts';
import { ScenarioShelf } from './scenarioShelf.ts';
import { Turns } from './turns.ts';

/** One replicate of some designs of a scenario. */
export interface SimulationTask {
  bundle: ScenarioBundle;
  replicate: number;
  options: ReplicateOptions;
}

/** Replicates of which people and twins are kept: those of a question with a lever in between. */
const KEPT = 24;

/** Populations, and worlds without service, that are kept of each: those of the designs side by side. */
const MOST_SHARED = 4;

/** Milliseconds without a look at what the desk has sent meanwhile. */
const SLICE = 12;

/**
 * Runs replicates in a worker of its own. Scenarios stay open, and the people and twins of replicates are
 * kept: most levers leave them as they are.
 */
export class Simulator {
  private readonly shelf = new ScenarioShelf();
  private readonly sharing = new Map<string, Sharing>();
  private readonly turns = new Turns();
  private calledOff = 0;

  /**
   * Pure: the same task gives the same rows as on the command line.
   *
   * @throws Error where it was called off.
   */
  async run({ bundle, replicate, options }: SimulationTask): Promise<ReplicateResult> {
    const { calledOff } = this;
    const loaded = this.shelf.get(bundle);
    const sharing = this.sharingOf(loaded, replicate);
    const turns = replicateInTurns(loaded, replicate, options, sharing);
    for (let until = performance.now() + SLICE; ; ) {
      const turn = turns.next();
      if (turn.done) {
        sharing.keepLast(MOST_SHARED);
        return turn.value;
      }
      if (performance.now() < until) continue;
      await this.turns.next();
      if (this.calledOff !== calledOff) throw new Error('called off');
      until = performance.now() + SLICE;
    }
  }

  /** Reads what is soon to be run. */
  open(bundle: ScenarioBundle): void {
    try {
      this.shelf.get(bundle);
    } catch {
      // The desk opens it as well, and says what is wrong with it.
    }
  }

  /** Nobody waits any more for what is under way. */
  callOff(): void {
    this.calledOff++;
  }

  /** Where seed and scales of motives are the same, two scenarios share what their own hashes say they share. */
  private sharingOf(loaded: LoadedScenario<Scenario>, replicate: number): Sharing {
    const key = `${designScales(loaded)} ${replicate}`;
    const known = this.sharing.get(key) ?? new Sharing(loaded, replicate);
    this.sharing.delete(key);
    this.sharing.set(key, known);
    for (const oldest of this.sharing.keys()) {
      if (this.sharing.size <= KEPT) break;
      this.sharing.delete(oldest);
    }
    return known;
  }
}
