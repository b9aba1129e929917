import type { ManifestFacts, ReportedParameter, ReportTables } from '../charts/tables.ts';
import type { Experiment } from '../experiment/members.ts';
import { checkPublished } from '../experiment/publishedChecks.ts';
import { runWarnings } from '../experiment/warnings.ts';
import { idleSettings, measureCatalogue } from '../simulation/index.ts';
import { experimentFacts, summaryOf } from './experimentFacts.ts';
import type { FinishedRun } from './finishedRun.ts';
import { rankFolder } from './rankFolder.ts';

/** Everything that a folder of results tells, from what was folded and the scenarios that were run. */
export function tablesOf(run: FinishedRun): ReportTables {
  const { experiment, fold, folder, plan, request } = run;
  const { scenario } = experiment.base.design;
  const base = experiment.base.id;
  const manifest = factsOfRun(run);
  const measures = fold.summaries();
  const differences = fold.differences();
  const summary = summaryOf(manifest, base, measures);
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
  return experimentFacts(experiment, {
    kind: request.kind,
    scenario: request.scenario,
    command: request.command,
    replicates: fold.count,
    replicatesAsked: experiment.base.design.scenario.replicates,
    partial,
    yardsticks: plan.yardsticks,
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
