import {
  type BinaryName,
  binaryOperations,
  type Expression,
  type TernaryName,
  ternaryOperations,
  type UnaryName,
  unaryOperations,
} from './expression.ts';

/** One term of a weighted sum: coefficient × (part + shift). */
export interface Term {
  coefficient: number;
  shift: number;
  of: Simplified;
}

/** Operations that are left after folding: signs, additions and subtractions have become weighted sums. */
export type UnaryPart = Exclude<UnaryName, 'negate'>;
export type BinaryPart = Exclude<BinaryName, 'add' | 'subtract'>;

/** A formula after folding: weighted sums, from which most hazards are made, stand as one node. */
export type Simplified =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; name: string }
  | { kind: 'sum'; constant: number; terms: readonly Term[] }
  | { kind: 'unary'; name: UnaryPart; of: Simplified }
  | { kind: 'binary'; name: BinaryPart; left: Simplified; right: Simplified }
  | { kind: 'ternary'; name: TernaryName; of: readonly [Simplified, Simplified, Simplified] };

type Sum = { constant: number; terms: readonly Term[] };

const number = (value: number): Simplified => ({ kind: 'number', value });

/**
 * Puts local constants in place, computes what is known, and gathers additions and multiplications by constants
 * into weighted sums. Sums are added from the left with the constant first, so the last digit may differ from the
 * order of writing; no other arithmetic is rearranged.
 */
export function simplify(expression: Expression, constants: Readonly<Record<string, number>>): Simplified {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'variable':
      return Object.hasOwn(constants, expression.name) ? number(constants[expression.name]) : expression;
    case 'unary': {
      const of = simplify(expression.of, constants);
      if (of.kind === 'number') return number(unaryOperations[expression.name](of.value));
      return expression.name === 'negate' ? scaled(of, -1) : { kind: 'unary', name: expression.name, of };
    }
    case 'binary':
      return binary(
        expression.name,
        simplify(expression.left, constants),
        simplify(expression.right, constants),
      );
    case 'ternary': {
      const [a, b, c] = expression.of.map((part) => simplify(part, constants));
      const { name } = expression;
      if (a.kind === 'number' && name === 'choose') return ternaryOperations.choose(a.value, 1, 0) ? b : c;
      if (a.kind === 'number' && b.kind === 'number' && c.kind === 'number')
        return number(ternaryOperations[name](a.value, b.value, c.value));
      return { kind: 'ternary', name, of: [a, b, c] };
    }
  }
}

function binary(name: BinaryName, left: Simplified, right: Simplified): Simplified {
  if (left.kind === 'number' && right.kind === 'number')
    return number(binaryOperations[name](left.value, right.value));
  if (name === 'add') return added(left, right);
  if (name === 'subtract') return added(left, scaled(right, -1));
  if (name === 'multiply' && left.kind === 'number') return scaled(right, left.value);
  if (name === 'multiply' && right.kind === 'number') return scaled(left, right.value);
  return { kind: 'binary', name, left, right };
}

function asSum(part: Simplified): Sum {
  if (part.kind === 'number') return { constant: part.value, terms: [] };
  if (part.kind === 'sum') return part;
  return { constant: 0, terms: [{ coefficient: 1, shift: 0, of: part }] };
}

/** A sum has a term at least: what is known is computed before it comes here. */
function fromSum({ constant, terms }: Sum): Simplified {
  const [{ coefficient, shift, of }] = terms;
  if (terms.length === 1 && constant === 0 && coefficient === 1 && shift === 0) return of;
  return { kind: 'sum', constant, terms };
}

function added(left: Simplified, right: Simplified): Simplified {
  const [a, b] = [asSum(left), asSum(right)];
  return fromSum({ constant: a.constant + b.constant, terms: [...a.terms, ...b.terms] });
}

function scaled(part: Simplified, factor: number): Simplified {
  if (part.kind === 'number') return number(part.value * factor);
  const { constant, terms } = asSum(part);
  if (factor === -1)
    return fromSum({
      constant: constant === 0 ? 0 : -constant,
      terms: terms.map((term) => ({ ...term, coefficient: -term.coefficient })),
    });
  if (terms.length === 1) {
    const [{ coefficient, shift, of }] = terms;
    // factor × (±x + constant) keeps its order of writing as a shifted term.
    if (shift === 0 && Math.abs(coefficient) === 1)
      return fromSum({
        constant: 0,
        terms: [{ coefficient: factor * coefficient, shift: coefficient * constant, of }],
      });
    if (constant === 0)
      return fromSum({ constant, terms: [{ coefficient: factor * coefficient, shift, of }] });
  }
  return fromSum({ constant: 0, terms: [{ coefficient: factor, shift: 0, of: part }] });
}

/** The value for one set of variables, with the arithmetic of the kernels to the last digit. */
export function interpret(part: Simplified, values: Readonly<Record<string, number>>): number {
  switch (part.kind) {
    case 'number':
      return part.value;
    case 'variable': {
      const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
      if (value === undefined) throw new Error(`The formula needs a value for "${part.name}".`);
      return value;
    }
    case 'sum': {
      let total = part.constant;
      for (const { coefficient, shift, of } of part.terms)
        total += coefficient * (interpret(of, values) + shift);
      return total;
    }
    case 'unary':
      return unaryOperations[part.name](interpret(part.of, values));
    case 'binary':
      return binaryOperations[part.name](interpret(part.left, values), interpret(part.right, values));
    case 'ternary': {
      const [a, b, c] = part.of.map((inner) => interpret(inner, values));
      return ternaryOperations[part.name](a, b, c);
    }
  }
}
