import { readFileSync } from 'node:fs';
import { bundledPath } from '../../src/cli/bundledScenarios.ts';
import { bundleScenario, openScenario } from '../../src/simulation/index.ts';
import type { Fact } from './fact.ts';
import { readings } from './readings/index.ts';
import { type Found, foundIn, type Replicate, type Runs } from './runs.ts';

/** One replicate of runs: the piece of work that a thread takes. Plain data. */
export interface Unit {
  /** Names the runs and the replicate. */
  id: string;
  runs: Runs;
  replicate: number;
}

/** Runs that differ in designs and number of replicates alone are done together. */
const settingsOf = ({ scenario, set = [], scale, reference, reading = 'measures' }: Runs): string =>
  JSON.stringify([scenario, set, scale, reference, reading]);

const unitId = (runs: Runs, replicate: number): string => `${settingsOf(runs)} ${replicate}`;

/** All that these facts need, each piece once, with the designs of all who ask for it. */
export function unitsOf(facts: readonly Fact[]): Unit[] {
  const units = new Map<string, Unit>();
  for (const { runs: named } of facts)
    for (const runs of Object.values(named))
      for (let replicate = 0; replicate < runs.replicates; replicate++) {
        const id = unitId(runs, replicate);
        const known = units.get(id)?.runs.only ?? [];
        const only = [...new Set([...known, ...runs.only])];
        units.set(id, { id, runs: { ...runs, only }, replicate });
      }
  return [...units.values()];
}

/** Does one piece of work. */
export function perform({ runs, replicate }: Unit): Replicate {
  const text = readFileSync(bundledPath(runs.scenario), 'utf8');
  const settings = [...(runs.set ?? []), `scale=${runs.scale}`];
  const resolve = (name: string) => {
    const stem = name.replace(/^bundled:/, '').replace(/\.yaml$/, '');
    return { file: name, text: readFileSync(bundledPath(stem), 'utf8') };
  };
  const loaded = openScenario(bundleScenario({ file: runs.scenario, text }, resolve, settings));
  return readings[runs.reading ?? 'measures'](loaded, replicate, runs);
}

/** What the runs of a fact found, by name, out of all pieces that were done. */
export function foundOf(fact: Fact, done: ReadonlyMap<string, Replicate>): Record<string, Found> {
  return Object.fromEntries(
    Object.entries(fact.runs).map(([name, runs]) => {
      const replicates = Array.from({ length: runs.replicates }, (_, replicate) => {
        const found = done.get(unitId(runs, replicate));
        if (found === undefined) throw new Error(`${fact.id} lacks replicate ${replicate} of ${name}`);
        return found;
      });
      return [name, foundIn(replicates)];
    }),
  );
}
