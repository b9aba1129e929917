import type { ParameterRange } from '../sampling/index.ts';
import { checkPoints } from '../study/mostPoints.ts';

/** A parameter that a sweep varies: over listed values, or anywhere between two ends. */
export interface Axis {
  path: string;
  values?: readonly (number | string)[];
  range?: ParameterRange;
}

/** What is known of the parameter at a path, where the base design has one there. */
export interface KnownParameter {
  value: number | string;
  range?: readonly [number, number];
  whole: boolean;
}

/** Values on a grid where a range is given and no number of steps. */
const USUAL_STEPS = 5;

/**
 * Reads `path=a:b:n` (n values evenly from a to b), `path=a:b` (anywhere between), `path=v,w,x` (these values, numbers
 * or other YAML), or `path` alone (its own range in the file).
 *
 * @throws RangeError in words where it cannot be read.
 */
export function readAxis(text: string, known: (path: string) => KnownParameter | undefined): Axis {
  const equals = text.indexOf('=');
  const path = (equals < 0 ? text : text.slice(0, equals)).trim();
  if (path === '' || path.split('.').some((name) => name === ''))
    throw new RangeError(
      `"${text}" names no parameter. Write path=from:to:steps, path=from:to or path=value,value`,
    );
  const whole = known(path)?.whole ?? false;
  if (equals < 0) {
    const range = known(path)?.range;
    if (!range)
      throw new RangeError(
        `${path} has no range in the file, so say which values: ${path}=from:to:steps or ${path}=value,value`,
      );
    return { path, range: { lo: range[0], hi: range[1], whole } };
  }
  const written = text.slice(equals + 1).trim();
  const parts = written.split(':').map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => part !== '' && Number.isFinite(Number(part))))
    return betweenEnds(path, parts.map(Number), whole, text);
  const values = splitOutsideBrackets(written).map(numberOr);
  if (values.length === 0 || values.some((value) => value === ''))
    throw new RangeError(`${path} lacks a value in "${text}"`);
  if (new Set(values).size < values.length) throw new RangeError(`${path} has a value twice in "${text}"`);
  return { path, values };
}

function betweenEnds(path: string, [lo, hi, steps, ...more]: number[], whole: boolean, text: string): Axis {
  if (!(lo < hi))
    throw new RangeError(`${path} should go from a smaller number to a larger one, not "${text}"`);
  if (steps === undefined) return { path, range: { lo, hi, whole } };
  if (more.length > 0 || !Number.isInteger(steps) || steps < 2)
    throw new RangeError(`${path} takes from:to:steps with a whole number of steps from 2, not "${text}"`);
  checkPoints(steps, `"${text}"`);
  return { path, values: steppedValues({ lo, hi, whole }, steps) };
}

/** `steps` values evenly from one end to the other; of whole numbers the nearest ones, each once. */
export function steppedValues({ lo, hi, whole }: ParameterRange, steps = USUAL_STEPS): number[] {
  const values = Array.from({ length: steps }, (_, i) => {
    const value = i === steps - 1 ? hi : lo + (i * (hi - lo)) / (steps - 1);
    // A tenth is no binary fraction: 12 digits leave out what is left of that.
    return whole ? Math.round(value) : Number(value.toPrecision(12));
  });
  return [...new Set(values)];
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if ('([{'.includes(text[at] ?? ' ')) depth++;
    else if (')]}'.includes(text[at] ?? ' ')) depth--;
    else if (at === text.length || (text[at] === ',' && depth === 0)) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts;
}

const numberOr = (text: string): number | string =>
  text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
