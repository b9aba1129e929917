import type { z } from 'zod';
import type { Lever } from '../levers/lever.ts';
import type { LeverDesign } from '../levers/place.ts';
import { settleLevers } from '../levers/settle.ts';
import { checkTree, type Vocabulary } from './check.ts';
import {
  type DesignEntry,
  designTree,
  fillBody,
  phasesOf,
  readDesigns,
  type TreePhase,
  withBaseBefore,
} from './designs.ts';
import { envelopeKeys, sectionsOf } from './envelope.ts';
import { deepFreeze } from './freeze.ts';
import { hashOf } from './hash.ts';
import { type Resolve, readWithParents } from './inherit.ts';
import { ProblemList } from './problems.ts';
import { enoughProblems, refuseTooMuch } from './readingLimits.ts';
import type { SourceText } from './readText.ts';
import { type ParameterRecord, parameterRecords } from './records.ts';
import { applySettings } from './settings.ts';
import { type MapNode, nodeAt, toPlain } from './sourceNode.ts';

/** A part of a design's time in which nothing scheduled changes; `from` in weeks from the start. */
export interface Phase<S> {
  from: number;
  scenario: S;
}

/** One of the alternatives of a file, complete and frozen. */
export interface ResolvedDesign<S> {
  id: string;
  title: string;
  about?: string;
  /** The week from which it differs from the base; 0 unless the file says otherwise. */
  from: number;
  /** Whether charts and findings show it. */
  inCharts: boolean;
  phases: readonly Phase<S>[];
  /** What holds at the start: the first phase. */
  scenario: S;
  /** SHA-256 over all phases: equal hashes give equal runs. */
  hash: string;
  parameters: readonly ParameterRecord[];
  /**
   * The hash of one section through all phases; of `timeline`, of its dates and changes. Of a section with named entries a
   * key may be left out of each.
   */
  sectionHash(section: string, without?: string): string;
}

/** A scenario file with all its designs. */
export interface LoadedScenario<S> {
  /** The file's name without folder and ending. */
  name: string;
  file: string;
  designs: readonly ResolvedDesign<S>[];
  /** The id of the first design, which the others are compared with. */
  base: string;
}

/** How to read a scenario: where extended files come from, and `path=value` texts applied before the designs. */
export interface LoadOptions {
  resolve?: Resolve;
  set?: readonly string[];
  /** The source with all that it extends, where it has been read before. */
  written?: WrittenScenario;
}

/** A file and all that it extends as one tree, before designs and checks. */
export interface WrittenScenario {
  root: MapNode;
  /** What is wrong with it that leaves the rest worth checking: only that a file does not state its format. */
  problems: ProblemList;
}

/** Reads a file and all that it extends. Throws ScenarioError where they cannot be read, and nothing can be checked. */
export function readScenario(source: SourceText, resolve?: Resolve): WrittenScenario {
  const problems = new ProblemList();
  const root = readWithParents(source, resolve, problems);
  if (!root || problems.some(({ path }) => path !== 'format')) problems.throwIfAny();
  return { root: root!, problems };
}

/** What was read, kept beside a loaded scenario so that it can be written out again. */
export interface Trees {
  root: MapNode;
  designs: readonly (LeverDesign & { entry: DesignEntry })[];
  schema: z.ZodType;
  levers: readonly Lever[];
}

const treesOf = new WeakMap<object, Trees>();

/** The trees of a scenario that `loadScenario` returned. */
export function loadedTrees(loaded: LoadedScenario<unknown>): Trees {
  const trees = treesOf.get(loaded);
  if (!trees) throw new Error('This scenario was not returned by loadScenario.');
  return trees;
}

/**
 * Loads a scenario: text, files it extends, `--set`, designs, timeline, checks, in this order. Throws ScenarioError
 * with all problems at once.
 */
