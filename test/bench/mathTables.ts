import {
  exp2Table,
  LN2_HIGH,
  LN2_LOW,
  logTable,
  STEP_HIGH,
  STEP_LOW,
  STEPS_PER_UNIT,
} from '../../src/random/math/tables.ts';

/** Numbers as C reads them back to the last bit. */
export const cNumbers = (values: Iterable<number>): string =>
  Array.from(values, (value) => cNumber(value)).join(', ');

/** One number as C reads it back to the last bit. */
export function cNumber(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'INFINITY' : value < 0 ? '-INFINITY' : 'NAN';
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** A table of the engine as a C array. */
const cArray = (name: string, values: ArrayLike<number>): string =>
  `static const double ${name}[${values.length}] = {${cNumbers(Array.from(values))}};\n`;

/** The tables behind exp and log as a header. */
export function mathTables(): string {
  const constants = { STEPS_PER_UNIT, STEP_HIGH, STEP_LOW, LN2_HIGH, LN2_LOW };
  return [
    '/* Written from src/random/math/tables.ts. */\n',
    ...Object.entries(constants).map(([name, value]) => `#define ${name} ${cNumber(value)}\n`),
    cArray('exp2Table', exp2Table),
    cArray('logTable', logTable),
  ].join('');
}
