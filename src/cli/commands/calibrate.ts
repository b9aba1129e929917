import { join } from 'node:path';
import {
  type CalibrationRequest,
  conductCalibration,
  mostPoints,
} from '../../experiment/calibrate/conductCalibration.ts';
import { fittedScenario } from '../../experiment/calibrate/fittedScenario.ts';
import { planCalibration } from '../../experiment/calibrate/planCalibration.ts';
import { checkPoints } from '../../experiment/study/mostPoints.ts';
import { describeAxis } from '../../experiment/sweep/knownParameter.ts';
import type { Study } from '../../results/study/studyRequest.ts';
import { hashOf } from '../../scenario/index.ts';
import { openScenario } from '../../simulation/index.ts';
import { counted } from '../../words/counted.ts';
import { asUsage } from '../asUsage.ts';
import { findTargets } from '../bundledTargets.ts';
import type { CommandInput } from '../command.ts';
import { conductStudy } from '../conductStudy.ts';
import { repeatingCommand } from '../repeating.ts';
import { findScenario } from '../scenarioFile.ts';
import { UsageError } from '../usageError.ts';

const USUAL_REPLICATES = 4;
const USUAL_ROUNDS = 8;
const MOST_STARTS = 1000;
/** Replicates of the check with other luck, at least. */
const CHECK_REPLICATES = 10;

/** Fits parameters to published figures, and writes a scenario with the fitted values and where they come from. */
export async function execute(input: CommandInput): Promise<number> {
  if (input.to === undefined)
    throw new UsageError(
      'calibrate needs --to FILE: the figures to meet, and the parameters that may move.\nExample: streetlevel calibrate activation-pilot --to targets.yaml',
    );
  const { starts = 1 } = input;
  if (starts > MOST_STARTS)
    throw new UsageError(
      `--starts takes at most ${MOST_STARTS}: each is a search of its own, not "${starts}".`,
    );
  const replicates = input.replicates ?? USUAL_REPLICATES;
  const { name, bundle } = findScenario(input.argument!, { ...input, replicates });
  const loaded = openScenario(bundle);
  const [base] = loaded.designs;
  const plan = planCalibration(bundle, findTargets(input.to), loaded);
  const request: CalibrationRequest = {
    plan,
    scenario: base.scenario,
    base: loaded.base,
    replicates,
    checkReplicates: Math.max(CHECK_REPLICATES, replicates),
    starts,
    mostRounds: input.rounds ?? USUAL_ROUNDS,
  };
  asUsage('', () =>
    checkPoints(mostPoints(request), `--starts ${starts} with --rounds ${request.mostRounds}`),
  );
  const command = repeatingCommand('calibrate', input);
  const measures = [...new Set(plan.targets.map(({ measure }) => measure))];
  const study: Study = {
    identity: {
      targets: hashOf(plan),
      replicates: String(replicates),
      starts: String(request.starts),
      rounds: String(request.mostRounds),
    },
    pointsAhead: mostPoints(request),
    replicatesAhead: (mostPoints(request) - 1) * replicates + request.checkReplicates,
    atMost: true,
    stated: true,
    async conduct(evaluate, stated) {
      const { settings, ...found } = await conductCalibration(request, evaluate, stated);
      const varied = plan.parameters.map(({ path, lo, hi }) =>
        describeAxis(loaded, { path, range: { lo, hi, whole: false } }),
      );
      const chosen = `a search from ${request.starts === 1 ? 'the values of the file' : `${request.starts} places`}`;
      return {
        findings: { varied, chosen, replicates, measures, ...found },
        warnings: [],
        ...(settings && {
          files: {
            'fitted.yaml': fittedScenario({
              bundle: { ...bundle, set: input.set },
              settings,
              fit: found.fit,
              how: howOf(replicates, input.scale),
              command,
            }),
          },
        }),
      };
    },
  };
  return conductStudy(
    {
      kind: 'calibrate',
      scenario: name,
      bundle,
      only: [...new Set([loaded.base, ...plan.targets.map(({ design }) => design)])],
      replicates,
      measures,
      onlyMeasures: true,
      references: [],
      out: input.out ?? join('results', `${name}.calibrate`),
      explicitOut: input.out !== undefined,
      command,
    },
    study,
    input,
  );
}

const howOf = (replicates: number, scale: number | undefined): string =>
  `${counted(replicates, 'replicate')}${scale === undefined ? '' : ` at scale ${scale}`}`;
