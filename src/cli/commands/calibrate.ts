import { join } from 'node:path';
import { defaultThreads } from '../../backends/threads.ts';
import { conductCalibration } from '../../experiment/calibrate/conductCalibration.ts';
import { fittedScenario } from '../../experiment/calibrate/fittedScenario.ts';
import { planCalibration } from '../../experiment/calibrate/planCalibration.ts';
import { readTargets } from '../../experiment/calibrate/targets.ts';
import { describeAxis } from '../../experiment/sweep/knownParameter.ts';
import type { Study } from '../../results/study/studyRequest.ts';
import { hashOf } from '../../scenario/index.ts';
import { openScenario } from '../../simulation/index.ts';
import { asUsage } from '../asUsage.ts';
import type { CommandInput } from '../command.ts';
import { conductStudy } from '../conductStudy.ts';
import { readTableFile } from '../readTableFile.ts';
import { repeatingCommand } from '../repeating.ts';
import { findScenario } from '../scenarioFile.ts';
import { UsageError } from '../usageError.ts';

const USUAL_REPLICATES = 4;
const USUAL_ROUNDS = 8;
/** Replicates of the check with other luck, at least. */
const CHECK_REPLICATES = 10;

/** Fits parameters to published figures, and writes a scenario with the fitted values and where they come from. */
export async function execute(input: CommandInput): Promise<number> {
  if (input.to === undefined)
    throw new UsageError(
      'calibrate needs --to FILE: the figures to meet, and the parameters that may move.\nExample: streetlevel calibrate activation-pilot --to targets.yaml',
    );
  const replicates = input.replicates ?? USUAL_REPLICATES;
  const { name, bundle } = findScenario(input.argument!, { ...input, replicates });
  const loaded = openScenario(bundle);
  const [base] = loaded.designs;
  const file = readTargets(readTableFile(input.to), input.to);
  const plan = asUsage(`${input.to}, `, () => planCalibration(loaded, file));
  const checkReplicates = Math.max(CHECK_REPLICATES, replicates);
  const starts = input.starts ?? 1;
  const mostRounds = input.rounds ?? USUAL_ROUNDS;
  const designs = [...new Set([loaded.base, ...plan.targets.map(({ design }) => design)])];
  const measures = [...new Set(plan.targets.map(({ measure }) => measure))];
  const study: Study = {
    identity: {
      targets: hashOf(plan),
      replicates: String(replicates),
      starts: String(starts),
      rounds: String(mostRounds),
    },
    stated: true,
    async conduct(evaluate, stated) {
      const { settings, ...found } = await conductCalibration(
        {
          plan,
          scenario: base.scenario,
          base: loaded.base,
          replicates,
          checkReplicates,
          starts,
          mostRounds,
        },
        evaluate,
        stated,
      );
      const varied = plan.parameters.map(({ path, lo, hi }) =>
        describeAxis(loaded, { path, range: { lo, hi, whole: false } }),
      );
      const chosen = `a search from ${starts === 1 ? 'the values of the file' : `${starts} places`}`;
      return {
        findings: { varied, chosen, replicates, measures, ...found },
        warnings: [],
        files: { 'fitted.yaml': fittedScenario(bundle, settings, found.fit) },
      };
    },
  };
  return conductStudy(
    {
      kind: 'calibrate',
      scenario: name,
      bundle,
      only: designs.filter((id) => id !== loaded.base).length > 0 ? designs : [loaded.base],
      replicates,
      measures,
      onlyMeasures: true,
      references: [],
      threads: input.threads ?? defaultThreads(),
      out: input.out ?? join('results', `${name}.calibrate`),
      explicitOut: input.out !== undefined,
      command: repeatingCommand('calibrate', input),
    },
    study,
    input,
  );
}
