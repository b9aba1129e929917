import type { Scenario } from '../../model/schema/scenario.ts';
import { type LoadedScenario, parameterField } from '../../scenario/index.ts';
import { vocabulary } from '../../simulation/vocabulary.ts';
import type { VariedParameter } from '../../tables/study.ts';
import type { Axis, KnownParameter } from './axis.ts';

/** What the base design has at a path; undefined where no number or formula is there. */
export function knownParameter(loaded: LoadedScenario<Scenario>, path: string): KnownParameter | undefined {
  const record = loaded.designs[0].parameters.find((one) => one.path === path);
  if (!record) return undefined;
  const whole = parameterField(loaded, vocabulary.schema, path)?.integer === true;
  return { value: record.value, range: record.range, whole };
}

/** An axis as tables and reports show it, with where the file stands. */
export function describeAxis(
  loaded: LoadedScenario<Scenario>,
  { path, values, range }: Axis,
): VariedParameter {
  const record = loaded.designs[0].parameters.find((one) => one.path === path);
  const numbers = values?.filter((value) => typeof value === 'number') ?? [];
  const areNumbers = values !== undefined && numbers.length === values.length;
  return {
    path,
    ...(record && { stated: record.value, source: record.source }),
    ...(record?.doc !== undefined && { doc: record.doc }),
    ...(record?.unit !== undefined && { unit: record.unit }),
    ...(range && { from: range.lo, to: range.hi }),
    ...(areNumbers && { from: Math.min(...numbers), to: Math.max(...numbers) }),
    ...(values && { values: [...values] }),
  };
}
