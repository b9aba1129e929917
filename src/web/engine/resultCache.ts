import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type { DesignResult } from '../../simulation/contract.ts';
import { referencesOf } from '../../simulation/index.ts';

/** Results that are kept: four designs in twenty replicates, three times over for undo. */
const MOST = 240;

/**
 * What designs gave in replicates that were run before. A lever that is moved in one design leaves the others as they
 * are, and undo brings back what was known: only what is new is run.
 */
export class ResultCache {
  private results = new Map<string, DesignResult>();

  get(key: string): DesignResult | undefined {
    const found = this.results.get(key);
    if (found === undefined) return undefined;
    // The order of a map is that of insertion: what is used goes last, what was not used for longest is dropped first.
    this.results.delete(key);
    this.results.set(key, found);
    return found;
  }

  set(key: string, result: DesignResult): void {
    this.results.set(key, result);
    for (const oldest of this.results.keys()) {
      if (this.results.size <= MOST) return;
      this.results.delete(oldest);
    }
  }
}

/**
 * What fixes the result of a design: its own hash, the seed, and of the base design only the means by which motives are
 * scaled. Two designs of equal keys give the same rows in the same replicate.
 */
export function designKeys(loaded: LoadedScenario<Scenario>): Map<string, string> {
  const scales = designScales(loaded);
  return new Map(loaded.designs.map(({ id, hash }) => [id, `${hash} ${scales}`]));
}

/** Seed and means by which motives are scaled: what designs have from the base of their file. */
export function designScales({ designs: [{ scenario: base }] }: LoadedScenario<Scenario>): string {
  const { groupShares, ...means } = referencesOf(base, seedKey(base.seed));
  return JSON.stringify([base.seed, means, [...groupShares]]);
}
