import type { ReplicateOptions, ReplicateResult, ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario, simulateReplicate } from '../../simulation/index.ts';

/** One replicate of some designs of a scenario. */
export interface SimulationTask {
  bundle: ScenarioBundle;
  replicate: number;
  options: ReplicateOptions;
}

/** Runs replicates in a worker of its own. The scenario opened last is kept: the next task is mostly of the same. */
export class Simulator {
  private opened: { texts: string; scenario: ReturnType<typeof openScenario> } | undefined;

  /** Pure: the same task gives the same rows as on the command line. */
  run({ bundle, replicate, options }: SimulationTask): ReplicateResult {
    const texts = JSON.stringify(bundle);
    if (this.opened?.texts !== texts) this.opened = { texts, scenario: openScenario(bundle) };
    return simulateReplicate(this.opened.scenario, replicate, options);
  }
}
