import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { bundleScenario, openScenario, simulateReplicate } from '../../src/simulation/index.ts';
import { tQuantile } from '../../src/statistics/index.ts';
import { measureKey } from '../../src/tables/rows.ts';

/** Values of every measure key, one a replicate, by design. */
export type Findings = Record<string, Record<string, number[]>>;

/** The text of a bundled scenario, such as `joint-commissioning` or `joint-commissioning/budgets`. */
export const scenarioText = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url)), 'utf8');

/** A bundled scenario as plain data, to be changed and written anew. */
export function bundledScenario(name: string): Record<string, unknown> {
  // Tests take apart what levers would move.
  const { levers, ...scenario } = parse(scenarioText(name));
  return scenario;
}

/** How an experiment is run. */
export interface Runs {
  replicates: number;
  scale?: number;
  set?: string[];
  references?: ('noService' | 'equalTime')[];
}

/** What a small experiment on the activation pilot asks for. */
export interface Experiment extends Runs {
  /** Designs by name: patches of the file as it stands. */
  designs: Record<string, object>;
}

/** Runs designs on the activation pilot in common luck and gives all measures by replicate. */
export function pilotExperiment({ designs, scale = 0.25, ...runs }: Experiment): Findings {
  const scenario = bundledScenario('activation-pilot');
  scenario.designs = Object.fromEntries(Object.entries(designs).map(([id, patch]) => [id, { set: patch }]));
  return experiment('activation-pilot', scenario, { scale, ...runs });
}

/** Runs all designs of a scenario given as plain data in common luck and gives all measures by replicate. */
export function experiment(
  name: string,
  scenario: object,
  { replicates, scale = 1, set = [], references = [] }: Runs,
): Findings {
  const bundle = bundleScenario(
    { file: `${name}.yaml`, text: stringify(scenario) },
    () => ({ problem: 'nothing is extended here' }),
    [`scale=${scale}`, ...set],
  );
  const loaded = openScenario(bundle);
  const findings: Findings = {};
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (const result of simulateReplicate(loaded, replicate, { references, clientTable: false }).designs) {
      const keys = (findings[result.design] ??= {});
      for (const row of result.rows) {
        const values = (keys[measureKey(row.measure, row.slice)] ??= []);
        values.push(row.value ?? Number.NaN);
      }
    }
  }
  return findings;
}

/** Mean of one measure of one design. */
export function meanOf(findings: Findings, design: string, key: string): number {
  const values = findings[design]?.[key];
  if (values === undefined) throw new Error(`${design} has no measure ${key}`);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Difference b − a of one measure, paired by replicate, with the half-width of its t interval, 99.9% unless told otherwise. */
export function paired(
  findings: Findings,
  a: string,
  b: string,
  key: string,
  level = 0.999,
): { mean: number; half: number } {
  const differences = findings[b][key].map((value, at) => value - findings[a][key][at]);
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, half: tQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n) };
}

/** Nobody is paid by results: the fees taken out, to be replaced by others. */
export const noFees = {
  timeline: { reweighting: null },
  incentives: { attachment: null, start: null, sustainment: null },
};

/** All money on outcomes at the spend of the pilot as built. */
export const sameSpend = {
  timeline: { reweighting: null },
  incentives: { attachment: null, start: { amount: 3300 }, sustainment: { amount: 4950 } },
};

/** Patches merged one over the other (JSON Merge Patch). */
export function merged(...patches: object[]): object {
  return patches.reduce((under, over) => merge(under, over), {});
}

function merge(under: object, over: object): object {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    const both = isMap(value) && isMap(below);
    result[key] = both ? merge(below, value) : value;
  }
  return result;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A mix of one disposition in the place of the pilot's four. */
export function onlyKeyWorkers(disposition: string): object {
  const none = { entrepreneur: null, caregiver: null, bureaucrat: null, indifferent: null };
  return { caseworkers: { roles: { keyWorker: { mix: { ...none, [disposition]: 1 } } } } };
}
