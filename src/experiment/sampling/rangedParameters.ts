import type { Scenario } from '../../model/schema/scenario.ts';
import {
  describeBounds,
  type FieldInfo,
  type LoadedScenario,
  type ParameterRecord,
  parameterField,
  withinBounds,
} from '../../scenario/index.ts';
import { vocabulary } from '../../simulation/vocabulary.ts';
import { pointValues } from './pointValues.ts';
import type { ParameterRange } from './ranges.ts';

/** A parameter that a sample can vary, with the values that it may take and what it is. */
export interface RangedParameter extends ParameterRange {
  path: string;
  /** Its value in the base design. */
  value: number;
  unit?: string;
  doc?: string;
  source: string;
}

/** A parameter that carries a range and cannot be varied all the same. */
export interface FixedParameter {
  path: string;
  range: [number, number];
  /** A clause without full stop. */
  reason: string;
}

/**
 * The parameters of the base design that carry a range, in the order of the file: those that can be varied, and those
 * that cannot, with the reason; of those only that `wanted` asks for. A share that must sum to 1 with others can be varied (see `pointValues`).
 */
export function rangedParameters(
  loaded: LoadedScenario<Scenario>,
  wanted: (path: string) => boolean = () => true,
): {
  varied: RangedParameter[];
  fixed: FixedParameter[];
} {
  const [base] = loaded.designs;
  const varied: RangedParameter[] = [];
  const fixed: FixedParameter[] = [];
  for (const record of base.parameters) {
    if (!record.range || !wanted(record.path)) continue;
    const field = parameterField(loaded, vocabulary.schema, record.path);
    const ranged = rangedParameter(record, field);
    const reason = reasonAgainst(record, field, base.title) ?? brokenAtEnds(base.scenario, ranged);
    if (reason === undefined) varied.push(ranged);
    else fixed.push({ path: record.path, range: record.range, reason });
  }
  return { varied, fixed };
}

/** Whether values are whole numbers: weeks that have to be whole steps are, unless their ends say that parts of one are meant. */
export const isWhole = (
  field: Pick<FieldInfo, 'integer' | 'wholeSteps'> | undefined,
  ends: readonly [number, number],
): boolean => field?.integer === true || (field?.wholeSteps === true && ends.every(Number.isInteger));

function rangedParameter(
  { path, value, range, unit, doc, source }: ParameterRecord,
  field: Omit<FieldInfo, 'doc'> | undefined,
): RangedParameter {
  const [lo, hi] = range!;
  return {
    path,
    value: value as number,
    lo,
    hi,
    whole: isWhole(field, range!),
    ...(unit !== undefined && { unit }),
    ...(doc !== undefined && { doc }),
    source,
  };
}

/** Why a parameter cannot be varied whatever its values do; undefined where nothing stands against it. */
function reasonAgainst(
  { path, value, range, origin }: ParameterRecord,
  field: Omit<FieldInfo, 'doc'> | undefined,
  base: string,
): string | undefined {
  const [lo, hi] = range!;
  if (typeof value !== 'number') return 'it is a formula and not a number';
  if (path.startsWith('measures.')) return 'it says what is measured, not how things are';
  if (origin === 'design') return `the design “${base}” sets it itself`;
  if (lo === hi) return 'its range is one value';
  if (field?.integer && Math.floor(hi) <= Math.ceil(lo)) return 'there are no two whole numbers in its range';
  for (const end of [lo, hi])
    if (field && !withinBounds(end, { ...field, integer: false }))
      return `${end}, an end of its range, is not allowed (${describeBounds(field)})`;
  return undefined;
}

/** What makes no sense at an end of the range when all else stays: two settings that belong together, for example. */
function brokenAtEnds(scenario: Scenario, { path, lo, hi }: RangedParameter): string | undefined {
  if (path.startsWith('timeline.')) return undefined;
  for (const end of [lo, hi]) {
    const values = pointValues(scenario, new Map([[path, end]]));
    const changed = [...values].reduce((all, [at, value]) => withValue(all, at.split('.'), value), scenario);
    const [problem] = vocabulary.check(changed);
    if (problem) return `at ${end}, ${problem.path.join('.')}: ${problem.message}`;
  }
  return undefined;
}

/** A copy in which one value is another; what the path does not touch is shared. */
function withValue<T>(whole: T, [name, ...rest]: readonly string[], value: number): T {
  const inner = (whole as Record<string, unknown>)[name];
  return { ...whole, [name]: rest.length === 0 ? value : withValue(inner, rest, value) };
}
