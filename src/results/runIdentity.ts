import { packageVersion } from '../backends/packageFiles.ts';
import type { CompanionName, ScenarioBundle } from '../simulation/contract.ts';
import { openScenario } from '../simulation/index.ts';

/** What must be equal for one run to go on where another stopped: then the same bytes come out. */
export interface RunIdentity {
  version: string;
  /** The seed as text. */
  seed: string;
  /** Design id to the hash of its resolved scenario, the number of replicates left out. */
  hashes: Record<string, string>;
  /** Companion worlds asked for beside those of the scenario. */
  references: string[];
  /** Whether client-level tables are written. */
  clientTable: boolean;
  /** Of a study: what it asks at which points, each part in words with its hash or value. */
  study?: Record<string, string>;
}

/**
 * The identity of what is asked for. The number of replicates is no part of a run's: a stopped run may go on to another
 * number. A study says itself what it hangs on.
 */
export function identityOf(
  {
    bundle,
    references,
    clientTable = false,
  }: { bundle: ScenarioBundle; references: readonly CompanionName[]; clientTable?: boolean },
  study?: Record<string, string>,
): RunIdentity {
  const { designs } = openScenario({ ...bundle, set: [...bundle.set, 'replicates=1'] });
  return {
    version: packageVersion(),
    seed: designs[0].scenario.seed,
    hashes: Object.fromEntries(designs.map(({ id, hash }) => [id, hash])),
    references: [...references].sort(),
    clientTable,
    ...(study && { study }),
  };
}

/** The first thing in which two runs differ, in words for an error message; undefined where they are the same. */
export function identityDifference(asked: RunIdentity, found: RunIdentity): string | undefined {
  if (asked.version !== found.version) {
    return `it was made by version ${found.version}, and this is version ${asked.version}`;
  }
  if (asked.seed !== found.seed) return `its seed is "${found.seed}", and "${asked.seed}" is asked for`;
  const designs = new Set([...Object.keys(asked.hashes), ...Object.keys(found.hashes)]);
  for (const design of designs) {
    if (asked.hashes[design] === found.hashes[design]) continue;
    if (found.hashes[design] === undefined) return `it has no design "${design}"`;
    if (asked.hashes[design] === undefined) return `it has a design "${design}", which is not asked for`;
    return `its design "${design}" has other parameters`;
  }
  if (asked.references.join() !== found.references.join()) {
    return `its reference worlds are ${listed(found.references)}, and ${listed(asked.references)} are asked for`;
  }
  if (asked.clientTable !== found.clientTable) {
    return found.clientTable ? 'it has client-level tables' : 'it has no client-level tables';
  }
  for (const part of new Set([...Object.keys(asked.study ?? {}), ...Object.keys(found.study ?? {})])) {
    if (asked.study?.[part] !== found.study?.[part]) return `it was asked for with other ${part}`;
  }
  return undefined;
}

const listed = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');
