import type { Scenario } from '../../model/schema/scenario.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import { nearestName } from '../../scenario/kit/nearest.ts';
import { measureKeyProblems } from '../../simulation/index.ts';
import { rangedParameters } from '../sampling/index.ts';
import type { KnownParameter } from '../sweep/axis.ts';
import { knownParameter } from '../sweep/knownParameter.ts';
import { decimalsOf, type FreeParameter } from './freeParameter.ts';
import type { TargetsFile } from './targets.ts';

export interface PlannedTarget {
  id: string;
  title: string;
  measure: string;
  design: string;
  value: number;
  tolerance: number;
  source: string;
}

export interface CalibrationPlan {
  targets: PlannedTarget[];
  parameters: FreeParameter[];
}

/** A slope cannot be seen in whole numbers of which a step moves less than two. */
const FEWEST_WHOLE = 25;

/**
 * Holds a file of targets against the scenario. @throws RangeError with every problem, a line each: figures that say too
 * little, measures and designs that the scenario has not, parameters that are no numbers, ranges that are missing or
 * leave out the file's value.
 */
export function planCalibration(loaded: LoadedScenario<Scenario>, file: TargetsFile): CalibrationPlan {
  const problems: string[] = [];
  const targets = Object.entries(file.targets).flatMap(([id, target]) =>
    plannedTarget(loaded, id, target, problems),
  );
  const parameters = Object.entries(file.parameters).flatMap(([path, ends]) =>
    freeParameter(loaded, path, ends, problems),
  );
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  return { targets, parameters };
}

function plannedTarget(
  loaded: LoadedScenario<Scenario>,
  id: string,
  target: TargetsFile['targets'][string],
  problems: string[],
): PlannedTarget[] {
  const { published } = loaded.designs[0].scenario.measures;
  const known = Object.hasOwn(published, id) ? published[id] : undefined;
  const { measure, value, tolerance, source } = { ...known, ...stated(target) };
  if (measure === undefined || value === undefined || tolerance === undefined || source === undefined) {
    const missing = Object.entries({ measure, value, tolerance, source }).flatMap(([name, one]) =>
      one === undefined ? [name] : [],
    );
    const names = Object.keys(published);
    problems.push(
      `targets.${id}: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing, and ${id} is none of the scenario's published figures${names.length > 0 ? ` (${names.join(', ')})` : ''}${meant(id, names)}`,
    );
    return [];
  }
  const designs = loaded.designs.map((one) => one.id);
  const { design = loaded.base } = target;
  if (!designs.includes(design))
    problems.push(
      `targets.${id}.design: there is no design ${design}. There are ${designs.join(', ')}${meant(design, designs)}`,
    );
  const { scenario } = loaded.designs.find((one) => one.id === design) ?? loaded.designs[0];
  for (const { message, nearest } of measureKeyProblems(scenario, measure))
    problems.push(
      `targets.${id}.measure: ${message}${nearest === undefined ? '' : `. Did you mean ${nearest}?`}`,
    );
  if (!(tolerance > 0))
    problems.push(`targets.${id}.tolerance: ${tolerance} should be above 0: it is the weight of the figure`);
  const title = target.title ?? (known?.title || id);
  return [{ id, title, measure, design, value, tolerance, source }];
}

const stated = (target: TargetsFile['targets'][string]) =>
  Object.fromEntries(
    Object.entries(target).filter(([, value]) => value !== undefined),
  ) as TargetsFile['targets'][string];

function freeParameter(
  loaded: LoadedScenario<Scenario>,
  path: string,
  { from, to, with: along = [] }: TargetsFile['parameters'][string],
  problems: string[],
): FreeParameter[] {
  for (const other of along) numberAt(loaded, other, problems);
  const known = numberAt(loaded, path, problems);
  if (!known) return [];
  const { value, whole } = known;
  const [lo, hi] = [from ?? known.range?.[0], to ?? known.range?.[1]];
  if (lo === undefined || hi === undefined) {
    problems.push(
      `parameters.${path}: the scenario gives it no range, so say between which ends it may lie: { from: …, to: … }`,
    );
    return [];
  }
  const reason =
    from === undefined &&
    to === undefined &&
    rangedParameters(loaded, (one) => one === path).fixed.find((one) => one.path === path)?.reason;
  if (reason) problems.push(`parameters.${path}: ${reason}`);
  else if (!(lo < hi)) problems.push(`parameters.${path}: from ${lo} should lie below to ${hi}`);
  else if (value < lo || value > hi)
    problems.push(
      `parameters.${path}: the scenario's value ${value} lies outside ${lo} to ${hi}, where the search begins`,
    );
  else if (whole && hi - lo < FEWEST_WHOLE)
    problems.push(
      `parameters.${path}: there are only ${Math.floor(hi) - Math.ceil(lo) + 1} whole numbers from ${lo} to ${hi}, too few for a slope: try each with sweep`,
    );
  return [{ path, along, stated: value, lo, hi, decimals: decimalsOf(lo, hi, whole) }];
}

function numberAt(
  loaded: LoadedScenario<Scenario>,
  path: string,
  problems: string[],
): (KnownParameter & { value: number }) | undefined {
  const known = knownParameter(loaded, path);
  if (known && typeof known.value === 'number') return { ...known, value: known.value };
  const numbers = loaded.designs[0].parameters
    .filter(({ value }) => typeof value === 'number')
    .map((one) => one.path);
  problems.push(
    `parameters: ${path} is ${known ? 'a formula and not' : 'not'} a number of the scenario${meant(path, numbers)}`,
  );
  return undefined;
}

function meant(found: string, allowed: readonly string[]): string {
  const nearest = nearestName(found, allowed);
  return nearest === undefined ? '' : `. Did you mean ${nearest}?`;
}
