import type { VariedParameter } from '../tables/study.ts';
import { formatNumber, spellName } from './format.ts';

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

/** A parameter's value as it would be typed, without the digits that binary fractions leave behind. */
export function parameterValue(value: number | string): string {
  if (typeof value === 'string') return value;
  const short = Number(value.toPrecision(4));
  return Math.abs(short) >= 1000 && Number.isInteger(short)
    ? formatNumber(value, 0)
    : String(short).replace('-', '−');
}
