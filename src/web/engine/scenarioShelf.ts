import type { Scenario } from '../../model/schema/scenario.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';

/** Scenarios that stay open. */
const MOST = 6;

/** Scenarios opened last, by their texts and settings: reading one takes as long as some replicates of a small one. */
export class ScenarioShelf {
  private readonly open = new Map<string, LoadedScenario<Scenario>>();

  /** Throws ScenarioError where there are problems, each time. */
  get(bundle: ScenarioBundle): LoadedScenario<Scenario> {
    const texts = JSON.stringify(bundle);
    const loaded = this.open.get(texts) ?? openScenario(bundle);
    this.open.delete(texts);
    this.open.set(texts, loaded);
    for (const oldest of this.open.keys()) {
      if (this.open.size <= MOST) break;
      this.open.delete(oldest);
    }
    return loaded;
  }
}
