import type { VariedParameter } from '../tables/study.ts';
import { currencySign, formatNumber, spellName } from './format.ts';

/** Names in a path that say nothing of the parameter: rooms of the file. */
const rooms = new Set(['parameters', 'set', 'value', 'roles', 'groups', 'byGroup', 'transitions', 'traits']);

/**
 * A short name of each parameter, by its path: the last two names that say something, "key worker: posts"; where
 * that is not enough to tell two apart, as many more as it takes.
 */
export function parameterNames(varied: readonly Pick<VariedParameter, 'path'>[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { path } of varied) {
    const telling = path.split('.').filter((name) => !rooms.has(name));
    for (let words = 2; ; words++) {
      const name = nameOf(telling, words);
      const shared = varied.some(
        (other) =>
          other.path !== path &&
          nameOf(
            other.path.split('.').filter((one) => !rooms.has(one)),
            words,
          ) === name,
      );
      if (!shared || words >= telling.length) {
        names.set(path, name);
        break;
      }
    }
  }
  return names;
}

function nameOf(telling: readonly string[], words: number): string {
  const last = telling.slice(-words).map(spellName);
  return last.length < 2 ? (last[0] ?? '') : `${last.slice(0, -1).join(' ')}: ${last.at(-1)}`;
}

/** A unit behind the number 1: "hour of record a contact", "full-time post". */
export const unitOfOne = (unit: string): string => unit.replace(/^(full-time )?(\w+)s\b/, '$1$2');

/** A parameter's value with its unit, money in the currency: "4 weeks", "£18,400 a week"; the value alone where it has no unit. */
export function parameterWithUnit(
  value: number | string,
  unit: string | undefined,
  currency: string,
): string {
  const plain = parameterValue(value);
  // A formula names what it counts.
  if (unit === undefined || typeof value === 'string') return plain;
  if (/^money\b/.test(unit)) return `${currencySign(currency)}${plain}${unit.slice('money'.length)}`;
  return `${plain} ${value === 1 ? unitOfOne(unit) : unit}`;
}

/** A parameter's value as it would be typed, without the digits that binary fractions leave behind. */
export function parameterValue(value: number | string): string {
  if (typeof value === 'string') return value;
  const short = Number(value.toPrecision(4));
  return Math.abs(short) >= 1000 && Number.isInteger(short)
    ? formatNumber(value, 0)
    : String(short).replace('-', '−');
}
