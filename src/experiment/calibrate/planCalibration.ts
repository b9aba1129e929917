import type { Scenario } from '../../model/schema/scenario.ts';
import type { CheckedFileProblem, LoadedScenario, SourceText } from '../../scenario/index.ts';
import { nearestName } from '../../scenario/kit/nearest.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { measureKeyProblems, openScenario } from '../../simulation/index.ts';
import type { Target } from '../../tables/fit.ts';
import type { FreeParameter } from './freeParameter.ts';
import { planParameters } from './planParameters.ts';
import { readTargets, type TargetsFile } from './targets.ts';

export interface CalibrationPlan {
  targets: Target[];
  parameters: FreeParameter[];
}

/**
 * Reads a file of targets and holds it against the scenario. @throws ScenarioError with every problem at its line: figures
 * that say too little, measures and designs that the scenario has not, and all that {@link planParameters} finds.
 */
export function planCalibration(
  bundle: ScenarioBundle,
  { text, file }: SourceText,
  loaded = openScenario(bundle),
): CalibrationPlan {
  const { data, refusal } = readTargets(text, file);
  const problems: CheckedFileProblem[] = [];
  const targets = Object.entries(data.targets).flatMap(([id, target]) =>
    plannedTarget(loaded, id, target, problems),
  );
  const parameters = planParameters(bundle, loaded, data.parameters, problems);
  if (problems.length > 0) throw refusal(problems);
  return { targets, parameters };
}

function plannedTarget(
  loaded: LoadedScenario<Scenario>,
  id: string,
  target: TargetsFile['targets'][string],
  problems: CheckedFileProblem[],
): Target[] {
  const path = ['targets', id];
  const { published } = loaded.designs[0].scenario.measures;
  const known = Object.hasOwn(published, id) ? published[id] : undefined;
  const designs = loaded.designs.map((one) => one.id);
  const { design = loaded.base } = target;
  if (!designs.includes(design))
    problems.push({
      path: [...path, 'design'],
      message: `there is no design ${design}`,
      allowed: designs.join(', '),
      nearest: nearestName(design, designs),
    });
  const { measure, value, tolerance, source } = { ...known, ...stated(target) };
  const { scenario } = loaded.designs.find((one) => one.id === design) ?? loaded.designs[0];
  if (measure !== undefined)
    for (const problem of measureKeyProblems(scenario, measure))
      problems.push({ ...problem, path: target.measure === undefined ? path : [...path, 'measure'] });
  if (measure === undefined || value === undefined || tolerance === undefined || source === undefined) {
    const missing = Object.entries({ measure, value, tolerance, source }).flatMap(([name, one]) =>
      one === undefined ? [name] : [],
    );
    const names = Object.keys(published);
    problems.push({
      path,
      message: `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing, and ${id} is none of the scenario's published figures`,
      allowed: names.length > 0 ? `a figure of its own, or one of ${names.join(', ')}` : undefined,
      nearest: nearestName(id, names),
    });
    return [];
  }
  if (!(tolerance > 0))
    problems.push({
      path,
      message: `the published figure ${id} has no tolerance, which is the weight of a target: state one here`,
      allowed: 'above 0',
    });
  const title = target.title ?? (known?.title || id);
  return [{ id, title, measure, design, value, tolerance, source }];
}

const stated = (target: TargetsFile['targets'][string]) =>
  Object.fromEntries(
    Object.entries(target).filter(([, value]) => value !== undefined),
  ) as TargetsFile['targets'][string];
