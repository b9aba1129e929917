import { join } from 'node:path';
import { chosenDesign } from '../../experiment/optimise/chosenDesign.ts';
import { conductOptimisation, populationOf } from '../../experiment/optimise/conductOptimisation.ts';
import { frontScenarios } from '../../experiment/optimise/frontScenarios.ts';
import { planOptimisation } from '../../experiment/optimise/planOptimisation.ts';
import { unsoundThroughout } from '../../experiment/optimise/soundSomewhere.ts';
import { checkPoints } from '../../experiment/study/mostPoints.ts';
import { planProblems } from '../../experiment/sweep/checkPlan.ts';
import type { Study } from '../../results/study/studyRequest.ts';
import { hashOf, ScenarioError } from '../../scenario/index.ts';
import { type CompanionName, companionNames } from '../../simulation/contract.ts';
import { measureCatalogue, openScenario } from '../../simulation/index.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import { asUsage } from '../asUsage.ts';
import type { CommandInput } from '../command.ts';
import { conductStudy } from '../conductStudy.ts';
import { repeatingCommand } from '../repeating.ts';
import { findScenario } from '../scenarioFile.ts';
import { UsageError } from '../usageError.ts';

const USUAL_BUDGET = 100;
const USUAL_REPLICATES = 4;
const USUAL_CHECK_REPLICATES = 20;
/** Points that are told again with other luck, as far as can be guessed before. */
const CHECKED_AHEAD = 25;

/** Searches for the settings that no other beats in every goal, tells them in other luck, and writes each as a scenario. */
export async function execute(input: CommandInput): Promise<number> {
  const { goal, where, vary, budget = USUAL_BUDGET, replicates = USUAL_REPLICATES } = input;
  const checkReplicates = input.checkReplicates ?? Math.max(USUAL_CHECK_REPLICATES, replicates);
  checkAsked(input, replicates, checkReplicates);
  asUsage('', () => checkPoints(budget, `--budget ${budget}`));
  const { name, bundle: whole } = findScenario(input.argument!, { ...input, replicates });
  const bundle = asUsage('--design ', () => chosenDesign(whole, openScenario(whole), input.design));
  const loaded = openScenario(bundle);
  const { scenario } = loaded.designs[0];
  const plan = asUsage('', () => planOptimisation(loaded, { goal, where, vary }));
  const problems = planProblems(bundle, { varied: plan.varied, points: plan.ends, chosen: '' });
  if (problems.length > 0) throw new ScenarioError(problems);
  const nowhere = unsoundThroughout(bundle, scenario, plan);
  if (nowhere !== undefined) throw new UsageError(`--vary: ${nowhere}`);
  const aims = [...plan.goals, ...plan.limits].map(({ measure }) => measure);
  const measures = [...new Set(aims)];
  const request = { plan, scenario, design: loaded.base, budget, replicates, checkReplicates };
  const study: Study = {
    identity: {
      plan: hashOf([plan.goals, plan.limits, plan.axes]),
      replicates: String(replicates),
      budget: String(budget),
      checkReplicates: String(checkReplicates),
    },
    pointsAhead: budget,
    replicatesAhead: budget * replicates + Math.min(budget, CHECKED_AHEAD) * checkReplicates,
    atMost: true,
    stated: true,
    async conduct(evaluate, stated) {
      const found = await conductOptimisation(request, evaluate, stated);
      const { varied } = plan;
      const chosen = `a search of ${found.front.search.points} points, ${populationOf(budget)} a generation, after a scrambled Sobol sequence (NSGA-II)`;
      return {
        findings: { varied, chosen, replicates, measures, ...found },
        warnings: plan.warnings,
        files: frontScenarios(bundle, found.front, { varied, replicates }),
      };
    },
  };
  return conductStudy(
    {
      kind: 'optimise',
      scenario: name,
      bundle,
      only: [loaded.base],
      replicates,
      measures,
      onlyMeasures: true,
      references: [...new Set([...(input.reference as CompanionName[]), ...companionsOf(measures)])],
      out: input.out ?? join('results', `${name}.optimise`),
      explicitOut: input.out !== undefined,
      command: repeatingCommand('optimise', input),
    },
    study,
    input,
  );
}

function checkAsked({ goal, vary }: CommandInput, replicates: number, checkReplicates: number): void {
  const example =
    'Example: streetlevel optimise first --goal additional.rate[fifth=5] --goal spend.total:lower --vary incentives.startFee.amount=0:6000';
  const problems = [
    ...(goal.length === 0 ? ['optimise needs to know what to aim at: --goal KEY, once or more.'] : []),
    ...(vary.length === 0 ? ['optimise needs to know what may be varied: --vary path=from:to.'] : []),
  ];
  if (problems.length > 0) throw new UsageError([...problems, example].join('\n'));
  if (replicates < 2 || checkReplicates < 2)
    throw new UsageError(
      `${replicates < 2 ? '--replicates' : '--check-replicates'} should be 2 or more: of one run nobody can tell what is luck.`,
    );
}

/** Companion worlds that the measures hang on, in the order of all. */
function companionsOf(measures: readonly string[]): CompanionName[] {
  const ids = new Set(measures.map((key) => parseMeasureKey(key).measure));
  const needed = new Set(measureCatalogue().flatMap(({ id, companion }) => (ids.has(id) ? [companion] : [])));
  return companionNames.filter((name) => needed.has(name));
}
