import type { Scenario } from '../../model/schema/scenario.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import { nearestName } from '../../scenario/kit/nearest.ts';
import { measureKeyProblems } from '../../simulation/index.ts';
import { rangedParameters } from '../sampling/index.ts';
import type { TargetsFile } from './targets.ts';

/** A parameter that is fitted, with the ends between which it may lie. */
export interface FreeParameter {
  path: string;
  stated: number;
  lo: number;
  hi: number;
}

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

/**
 * Holds a file of targets against the scenario. @throws RangeError with every problem, a line each: measures and
 * designs that it has not, parameters that are not numbers, ranges that are missing or leave out the file's value.
 */
export function planCalibration(loaded: LoadedScenario<Scenario>, file: TargetsFile): CalibrationPlan {
  const problems: string[] = [];
  const designs = loaded.designs.map(({ id }) => id);
  const targets = Object.entries(file.targets).map(([id, target]): PlannedTarget => {
    const { title = id, measure, design = loaded.base, value, tolerance, source } = target;
    const { scenario } = loaded.designs.find((one) => one.id === design) ?? loaded.designs[0];
    if (!designs.includes(design))
      problems.push(
        `targets.${id}.design: there is no design ${design}. There are ${designs.join(', ')}${meant(design, designs)}`,
      );
    for (const { message, nearest } of measureKeyProblems(scenario, measure))
      problems.push(
        `targets.${id}.measure: ${message}${nearest === undefined ? '' : `. Did you mean ${nearest}?`}`,
      );
    return { id, title, measure, design, value, tolerance, source };
  });
  const [base] = loaded.designs;
  const numbers = base.parameters.filter(({ value }) => typeof value === 'number').map(({ path }) => path);
  const { fixed } = rangedParameters(loaded);
  const parameters = Object.entries(file.parameters).flatMap(([path, { from, to }]): FreeParameter[] => {
    const record = base.parameters.find((one) => one.path === path);
    if (!record || typeof record.value !== 'number') {
      problems.push(
        `parameters: ${path} is ${record ? 'a formula and not' : 'not'} a number of the scenario${meant(path, numbers)}`,
      );
      return [];
    }
    const [lo, hi] = [from ?? record.range?.[0], to ?? record.range?.[1]];
    if (lo === undefined || hi === undefined) {
      problems.push(
        `parameters.${path}: the scenario gives it no range, so say between which ends it may lie: { from: …, to: … }`,
      );
      return [];
    }
    const reason = from === undefined && to === undefined && fixed.find((one) => one.path === path)?.reason;
    if (reason) problems.push(`parameters.${path}: ${reason}`);
    else if (!(lo < hi)) problems.push(`parameters.${path}: from ${lo} should lie below to ${hi}`);
    else if (record.value < lo || record.value > hi)
      problems.push(
        `parameters.${path}: the scenario's value ${record.value} lies outside ${lo} to ${hi}, where the search begins`,
      );
    return [{ path, stated: record.value, lo, hi }];
  });
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  return { targets, parameters };
}

function meant(found: string, allowed: readonly string[]): string {
  const nearest = nearestName(found, allowed);
  return nearest === undefined ? '' : `. Did you mean ${nearest}?`;
}
