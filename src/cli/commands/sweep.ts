import { join } from 'node:path';
import { planProblems } from '../../experiment/sweep/checkPlan.ts';
import { conductSweep } from '../../experiment/sweep/conductSweep.ts';
import { planFromFile, planSweep, type SweepPlan } from '../../experiment/sweep/planSweep.ts';
import { isInShard, readShard, type Shard } from '../../experiment/sweep/shard.ts';
import type { Sampling } from '../../experiment/sweep/sweepPoints.ts';
import type { Study } from '../../results/study/studyRequest.ts';
import { hashOf, ScenarioError } from '../../scenario/index.ts';
import type { CompanionName } from '../../simulation/contract.ts';
import { openScenario } from '../../simulation/index.ts';
import { asUsage } from '../asUsage.ts';
import type { CommandInput } from '../command.ts';
import { conductStudy } from '../conductStudy.ts';
import { readTableFile } from '../readTableFile.ts';
import { repeatingCommand } from '../repeating.ts';
import { findScenario } from '../scenarioFile.ts';
import { checkMeasures } from '../studyMeasures.ts';
import { UsageError } from '../usageError.ts';

const USUAL_SAMPLES = 64;

/** Runs a scenario at many points of its parameters. */
export async function execute(input: CommandInput): Promise<number> {
  const { name, bundle } = findScenario(input.argument!, input);
  const loaded = openScenario(bundle);
  checkMeasures(loaded.designs[0].scenario, input.measure);
  const shard = input.shard === undefined ? undefined : asUsage('--shard ', () => readShard(input.shard!));
  const plan = planOf(input, loaded);
  const problems = planProblems(bundle, plan);
  if (problems.length > 0) throw new ScenarioError(problems);
  const numbered = plan.points
    .map((settings, id) => ({ id, settings }))
    .filter(({ id }) => shard === undefined || isInShard(id, shard));
  if (numbered.length === 0)
    throw new UsageError(`--shard ${input.shard}: there are only ${plan.points.length} points.`);
  const { replicates } = loaded.designs[0].scenario;
  const study: Study = {
    identity: {
      points: hashOf(plan.points),
      replicates: String(replicates),
      measures: input.measure.join(' '),
      ...(shard && { shard: input.shard! }),
    },
    known: numbered.map((point) => ({ ...point, replicates })),
    pointsAhead: numbered.length,
    stated: shard === undefined || shard.part === 1,
    async conduct(evaluate) {
      const found = await conductSweep(numbered, { replicates, base: loaded.base }, evaluate);
      const { varied, chosen } = plan;
      return { findings: { varied, chosen, replicates, measures: input.measure, ...found }, warnings: [] };
    },
  };
  return conductStudy(
    {
      kind: 'sweep',
      scenario: name,
      bundle,
      only: input.only,
      replicates,
      measures: input.measure,
      references: input.reference as CompanionName[],
      out: input.out ?? join('results', folderName(name, shard)),
      explicitOut: input.out !== undefined,
      command: repeatingCommand('sweep', input),
    },
    study,
    input,
  );
}

/** Parts lie side by side in one folder, which `gather` takes. */
const folderName = (name: string, shard: Shard | undefined): string =>
  shard ? join(`${name}.sweep.shards`, `${shard.part}-of-${shard.of}`) : `${name}.sweep`;

function planOf(input: CommandInput, loaded: ReturnType<typeof openScenario>): SweepPlan {
  const { vary, pointsFile } = input;
  if (pointsFile !== undefined) {
    if (vary.length > 0 || input.sampling !== undefined || input.samples !== undefined)
      throw new UsageError(
        '--points-file brings its own points: leave out --vary, --sampling and --samples.',
      );
    return asUsage(`${pointsFile}, `, () => planFromFile(loaded, readTableFile(pointsFile), pointsFile));
  }
  if (vary.length === 0)
    throw new UsageError(
      'sweep needs to know what to vary: --vary path=from:to:steps, or --points-file with a table of points.\nExample: streetlevel sweep activation-pilot --vary caseworkers.roles.keyWorker.posts=45,90,130',
    );
  const sampling = (input.sampling ?? 'grid') as Sampling;
  if (sampling === 'grid' && input.samples !== undefined)
    throw new UsageError(
      '--samples belongs to --sampling latin-hypercube or sobol: a grid has the points of its values.',
    );
  return asUsage('--vary ', () =>
    planSweep(loaded, { vary, sampling, samples: input.samples ?? USUAL_SAMPLES }),
  );
}
