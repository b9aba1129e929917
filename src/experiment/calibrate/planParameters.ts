import { type Scenario, scenarioSchema } from '../../model/schema/scenario.ts';
import {
  type CheckedFileProblem,
  type LoadedScenario,
  parameterField,
  sharesInSums,
} from '../../scenario/index.ts';
import { nearestName } from '../../scenario/kit/nearest.ts';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import { vocabulary } from '../../simulation/vocabulary.ts';
import { isWhole } from '../sampling/index.ts';
import { planProblems } from '../sweep/checkPlan.ts';
import { settingsOf } from '../sweep/sweepPoints.ts';
import { decimalsOf, type FreeParameter } from './freeParameter.ts';
import type { TargetsFile } from './targets.ts';

/** A slope cannot be seen in whole numbers of which a step moves less than two. */
const FEWEST_WHOLE = 25;

/**
 * The parameters that a file of targets frees. Problems are added: parameters that are no numbers or cannot be fitted,
 * that are named twice, whose ranges are missing, leave out the file's value, or end where the scenario cannot be.
 */
export function planParameters(
  bundle: ScenarioBundle,
  loaded: LoadedScenario<Scenario>,
  stated: TargetsFile['parameters'],
  problems: CheckedFileProblem[],
): FreeParameter[] {
  const before = problems.length;
  const parameters = Object.entries(stated).flatMap(([path, ends]) =>
    freeParameter(loaded, path, ends, problems),
  );
  namedTwice(stated, problems);
  wholeSums(loaded.designs[0].scenario, parameters, problems);
  if (problems.length === before)
    problems.push(...parameters.flatMap((one) => problemsAtEnds(bundle, loaded, one)));
  return parameters;
}

function freeParameter(
  loaded: LoadedScenario<Scenario>,
  path: string,
  { from, to, with: along = [] }: TargetsFile['parameters'][string],
  problems: CheckedFileProblem[],
): FreeParameter[] {
  const at = ['parameters', path];
  const before = problems.length;
  for (const [i, other] of along.entries())
    problems.push(...unfit(loaded, other, [...at, 'with', String(i)]));
  problems.push(...unfit(loaded, path, at));
  if (problems.length > before) return [];
  const { value, range } = recordOf(loaded, path)!;
  const [lo, hi] = [from ?? range?.[0], to ?? range?.[1]];
  const stated = value as number;
  if (lo === undefined || hi === undefined) {
    problems.push({
      path: at,
      message: 'the scenario gives it no range, so say between which ends it may lie',
      allowed: '{ from: …, to: … }',
    });
    return [];
  }
  const whole = isWhole(parameterField(loaded, vocabulary.schema, path), [lo, hi]);
  const values = Math.floor(hi) - Math.ceil(lo) + 1;
  if (!(lo < hi)) problems.push({ path: at, message: `from ${lo} should lie below to ${hi}` });
  else if (stated < lo || stated > hi)
    problems.push({
      path: at,
      message: `the scenario's value ${stated} lies outside ${lo} to ${hi}, where the search begins`,
    });
  else if (whole && values < FEWEST_WHOLE)
    problems.push({
      path: at,
      message: `there are only ${values} whole numbers from ${lo} to ${hi}, too few for a slope: try each with sweep`,
    });
  const ends = whole ? { lo: Math.ceil(lo), hi: Math.floor(hi) } : { lo, hi };
  return [{ path, along, stated, ...ends, decimals: decimalsOf(lo, hi, whole) }];
}

const recordOf = (loaded: LoadedScenario<Scenario>, path: string) =>
  loaded.designs[0].parameters.find((one) => one.path === path);

/** Why there is nothing at a path that can be fitted. */
function unfit(loaded: LoadedScenario<Scenario>, path: string, at: string[]): CheckedFileProblem[] {
  const record = recordOf(loaded, path);
  const no = (message: string, nearest?: string) => [{ path: at, message, found: path, nearest }];
  if (typeof record?.value !== 'number') {
    const numbers = loaded.designs[0].parameters.filter(({ value }) => typeof value === 'number');
    const names = numbers.map((one) => one.path);
    return no(
      `${path} is ${record ? 'a formula or a word and not' : 'not'} a number of the scenario`,
      nearestName(path, names),
    );
  }
  if (path.startsWith('measures.')) return no(`${path} says what is measured, not how things are`);
  if (path === 'replicates' || path === 'scale')
    return no(`${path} says how the scenario is run, not how things are`);
  if (record.origin === 'design') return no(`the design “${loaded.designs[0].title}” sets ${path} itself`);
  return [];
}

/** Parameters that two entries would set. */
function namedTwice(stated: TargetsFile['parameters'], problems: CheckedFileProblem[]): void {
  const seen = new Set(Object.keys(stated));
  for (const [path, { with: along = [] }] of Object.entries(stated))
    for (const [i, other] of along.entries()) {
      if (seen.has(other))
        problems.push({
          path: ['parameters', path, 'with', String(i)],
          message: `${other} is fitted already: it can take one value only`,
        });
      seen.add(other);
    }
}

/** Shares that sum to 1 leave nothing to fit where no other is there to take what is left. */
function wholeSums(
  scenario: Scenario,
  parameters: readonly FreeParameter[],
  problems: CheckedFileProblem[],
): void {
  const fitted = new Map(parameters.flatMap(({ path, along }) => [path, ...along].map((one) => [one, path])));
  for (const { shares } of sharesInSums(scenarioSchema, scenario)) {
    const owners = shares.map(({ path }) => fitted.get(path.join('.')));
    if (owners.length === 0 || owners.includes(undefined)) continue;
    problems.push({
      path: ['parameters', owners.at(-1)!],
      message: `all shares of a sum of 1 would be fitted (${shares.map(({ path }) => path.join('.')).join(', ')}): leave out one, which takes what the others leave`,
    });
  }
}

/** What makes no sense at an end when all else is as in the file. */
function problemsAtEnds(
  bundle: ScenarioBundle,
  loaded: LoadedScenario<Scenario>,
  { path, along, lo, hi }: FreeParameter,
): CheckedFileProblem[] {
  return [lo, hi].flatMap((end) => {
    const settings = settingsOf(
      loaded.designs[0].scenario,
      [path, ...along].map((one) => [one, end]),
    );
    const [problem] = planProblems(bundle, { varied: [{ path }], points: [settings], chosen: '' });
    return problem
      ? [
          {
            path: ['parameters', path],
            message: `at its end ${end}, ${problem.path}: ${problem.message}`,
            allowed: problem.allowed,
          },
        ]
      : [];
  });
}
