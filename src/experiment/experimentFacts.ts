import { scenarioSchema } from '../model/schema/scenario.ts';
import { designDifferences } from '../scenario/index.ts';
import type { CompanionName } from '../simulation/contract.ts';
import { sliceTitles } from '../simulation/index.ts';
import type { MeasureSummary, Summary } from '../tables/rows.ts';
import { listInWords } from '../words/format.ts';
import type { DesignChange, ManifestFacts } from '../words/tables.ts';
import { worldNames } from '../words/worlds.ts';
import type { Experiment, ExperimentDesign } from './members.ts';

/** What facts need beside the experiment itself: also the version and commit of the program that ran it. */
export interface Asked
  extends Pick<
    ManifestFacts,
    'kind' | 'scenario' | 'command' | 'version' | 'commit' | 'replicates' | 'replicatesAsked' | 'partial'
  > {
  /** Designs that are companion worlds, with the design that they belong to. */
  yardsticks?: Readonly<Record<string, string>>;
}

/** The facts of whatever runs an experiment, by which its results are judged, cited and repeated. */
export function experimentFacts(
  experiment: Experiment,
  { kind, scenario: name, command, version, commit, replicates, replicatesAsked, partial, yardsticks }: Asked,
): ManifestFacts {
  const { members, designs, base } = experiment;
  const { scenario } = base.design;
  const alone = members.length === 1;
  const titles = sliceTitles(
    members.flatMap(({ loaded }) => loaded.designs.map((design) => design.scenario)),
  );
  const files = members.map(({ loaded }) => `“${loaded.designs[0].scenario.title}”`);
  return {
    kind,
    scenario: name,
    title: alone ? scenario.title : `Comparison of ${listInWords([...new Set(files)])}`,
    ...(alone && scenario.about && { about: scenario.about }),
    ...(alone && scenario.question && { question: scenario.question }),
    version,
    ...(commit && { commit }),
    seed: scenario.seed,
    replicates,
    replicatesAsked,
    partial,
    hash: base.design.hash,
    command,
    currency: scenario.currency,
    mainEvent: scenario.pathway.mainEvent,
    designs: designs.flatMap((one) => {
      const { title, about, inCharts } = one.design;
      const changes = changesOnce(experiment, one);
      return [
        {
          id: one.id,
          title,
          ...(about && { about }),
          ...(!inCharts && { inCharts }),
          ...(changes.length > 0 && { changes }),
        },
        ...yardsticksOf(one.id, title, yardsticks),
      ];
    }),
    ...(Object.keys(titles).length > 0 && { titles }),
    sources: Object.assign({}, ...members.map(({ loaded }) => loaded.designs[0].scenario.sources).reverse()),
  };
}

/** Of designs that were asked for before: facts are told again as runs come in, and what a design sets stays the same. */
const known = new WeakMap<ExperimentDesign, DesignChange[]>();

function changesOnce(experiment: Experiment, one: ExperimentDesign): DesignChange[] {
  const changes = known.get(one) ?? changesOf(experiment, one);
  known.set(one, changes);
  return changes;
}

/**
 * What a design sets otherwise than the base design of its file, as a reader of tables wants it: settings alone, and of an
 * entry that only one of them has, such as an instrument, its numbers and formulas. Nothing for designs of another file.
 */
function changesOf({ members, base }: Experiment, one: ExperimentDesign): DesignChange[] {
  if (one === base || one.member !== base.member) return [];
  const { loaded } = members.find(({ name }) => name === base.member)!;
  const differences = designDifferences({ loaded, id: base.own }, { loaded, id: one.own }, scenarioSchema);
  return differences.flatMap(
    ({ path, from: week, unit, forReaders, order, parameter, a, b }): DesignChange[] => {
      if (forReaders || order || ((a === undefined || b === undefined) && !parameter)) return [];
      const change = { path, from: a?.value ?? null, to: b?.value ?? null, ...(unit && { unit }) };
      return [week > one.design.from ? { ...change, week } : change];
    },
  );
}

/** `summary.json` of an experiment. */
export function summaryOf(
  { scenario, title, designs, replicates }: ManifestFacts,
  base: string,
  measures: Record<string, Record<string, MeasureSummary>>,
): Summary {
  return {
    format: 1,
    scenario,
    title,
    base,
    replicates,
    designs: Object.fromEntries(
      designs.map(({ id, title: own, about }) => [
        id,
        { title: own, ...(about && { about }), measures: measures[id] },
      ]),
    ),
  };
}

function yardsticksOf(
  design: string,
  title: string,
  yardsticks: Readonly<Record<string, string>> = {},
): ManifestFacts['designs'] {
  return Object.entries(yardsticks).flatMap(([id, owner]) => {
    if (owner !== design) return [];
    const world = id.slice(owner.length + 1) as CompanionName;
    return [{ id, title: `${title}: ${worldNames[world]}`, inCharts: false, world, of: owner }];
  });
}
