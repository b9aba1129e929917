import { join } from 'node:path';
import { rankingKeys } from '../../experiment/ranking/rankDesigns.ts';
import { conductSensitivity } from '../../experiment/sensitivity/conductSensitivity.ts';
import { planSensitivity } from '../../experiment/sensitivity/planSensitivity.ts';
import { describeAxis } from '../../experiment/sweep/knownParameter.ts';
import type { Study } from '../../results/study/studyRequest.ts';
import { hashOf } from '../../scenario/index.ts';
import type { CompanionName } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import type { SensitivityMethod } from '../../tables/sensitivity.ts';
import { headlineKeys } from '../../words/comparison.ts';
import { asUsage } from '../asUsage.ts';
import type { CommandInput } from '../command.ts';
import { conductStudy } from '../conductStudy.ts';
import { didYouMean } from '../nearest.ts';
import { repeatingCommand } from '../repeating.ts';
import { findScenario } from '../scenarioFile.ts';
import { checkMeasures } from '../studyMeasures.ts';
import { UsageError } from '../usageError.ts';

const USUAL_REPLICATES = 2;
const USUAL_TRAJECTORIES = 10;
const USUAL_LEVELS = 4;
const USUAL_ROWS = 64;

/** Varies every parameter that carries a range, and says which of them results and ranking hang on. */
export async function execute(input: CommandInput): Promise<number> {
  const replicates = input.replicates ?? USUAL_REPLICATES;
  const { name, bundle } = findScenario(input.argument!, { ...input, replicates });
  const loaded = openScenario(bundle);
  const [base] = loaded.designs;
  const measures = asUsage('--measure ', () =>
    rankingKeys(input.measure.length > 0 ? input.measure : headlineKeys),
  );
  if (input.measure.length > 0)
    checkMeasures(
      base.scenario,
      measures.map(({ measure }) => measure),
    );
  const designs = chosenDesigns(
    loaded.designs.map(({ id }) => id),
    input.only,
  );
  const ranked = loaded.designs.flatMap(({ id, inCharts }, i) =>
    designs.includes(id) && (inCharts || i === 0) ? [id] : [],
  );
  const plan = asUsage('', () => planSensitivity(loaded, methodOf(input), input.parameters));
  const study: Study = {
    identity: {
      points: hashOf(plan.points),
      replicates: String(replicates),
      measures: measures.map(({ measure }) => measure).join(' '),
      designs: designs.join(' '),
    },
    known: plan.points.map((settings, id) => ({ id, settings, replicates })),
    pointsAhead: plan.points.length,
    stated: true,
    async conduct(evaluate, stated) {
      const { analysed, ...found } = await conductSensitivity(
        { plan, measures, designs, ranked, replicates, seed: base.scenario.seed },
        evaluate,
        stated,
      );
      const varied = plan.varied.map((range) => describeAxis(loaded, { path: range.path, range }));
      const { chosen } = plan;
      return { findings: { varied, chosen, replicates, measures: analysed, ...found }, warnings: [] };
    },
  };
  return conductStudy(
    {
      kind: 'sensitivity',
      scenario: name,
      bundle,
      only: input.only,
      replicates,
      measures: measures.map(({ measure }) => measure),
      onlyMeasures: true,
      references: input.reference as CompanionName[],
      out: input.out ?? join('results', `${name}.sensitivity`),
      explicitOut: input.out !== undefined,
      command: repeatingCommand('sensitivity', input),
    },
    study,
    input,
  );
}

function methodOf({ method, trajectories, levels, samples }: CommandInput): SensitivityMethod {
  if (method === 'sobol') {
    if (trajectories !== undefined || levels !== undefined)
      throw new UsageError('--trajectories and --levels belong to --method morris.');
    return { name: 'sobol', rows: samples ?? USUAL_ROWS };
  }
  if (samples !== undefined)
    throw new UsageError('--samples belongs to --method sobol; morris takes --trajectories.');
  return {
    name: 'morris',
    trajectories: trajectories ?? USUAL_TRAJECTORIES,
    levels: levels ?? USUAL_LEVELS,
  };
}

/** The base and the designs that are named, in the order of the file; all where none is. */
function chosenDesigns(ids: readonly string[], named: readonly string[]): string[] {
  for (const id of named)
    if (!ids.includes(id))
      throw new UsageError(
        `--only ${id}: there is no such design. There are ${ids.join(', ')}.${didYouMean(id, ids)}`,
      );
  return ids.filter((id, i) => i === 0 || named.length === 0 || named.includes(id));
}
