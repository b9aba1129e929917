import { binaryOperations, type TernaryName, ternaryOperations, unaryOperations } from './expression.ts';
import type { BinaryPart, Simplified, UnaryPart } from './simplify.ts';

/** Between which values something lies; infinite where nothing is known. */
export type Bounds = readonly [low: number, high: number];

const anything: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
const truth: Bounds = [0, 1];

/**
 * Bounds of a formula's value when each variable lies in its range (interval arithmetic): a variable without
 * a range may be anything. The bounds hold, but need not be tight; rounding may exceed them by a few last
 * digits, which the caller has to allow for.
 */
export function boundsOf(part: Simplified, ranges: Readonly<Record<string, Bounds>>): Bounds {
  switch (part.kind) {
    case 'number':
      return [part.value, part.value];
    case 'variable':
      return ranges[part.name] ?? anything;
    case 'sum': {
      let [low, high] = [part.constant, part.constant];
      for (const { coefficient, shift, of } of part.terms) {
        const [a, b] = boundsOf(of, ranges);
        const [from, to] = hull([coefficient * (a + shift), coefficient * (b + shift)]);
        low += from;
        high += to;
      }
      return known(low, high);
    }
    case 'unary':
      return unary(part.name, boundsOf(part.of, ranges));
    case 'binary':
      return binary(part.name, boundsOf(part.left, ranges), boundsOf(part.right, ranges));
    case 'ternary':
      return ternary(part.name, part.of.map((each) => boundsOf(each, ranges)) as [Bounds, Bounds, Bounds]);
  }
}

/** The smallest and largest of some values; anything where one of them is not a number. */
function hull(values: readonly number[]): Bounds {
  return known(Math.min(...values), Math.max(...values));
}

function known(low: number, high: number): Bounds {
  return Number.isNaN(low) || Number.isNaN(high) ? anything : [low, high];
}

function unary(name: UnaryPart, [low, high]: Bounds): Bounds {
  switch (name) {
    case 'not':
      return truth;
    case 'abs':
      return low >= 0 ? [low, high] : high <= 0 ? [-high, -low] : [0, Math.max(-low, high)];
    default:
      // All other operations of one argument never fall as it grows.
      return known(unaryOperations[name](low), unaryOperations[name](high));
  }
}

function binary(name: BinaryPart, left: Bounds, right: Bounds): Bounds {
  const corners = () => hull(left.flatMap((x) => right.map((y) => binaryOperations[name](x, y))));
  switch (name) {
    case 'multiply':
    case 'min':
    case 'max':
      return corners();
    case 'divide':
      return right[0] > 0 || right[1] < 0 ? corners() : anything;
    case 'power':
      // For a base of at least 0 the extremes lie at corners; below 0 nothing simple holds.
      return left[0] >= 0 ? corners() : anything;
    default:
      return truth;
  }
}

function ternary(name: TernaryName, [a, b, c]: readonly [Bounds, Bounds, Bounds]): Bounds {
  if (name === 'choose') return [Math.min(b[0], c[0]), Math.max(b[1], c[1])];
  const clip = ternaryOperations.clip;
  return known(clip(a[0], b[0], c[0]), clip(a[1], b[1], c[1]));
}