export function loadScenario<S>(
  source: SourceText,
  vocabulary: Vocabulary<S>,
  options: LoadOptions = {},
): LoadedScenario<S> {
  sectionsOf(vocabulary.schema);
  const written = options.written ?? readScenario(source, options.resolve);
  const problems = new ProblemList(written.problems);
  const set = applySettings(fillBody(written.root, vocabulary.schema), options.set ?? [], problems);
  const root = fillBody(set, vocabulary.schema);
  const entries = readDesigns(root, problems);
  refuseTooMuch(root, entries, problems);
  const planned = entries.map((entry) => {
    const tree = designTree(root, entry, vocabulary.schema);
    const { id, from } = entry;
    return { id, from, entry, tree, phases: phasesOf(tree, vocabulary.schema, problems) };
  });
  const resolved = planned.map(({ phases }, looked) =>
    enoughProblems(root, looked, problems)
      ? []
      : phases.map((phase) => checkPhase(phase, vocabulary, problems)),
  );
  const { schema } = vocabulary;
  const levers = settleLevers(
    { root, designs: planned, schema, isSet: (options.set ?? []).length > 0 },
    problems,
  );
  problems.throwIfAny();

  const designs = planned.map(({ entry, tree, phases }, i) => {
    const own = resolved[i] as Phase<S>[];
    const timeline = nodeAt(tree, ['timeline']);
    return resolveDesign(
      entry,
      withBaseBefore(resolved[0] as Phase<S>[], own, entry.from),
      () => parameterRecords(phases, timeline, vocabulary.schema),
      timeline ? toPlain(timeline) : {},
    );
  });
  const loaded = {
    name: stemOf(source.file),
    file: source.file,
    designs: Object.freeze(designs),
    base: entries[0].id,
  };
  treesOf.set(loaded, { root, designs: planned, schema, levers: deepFreeze(levers) });
  return Object.freeze(loaded);
}

function checkPhase<S>(
  { from, tree }: TreePhase,
  vocabulary: Vocabulary<S>,
  problems: ProblemList,
): Phase<S> | undefined {
  const result = checkTree(tree, vocabulary, envelopeKeys);
  if ('scenario' in result) return { from, scenario: deepFreeze(result.scenario) };
  problems.addAll(result.problems);
  return undefined;
}

function resolveDesign<S>(
  { id, title, about, from, inCharts }: DesignEntry,
  phases: Phase<S>[],
  listParameters: () => ParameterRecord[],
  timeline: unknown,
): ResolvedDesign<S> {
  // Computed when first asked for: checking a file needs none of them, and each replicate asks for the same.
  let hash: string | undefined;
  let parameters: readonly ParameterRecord[] | undefined;
  const hashes = new Map<string, string>();
  return Object.freeze({
    id,
    title,
    ...(about !== undefined && { about }),
    from,
    inCharts,
    phases: deepFreeze(phases),
    scenario: phases[0].scenario,
    get hash() {
      hash ??= hashOf(phases.map((phase) => [phase.from, phase.scenario]));
      return hash;
    },
    get parameters() {
      parameters ??= deepFreeze(listParameters());
      return parameters;
    },
    sectionHash(section: string, without?: string) {
      const key = JSON.stringify([section, without]);
      const known = hashes.get(key) ?? sectionHash(section, phases, timeline, without);
      hashes.set(key, known);
      return known;
    },
  });
}

/** Phases in which a section stays the same count as one, so that a change of fees leaves the clients' hash alone. */
function sectionHash<S>(
  section: string,
  phases: readonly Phase<S>[],
  timeline: unknown,
  without?: string,
): string {
  if (section === 'timeline') return hashOf(timeline);
  const through: [number, string][] = [];
  for (const { from, scenario } of phases) {
    const whole = (scenario as Record<string, unknown>)[section];
    const hash = hashOf(without === undefined ? whole : entriesWithout(whole as object, without));
    if (through.at(-1)?.[1] !== hash) through.push([from, hash]);
  }
  return hashOf(through);
}

function entriesWithout(section: object, key: string): object {
  return Object.fromEntries(
    Object.entries(section).map(([name, entry]) => [name, { ...(entry as object), [key]: undefined }]),
  );
}

/** The name of a scenario: its file without folder, ending or `bundled:`; standard input is called `scenario`. */
function stemOf(file: string): string {
  const name = file.replace(/^.*[/\\:]/, '').replace(/\.(ya?ml|json)$/i, '');
  return name === '' || name === '-' ? 'scenario' : name;
}
