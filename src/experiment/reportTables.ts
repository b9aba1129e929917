import { idleSettings, measureCatalogue } from '../simulation/index.ts';
import type { LensViews } from '../tables/lenses.ts';
import type { Ranking } from '../tables/ranking.ts';
import type { ManifestFacts, ReportedParameter, ReportTables } from '../words/tables.ts';
import { experimentFacts, summaryOf } from './experimentFacts.ts';
import type { FoldPlan } from './foldPlan.ts';
import type { Experiment } from './members.ts';
import { checkPublished } from './publishedChecks.ts';
import type { ReplicateFold } from './replicateFold.ts';
import { runWarnings } from './warnings.ts';

/** What was run, and by whom. */
interface Ran
  extends Pick<ManifestFacts, 'scenario' | 'command' | 'version' | 'commit' | 'replicatesAsked' | 'partial'> {
  kind: 'run' | 'compare';
  experiment: Experiment;
  plan: FoldPlan;
  fold: ReplicateFold;
  /** The designs ranked, of a comparison. */
  ranking?: Ranking;
  /** Several stakeholders’ views of the designs, where there is more than one. */
  lenses?: LensViews;
  /** The measures that the ranking was asked for by. */
  rank: readonly string[];
}

/** Everything that the replicates of a run or comparison tell so far, for charts, words and reports. */
export function reportTables(ran: Ran): ReportTables {
  const { experiment, fold, plan, kind, ranking, lenses, rank } = ran;
  const { scenario } = experiment.base.design;
  const base = experiment.base.id;
  const { version, commit, command, replicatesAsked, partial } = ran;
  const manifest = experimentFacts(experiment, {
    kind,
    scenario: ran.scenario,
    command,
    version,
    commit,
    replicates: fold.count,
    replicatesAsked,
    partial,
    yardsticks: plan.yardsticks,
  });
  const measures = fold.summaries();
  const differences = fold.differences();
  const alone = experiment.members.length === 1;
  const published = alone ? scenario.measures.published : {};
  const claims = fold.claims();
  return {
    summary: summaryOf(manifest, base, measures),
    weekly: fold.weekly(),
    differences,
    manifest,
    parameters: parametersOf(experiment),
    catalogue: measureCatalogue(),
    ...(Object.keys(published).length > 0 && { checks: checkPublished(published, measures[base]) }),
    ...(claims.length > 0 && { claims }),
    ...(ranking && { ranking }),
    ...(lenses && { lenses }),
    warnings: [
      ...runWarnings(
        differences.filter(({ design }) => !(design in (plan.yardsticks ?? {}))),
        {
          replicates: fold.count,
          base,
          otherPeople: plan.otherPeople ?? [],
          pairs: kind === 'compare',
          idle: experiment.members.flatMap(({ name, loaded }) =>
            idleSettings(loaded).map((sentence) => (alone ? sentence : `${name}: ${sentence}`)),
          ),
          ...(Object.keys(published).length > 0 && { publishedAtScale: scenario.scale }),
        },
      ),
      ...comparisonWarnings(experiment),
      ...rank
        .filter((text) => !ranking?.measures.some(({ measure }) => measure === text.replace(/:\w+$/, '')))
        .map((text) => `No design has a number for ${text}, so nothing is ranked by it.`),
    ],
  };
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
