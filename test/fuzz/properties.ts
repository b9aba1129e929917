import { expect } from 'vitest';
import { foldPlanOf } from '../../src/experiment/foldPlan.ts';
import { openExperiment } from '../../src/experiment/members.ts';
import { ReplicateFold } from '../../src/experiment/replicateFold.ts';
import { reportTables } from '../../src/experiment/reportTables.ts';
import type { Scenario } from '../../src/model/schema/scenario.ts';
import { type LoadedScenario, resolvedYaml, ScenarioError } from '../../src/scenario/index.ts';
import {
  bundleScenario,
  openScenario,
  type ReplicateResult,
  replicateSize,
  simulateReplicate,
  UnrunnableError,
} from '../../src/simulation/index.ts';
import { summaryParagraph } from '../../src/words/paragraphs.ts';
import { Slowest } from './slowest.ts';

/** What became of a text: how often each comes up shows that a fuzz test reaches what it is about. */
export type Fate = 'refused' | 'large' | 'unrunnable' | 'ran';

/** Words of the language that have no business in a message; a user's own words stand in `found` alone. */
const leaked = /undefined|\[object|\bNaN\b|\bat .*\.[jt]s:\d/;

/** Problems have a place each, and words that a reader can do with. */
export function soundProblems({ problems }: ScenarioError): void {
  expect(problems.length).toBeGreaterThan(0);
  for (const { file, line, column, message, allowed = '', nearest = '' } of problems) {
    expect(Number.isInteger(line) && line > 0 && Number.isInteger(column) && column > 0).toBe(true);
    expect(file).not.toBe('');
    expect(message).not.toBe('');
    for (const words of [message, allowed, nearest]) expect(words).not.toMatch(leaked);
  }
}

/** How long a test's texts took to be opened or refused. */
export const openings = new Slowest('opening a scenario');

/** Opens a text as a file would be; what is wrong with it comes as problems with places, and nothing else is thrown. */
export function openedOr(text: string, set: string[] = []): LoadedScenario<Scenario> | undefined {
  const nothing = (reference: string) => ({ problem: `there is no file ${reference}` });
  try {
    return openings.timed(text, () =>
      openScenario(bundleScenario({ file: 'fuzz.yaml', text }, nothing, set)),
    );
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    soundProblems(error);
    return undefined;
  }
}

/** Opens a text and, where that succeeds and it is small, runs a replicate and puts it into tables and words. */
export function openedAndRun(text: string): Fate {
  const loaded = openedOr(text);
  if (loaded === undefined) return 'refused';
  const size = replicateSize(loaded.designs);
  for (const number of Object.values(size)) expect(number).toBeGreaterThanOrEqual(0);
  if (size.seconds > 3 || size.bytes > 1e8) return 'large';
  try {
    checkResult(simulateReplicate(loaded, 0, { references: [], clientTable: true }), loaded, text);
    return 'ran';
  } catch (error) {
    if (!(error instanceof UnrunnableError)) throw error;
    expect(error.message).not.toMatch(/undefined|\[object/);
    return 'unrunnable';
  }
}

/** Numbers are numbers, or null where there is none; so are those of tables, and words say none that is no number. */
function checkResult(result: ReplicateResult, loaded: LoadedScenario<Scenario>, text: string): void {
  for (const { rows, weekly } of result.designs) {
    for (const { measure, slice, value } of rows)
      if (value !== null) expect([measure, slice, Number.isFinite(value)]).toEqual([measure, slice, true]);
    // A week without a value has none that is a number; nothing is endless.
    for (const { series, values } of weekly)
      expect([series, values.every((value) => Math.abs(value) !== Number.POSITIVE_INFINITY)]).toEqual([
        series,
        true,
      ]);
  }
  const bundle = { file: 'fuzz.yaml', text, extended: {}, set: [] };
  const experiment = openExperiment([{ name: 'fuzz', bundle }], [], () => loaded);
  const plan = foldPlanOf(experiment, []);
  const fold = new ReplicateFold(plan);
  fold.add(result);
  const tables = reportTables({
    kind: 'run',
    experiment,
    plan,
    fold,
    scenario: 'fuzz',
    command: '',
    version: '0',
    replicatesAsked: 1,
    partial: false,
    rank: [],
  });
  expect(JSON.stringify(tables.summary)).not.toMatch(/NaN|Infinity/);
  expect(summaryParagraph(tables)).not.toMatch(/undefined|\bNaN\b|Infinity|\[object/);
  // What is written out for others to read again is the same scenario.
  const again = openedOr(resolvedYaml(loaded));
  expect(again?.designs.map(({ hash }) => hash)).toEqual(loaded.designs.map(({ hash }) => hash));
}
