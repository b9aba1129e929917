import { type Experiment, ExperimentError, openExperiment } from '../../experiment/members.ts';
import { workAhead } from '../../experiment/workAhead.ts';
import type { Scenario } from '../../model/schema/scenario.ts';
import {
  type Lever,
  type LeverValue,
  type LoadedScenario,
  settingsOfCopy,
  settingsOfLever,
} from '../../scenario/index.ts';
import { nearestName } from '../../scenario/kit/nearest.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { bundleScenario } from '../../simulation/index.ts';
import { leversShown } from './opened.ts';
import type { Column, Draft, ScenarioSource } from './protocol.ts';
import type { ScenarioShelf } from './scenarioShelf.ts';

/** Bytes that a replicate may take on the page: browsers give a worker some gigabytes. */
const PAGE_MEMORY = { bytes: 1e9, words: 'the page allows' };

/** Texts of the bundled scenarios by name: the page has no disk to read them from. */
export type BundledTexts = Record<string, string>;

/** What the page asks, as the command line would be asked: a scenario with settings, and the designs to run. */
export interface Question {
  bundle: ScenarioBundle;
  experiment: Experiment;
}

/** A scenario with all that it extends. Throws ScenarioError where it cannot be read. */
export function bundleOf(source: ScenarioSource, bundled: BundledTexts): ScenarioBundle {
  if ('text' in source)
    return bundleScenario(source, (reference, from) => extendedFile(source, bundled, reference, from));
  return bundleScenario(
    { file: `bundled:${source.bundled}`, text: textOf(source.bundled, bundled) },
    (reference, from) => bundledFile(bundled, reference, from),
  );
}

const PREFIX = 'bundled:';

function textOf(name: string, bundled: BundledTexts): string {
  if (Object.hasOwn(bundled, name)) return bundled[name];
  throw new ExperimentError(`This page holds no scenario of the name ${name}.`);
}

function bundledFile(
  bundled: BundledTexts,
  reference: string,
  from: string,
): { text: string; file: string } | { problem: string } {
  const name = bundledName(reference, from);
  if (name === undefined)
    return {
      problem: `${reference} is not in this page, which cannot look for it. Start the page with streetlevel workshop FILE: it takes along what a file extends`,
    };
  if (Object.hasOwn(bundled, name)) return { text: bundled[name], file: `${PREFIX}${name}` };
  const nearest = nearestName(name, Object.keys(bundled));
  return {
    problem: `there is no bundled scenario "${name}".${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
  };
}

/** Bundled scenarios name one another by their files; a file of the user's that is called like one of them is none. */
function bundledName(reference: string, from: string): string | undefined {
  if (reference.startsWith(PREFIX)) return reference.slice(PREFIX.length);
  return from.startsWith(PREFIX) ? /([^/]+)\.yaml$/.exec(reference)?.[1] : undefined;
}

function extendedFile(
  { extended }: Exclude<ScenarioSource, { bundled: string }>,
  bundled: BundledTexts,
  reference: string,
  from: string,
) {
  return extended?.[`${from}\u0000${reference}`] ?? bundledFile(bundled, reference, from);
}

/** Opens what a draft asks of a scenario. Throws ScenarioError or ExperimentError where that cannot be. */
export function questionOf(draft: Draft, plain: ScenarioBundle, shelf: ScenarioShelf): Question {
  return openQuestion(draft, askedOf(draft, plain, shelf), shelf);
}

/** A scenario with all that the page sets in it. Throws as `questionOf`. */
export function askedOf(
  { columns, scale, replicates }: Draft,
  plain: ScenarioBundle,
  shelf: ScenarioShelf,
): ScenarioBundle {
  const written = shelf.get(plain);
  const copies = columns.flatMap(({ design, copyOf, title }) =>
    copyOf === undefined ? [] : copied(written, copyOf, design, title ?? design),
  );
  const whole = copies.length > 0 ? { ...plain, set: [...plain.set, ...copies] } : plain;
  const set = [
    ...whole.set,
    `scale=${scale}`,
    `replicates=${replicates}`,
    ...settingsOf(columns, shelf.get(whole)),
    ...shownIn(columns, shelf.get(whole)),
  ];
  return { ...whole, set };
}

/** Opens what `askedOf` gave. */
export function openQuestion(
  { columns, replicates }: Draft,
  bundle: ScenarioBundle,
  shelf: ScenarioShelf,
): Question {
  const { name } = shelf.get(bundle);
  const member = { name, bundle, designs: columns.map(({ design }) => design) };
  const experiment = openExperiment([member], [], (one) => shelf.get(one));
  // What a browser gives one worker nobody can ask beforehand, and a page that asks for more just ends.
  workAhead(experiment, { references: [], replicates, threads: 1, memory: PAGE_MEMORY });
  return { bundle, experiment };
}

/** The levers that were moved, as settings of their designs. */
function settingsOf(columns: readonly Column[], loaded: LoadedScenario<Scenario>): string[] {
  if (columns.every(({ levers }) => Object.keys(levers).length === 0)) return [];
  const levers = leversShown(loaded);
  return columns.flatMap(({ design, levers: moved }) =>
    Object.entries(moved).flatMap(([id, value]) => {
      const lever = levers.find((one) => one.id === id);
      if (!lever) throw new ExperimentError(`This scenario has no lever "${id}".`);
      return movedLever(lever, design, value);
    }),
  );
}

/** A link may copy a design that is not there: that is a fault of the link. */
function copied(written: LoadedScenario<Scenario>, of: string, design: string, title: string): string[] {
  if (written.designs.every(({ id }) => id !== of))
    throw new ExperimentError(`There is no design "${of}" to copy.`);
  return settingsOfCopy(written, of, design, title);
}

/** So is what a lever cannot do. */
function movedLever(lever: Lever, design: string, value: LeverValue): string[] {
  try {
    return settingsOfLever(lever, design, value);
  } catch (error) {
    throw error instanceof RangeError ? new ExperimentError(error.message) : error;
  }
}

/** Whoever puts a design on the page wants to see it in the charts. */
function shownIn(columns: readonly Column[], { designs }: LoadedScenario<Scenario>): string[] {
  return columns.flatMap(({ design }) =>
    designs.find(({ id }) => id === design)?.inCharts === false ? [`designs.${design}.inCharts=true`] : [],
  );
}
