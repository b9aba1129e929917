import { hasOpenings } from '../../experiment/members.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import { seedKey } from '../../random/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import type { DesignResult, ReplicateOptions, ReplicateResult } from '../../simulation/contract.ts';
import { referencesOf } from '../../simulation/index.ts';
import type { Question } from './question.ts';

/** Results that are kept at least: four designs in twenty replicates, three times over. */
const LEAST = 240;

/**
 * What designs gave in replicates that were run before. A lever that is moved in one design leaves the others as they
 * are, and undo brings back what was known: only what is new is run.
 */
export class ResultCache {
  private results = new Map<string, DesignResult>();
  private most = LEAST;

  /** Room for so many, which an hour of moving levers never goes beyond. */
  keep(results: number): void {
    this.most = Math.max(LEAST, results);
  }

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
      if (this.results.size <= this.most) return;
      this.results.delete(oldest);
    }
  }
}

/** The results of one question, as far as they are known. */
export class CachedQuestion {
  /** Companion worlds that the command line would run as well for these designs. */
  readonly references: ReplicateOptions['references'];
  private readonly ids: readonly string[];
  private readonly keys: ReadonlyMap<string, string>;

  constructor(
    { experiment }: Question,
    private readonly cache: ResultCache,
  ) {
    const { designs, members } = experiment;
    this.ids = designs.map(({ id }) => id);
    this.references = designs.some(({ design }) => hasOpenings(design.scenario)) ? ['noService'] : [];
    this.keys = designKeys(members[0].loaded);
  }

  /** Designs that are yet to be run. */
  missing(replicate: number): string[] {
    return this.ids.filter((id) => this.cache.get(this.key(id, replicate)) === undefined);
  }

  take(replicate: number, results: readonly DesignResult[]): void {
    for (const result of results) this.cache.set(this.key(result.design, replicate), result);
  }

  /** All designs of a replicate; undefined where some are missing. Equal designs under two names share what one gave. */
  replicate(replicate: number): ReplicateResult | undefined {
    const designs = this.ids.map((design) => ({ ...this.cache.get(this.key(design, replicate))!, design }));
    return designs.every(({ rows }) => rows !== undefined) ? { replicate, designs } : undefined;
  }

  /** The first replicates, as far as they are known without a gap. */
  replicates(most: number): ReplicateResult[] {
    const known: ReplicateResult[] = [];
    for (let next = this.replicate(0); next && known.length < most; next = this.replicate(known.length))
      known.push(next);
    return known;
  }

  private key(design: string, replicate: number): string {
    return `${this.keys.get(design)} ${this.references.join()} ${replicate}`;
  }
}

/**
 * What fixes the result of a design: its own hash, the seed, and of the base design only the means by which motives are
 * scaled. Two designs of equal keys give the same rows in the same replicate.
 */
function designKeys(loaded: LoadedScenario<Scenario>): Map<string, string> {
  const scales = designScales(loaded);
  return new Map(loaded.designs.map(({ id, hash }) => [id, `${hash} ${scales}`]));
}

/** Seed and means by which motives are scaled: what designs have from the base of their file. */
export function designScales({ designs: [{ scenario: base }] }: LoadedScenario<Scenario>): string {
  const { groupShares, means } = referencesOf(base, seedKey(base.seed));
  return JSON.stringify([base.seed, means, [...groupShares]]);
}
