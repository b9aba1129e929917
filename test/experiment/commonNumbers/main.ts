import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonNumbersTable } from '../../../docs/generator/commonNumbers.ts';
import { parseCsv } from '../../../src/tables/csv.ts';
import { measureKey } from '../../../src/tables/rows.ts';
import { headlineKeys } from '../../../src/words/comparison.ts';
import { commandOf, origin } from '../../support/trialFile.ts';
import { type CommonNumbersTrial, type Contrast, type ScenarioRecord, writeCommonNumbers } from './record.ts';
import { reduction } from './reduction.ts';

/** Designs that are held against the base, of each main scenario that runs in seconds at this size. */
const contrasts: Record<string, readonly string[]> = {
  'activation-pilot': ['sameSpend', 'blockGrant'],
  first: ['grant'],
  'joint-commissioning': ['outcomes', 'weakBlock'],
  'liaison-diversion': ['localBlock', 'formsCut'],
  'strategic-outcomes': ['understood', 'deepHelp'],
  'work-programme': ['flatPrice', 'minimumService'],
};
const REPLICATES = 30;
const SCALE = 0.1;

/**
 * Runs designs of bundled scenarios in common luck and tells how much less their differences vary for it. Gives the exit code. With
 * `--write` the result is put into `results.json`, from which the page is made.
 */
export function main(words: readonly string[], root: string): number {
  if (words.some((word) => word !== '--write')) {
    console.error('npm run common-numbers [-- --write]');
    return 2;
  }
  const began = performance.now();
  const scenarios = Object.entries(contrasts).map(([scenario, designs]) => {
    console.error(scenario);
    return record(root, scenario, designs);
  });
  const trial: CommonNumbersTrial = {
    ...origin(root, ['src', 'scenarios']),
    command: commandOf('common-numbers', words),
    replicates: REPLICATES,
    scale: SCALE,
    seconds: Math.round((performance.now() - began) / 1000),
    scenarios,
  };
  console.log(commonNumbersTable(trial));
  if (words.includes('--write'))
    console.error(`wrote ${writeCommonNumbers(root, trial)}; now run npm run docs -- --code`);
  return 0;
}

function record(root: string, scenario: string, designs: readonly string[]): ScenarioRecord {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-common-'));
  try {
    const out = join(folder, 'results');
    const sizes = ['--replicates', String(REPLICATES), '--scale', String(SCALE), '--only', designs.join(',')];
    const command = [join(root, 'dist/streetlevel.js'), 'run', scenario, ...sizes, '--quiet', '--out', out];
    const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${scenario}: ${stderr}`);
    const { base } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    const values = valuesOf(readFileSync(join(out, 'measures.csv'), 'utf8'));
    return {
      scenario,
      base,
      designs: designs.map((design) => ({
        design,
        contrasts: headlineKeys.flatMap((measure) =>
          contrast(measure, values.get(`${base} ${measure}`), values.get(`${design} ${measure}`)),
        ),
      })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Values by design and key, in the order of the replicates; NaN for what is undefined. */
function valuesOf(csv: string): Map<string, number[]> {
  const values = new Map<string, number[]>();
  for (const [design, replicate, measure, slice, value] of parseCsv(csv).slice(1)) {
    const key = `${design} ${measureKey(measure, slice)}`;
    if (!values.has(key)) values.set(key, []);
    values.get(key)![Number(replicate)] = value === '' ? Number.NaN : Number(value);
  }
  return values;
}

/** Nothing where a measure is undefined in a run of either. */
function contrast(measure: string, base: number[] = [], other: number[] = []): Contrast[] {
  if (base.length === 0 || [...base, ...other].some((value) => Number.isNaN(value))) return [];
  const difference = other.reduce((sum, value, run) => sum + value - base[run], 0) / base.length;
  return [{ measure, difference, ...reduction(base, other) }];
}
