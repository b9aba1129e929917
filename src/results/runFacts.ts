import { packageVersion } from '../backends/packageFiles.ts';
import type { ManifestFacts, ReportedParameter, ReportTables } from '../charts/tables.ts';
import type { Experiment } from '../experiment/members.ts';
import { checkPublished } from '../experiment/publishedChecks.ts';
import { runWarnings } from '../experiment/warnings.ts';
import type { CompanionName } from '../simulation/contract.ts';
import { idleSettings, measureCatalogue, sliceTitles } from '../simulation/index.ts';
import type { Summary } from '../tables/rows.ts';
import { listInWords } from '../words/format.ts';
import { worldNames } from '../words/worlds.ts';
import type { FinishedRun } from './finishedRun.ts';
import { programCommit } from './manifest.ts';
import { rankFolder } from './rankFolder.ts';

/** Everything that a folder of results tells, from what was folded and the scenarios that were run. */
export function tablesOf(run: FinishedRun): ReportTables {
  const { experiment, fold, folder, plan, request } = run;
  const { scenario } = experiment.base.design;
  const base = experiment.base.id;
  const manifest = factsOfRun(run);
  const measures = fold.summaries();
  const differences = fold.differences();
  const summary: Summary = {
    format: 1,
    scenario: request.scenario,
    title: manifest.title,
    base,
    replicates: fold.count,
    designs: Object.fromEntries(
      manifest.designs.map(({ id, title, about }) => [
        id,
        { title, ...(about && { about }), measures: measures[id] },
      ]),
    ),
  };
  const alone = experiment.members.length === 1;
  const published = alone ? scenario.measures.published : {};
  const claims = fold.claims();
  const ranking =
    request.kind === 'compare' ? rankFolder(folder, experiment, fold.count, request.rank) : undefined;
  return {
    summary,
    weekly: fold.weekly(),
    differences,
    manifest,
    parameters: parametersOf(experiment),
    catalogue: measureCatalogue(),
    ...(Object.keys(published).length > 0 && { checks: checkPublished(published, measures[base]) }),
    ...(claims.length > 0 && { claims }),
    ...(ranking && { ranking }),
    warnings: [
      ...runWarnings(
        differences.filter(({ design }) => !(design in (plan.yardsticks ?? {}))),
        {
          replicates: fold.count,
          base,
          otherPeople: plan.otherPeople ?? [],
          pairs: request.kind === 'compare',
          idle: experiment.members.flatMap(({ name, loaded }) =>
            idleSettings(loaded).map((sentence) => (alone ? sentence : `${name}: ${sentence}`)),
          ),
          ...(Object.keys(published).length > 0 && { publishedAtScale: scenario.scale }),
        },
      ),
      ...comparisonWarnings(experiment),
      ...request.rank
        .filter((text) => !ranking?.measures.some(({ measure }) => measure === text.replace(/:\w+$/, '')))
        .map((text) => `No design has a number for ${text}, so nothing is ranked by it.`),
    ],
  };
}

function factsOfRun({ experiment, fold, partial, plan, request }: FinishedRun): ManifestFacts {
  const { members, base } = experiment;
  const { scenario } = base.design;
  const alone = members.length === 1;
  const commit = programCommit();
  const designs = experiment.designs.flatMap(({ id, design: { title, about, inCharts } }) => [
    { id, title, ...(about && { about }), ...(!inCharts && { inCharts }) },
    ...yardsticksOf(id, title, plan.yardsticks),
  ]);
  const titles = sliceTitles(
    members.flatMap(({ loaded }) => loaded.designs.map((design) => design.scenario)),
  );
  const files = members.map(({ loaded }) => `“${loaded.designs[0].scenario.title}”`);
  return {
    kind: request.kind,
    scenario: request.scenario,
    title: alone ? scenario.title : `Comparison of ${listInWords([...new Set(files)])}`,
    ...(alone && scenario.about && { about: scenario.about }),
    ...(alone && scenario.question && { question: scenario.question }),
    version: packageVersion(),
    ...(commit && { commit }),
    seed: scenario.seed,
    replicates: fold.count,
    replicatesAsked: scenario.replicates,
    partial,
    hash: base.design.hash,
    command: request.command,
    currency: scenario.currency,
    mainEvent: scenario.pathway.mainEvent,
    designs,
    ...(Object.keys(titles).length > 0 && { titles }),
    sources: Object.assign({}, ...members.map(({ loaded }) => loaded.designs[0].scenario.sources).reverse()),
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

/** The base's parameters, and of other files those that the base has not or has with another value. */
function parametersOf({ members, base }: Experiment): ReportedParameter[] {
  const own = base.design.parameters;
  const known = new Map(own.map(({ path, value }) => [path, value]));
  const others = members
    .slice(1)
    .flatMap(({ designs: [first] }) =>
      first.design.parameters
        .filter(({ path, value }) => known.get(path) !== value)
        .map((parameter) => ({ ...parameter, design: first.id })),
    );
  return [...own, ...others];
}

/** What a reader should know of files whose measures are held against each other. */
function comparisonWarnings({ members, base }: Experiment): string[] {
  const { mainEvent } = base.design.scenario.pathway;
  return members.flatMap(({ name, designs: [{ design }] }) => {
    const event = design.scenario.pathway.mainEvent;
    return event === mainEvent
      ? []
      : [
          `The outcome that ${name} counts is ${event}, and that of ${base.member} is ${mainEvent}: their outcome rates are of different things.`,
        ];
  });
}
