import type { Scenario } from '../../model/schema/scenario.ts';
import { type LoadedScenario, nearestName } from '../../scenario/index.ts';
import type { FrontGoal, FrontLimit } from '../../tables/front.ts';
import type { VariedParameter } from '../../tables/study.ts';
import type { Settings } from '../study/point.ts';
import type { Axis } from '../sweep/axis.ts';
import { describeAxis, knownParameter } from '../sweep/knownParameter.ts';
import { readAxes } from '../sweep/planSweep.ts';
import { settingsOf } from '../sweep/sweepPoints.ts';
import { axisPlace, axisValue, isUnordered } from './axisPlaces.ts';
import { readGoals, readLimits } from './goals.ts';

export interface OptimisationPlan {
  goals: FrontGoal[];
  limits: FrontLimit[];
  axes: Axis[];
  varied: VariedParameter[];
  /** The file's own values as a place, where all lie within what is varied, and as settings. */
  own?: { place: number[]; settings: Settings };
  /** Settings at the ends of what is varied, to be tried before hours are spent. */
  ends: Settings[];
  warnings: string[];
}

/** What is asked for, as typed. */
export interface OptimisationTexts {
  goal: readonly string[];
  where: readonly string[];
  vary: readonly string[];
}

/**
 * Holds goals, limits and parameters against the scenario, whose base is the design that is varied.
 *
 * @throws RangeError with every problem, a line each.
 */
export function planOptimisation(
  loaded: LoadedScenario<Scenario>,
  { goal, where, vary }: OptimisationTexts,
): OptimisationPlan {
  const [base] = loaded.designs;
  const problems: string[] = [];
  const goals = readGoals(base.scenario, goal, problems);
  const limits = readLimits(base.scenario, where, problems);
  const axes = axesOf(loaded, vary, problems);
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  const values = axes.map(({ path }) => ownValue(loaded, path));
  const places = axes.map((axis, k) => axisPlace(axis, values[k]));
  return {
    goals,
    limits,
    axes,
    varied: axes.map((axis) => describeAxis(loaded, axis)),
    ...(places.every((place) => place !== undefined) && {
      own: {
        place: places,
        settings: settingsOf(
          base.scenario,
          axes.map(({ path }, k) => [path, values[k]!]),
        ),
      },
    }),
    ends: [
      ...axes.flatMap((axis) =>
        endsOf(axis).map((value): Settings => settingsOf(base.scenario, [[axis.path, value]])),
      ),
      ...[0, 1].map((place) =>
        settingsAt(
          base.scenario,
          axes,
          axes.map(() => place),
        ),
      ),
    ],
    warnings: axes.flatMap(({ path }) => setAgainLater(loaded, path, axes)),
  };
}

/** The settings at a place of the unit cube. */
export function settingsAt(scenario: Scenario, axes: readonly Axis[], place: readonly number[]): Settings {
  return settingsOf(
    scenario,
    axes.map((axis, k) => [axis.path, axisValue(axis, place[k])]),
  );
}

function axesOf(loaded: LoadedScenario<Scenario>, vary: readonly string[], problems: string[]): Axis[] {
  let axes: Axis[] = [];
  try {
    axes = readAxes(loaded, vary).map(inOrder);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(...error.message.split('\n').map((line) => `--vary ${line}`));
  }
  const known = loaded.designs[0].parameters.map(({ path }) => path);
  for (const axis of axes) {
    const { path } = axis;
    if (path === 'seed') problems.push('--vary seed: luck is nothing that a scheme can choose');
    if (ownValue(loaded, path) !== undefined || isUnordered(axis)) continue;
    const nearest = nearestName(path, known);
    problems.push(
      `--vary ${path}: there is no such parameter.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    );
  }
  return axes;
}

/** Listed numbers in their order, so that neighbours are alike. */
const inOrder = (axis: Axis): Axis =>
  axis.values && !isUnordered(axis)
    ? { ...axis, values: [...axis.values].sort((a, b) => Number(a) - Number(b)) }
    : axis;

/** What the design has at a path: a number or formula, or one of the words that a setting may be. */
function ownValue(loaded: LoadedScenario<Scenario>, path: string): number | string | undefined {
  const known = knownParameter(loaded, path);
  if (known) return known.value;
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined,
      loaded.designs[0].scenario,
    );
  return typeof found === 'number' || typeof found === 'string'
    ? found
    : typeof found === 'boolean'
      ? String(found)
      : undefined;
}

const endsOf = ({ values, range }: Axis): readonly (number | string)[] => values ?? [range!.lo, range!.hi];

/** That the timeline sets a parameter again, so that what is varied holds only until then. */
function setAgainLater(loaded: LoadedScenario<Scenario>, path: string, axes: readonly Axis[]): string[] {
  return loaded.designs[0].parameters.flatMap(({ path: other, value }) => {
    const [, name] = /^timeline\.(\w+)\.set\.(.*)$/.exec(other) ?? [];
    if (name === undefined || other !== `timeline.${name}.set.${path}`) return [];
    const also = axes.some((axis) => axis.path === other);
    return also
      ? []
      : [
          `${path} holds only until the timeline sets it again (${other}, now ${value}): vary that as well, or most of the time nothing is varied.`,
        ];
  });
}
