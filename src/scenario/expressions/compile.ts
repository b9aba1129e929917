import type { Formula, ValueChange } from '../kit/formula.ts';
import { type Bounds, boundsOf } from './bounds.ts';
import { type Expression, variablesOf } from './expression.ts';
import { binaryLoops, Slot, ternaryLoops, unaryLoops, wholePower } from './loops.ts';
import { parseFormula } from './parse.ts';
import { interpret, type Simplified, simplify } from './simplify.ts';
import { type ColumnTerm, sumPass, termsPerPass } from './sumLoops.ts';

/** Rows that are computed together, so that intermediate columns stay in the processor's nearest memory. */
const blockRows = 1024;

/** A compiled formula. Each kernel owns its scratch columns: any number of them may be in use side by side. */
export interface Kernel {
  /** The variables that it reads, local constants taken out, in order of first appearance. */
  readonly variables: readonly string[];
  /** The value, where it depends on nothing. */
  readonly constant?: number;
  /**
   * Writes the values of rows 0 … n − 1 to `out`. `inputs` are in the order of `variables`; a number stands for a
   * column of equal numbers. `out` may be one of the inputs. Throws when an input is missing or too short.
   */
  evaluate(n: number, inputs: readonly (Float64Array | number)[], out: Float64Array): void;
  /** The value for one set of variables, equal to that of the columns to the last digit. Throws when one is missing. */
  evaluateOne(values: Readonly<Record<string, number>>): number;
  /** Bounds of the value when each variable lies in its range; not tight, and out by a few last digits at most. */
  bounds(ranges: Readonly<Record<string, Bounds>>): Bounds;
}

const parsed = new WeakMap<Formula, Expression>();

/** The tree of a formula, read once. Throws FormulaError where the text is not allowed. */
export function expressionOf(formula: Formula): Expression {
  let expression = parsed.get(formula);
  if (!expression) {
    expression = changed(parseFormula(formula.text), formula.change);
    parsed.set(formula, expression);
  }
  return expression;
}

/** The tree whose value is the changed one, with the digits of small chances kept. */
function changed(of: Expression, change: ValueChange | undefined): Expression {
  if (change === undefined) return of;
  const number = (value: number): Expression => ({ kind: 'number', value });
  const negative = (inner: Expression): Expression => ({ kind: 'unary', name: 'negate', of: inner });
  const times = (factor: number, inner: Expression): Expression => ({
    kind: 'binary',
    name: 'multiply',
    left: number(factor),
    right: inner,
  });
  if (change.kind === 'rate') return times(change.factor, of);
  const chance: Expression = { kind: 'ternary', name: 'clip', of: [of, number(0), number(1)] };
  const logOfNone: Expression = { kind: 'unary', name: 'log1p', of: negative(chance) };
  return negative({ kind: 'unary', name: 'expm1', of: times(change.power, logOfNone) });
}

/** Compiles a formula to passes over columns, with local constants folded in; generates no code. */
export function compileFormula(formula: Formula, constants: Readonly<Record<string, number>> = {}): Kernel {
  const simplified = simplify(expressionOf(formula), constants);
  if (simplified.kind === 'number') return constantKernel(simplified.value);
  return new ColumnKernel(expressionOf(formula), simplified, constants);
}

function constantKernel(value: number): Kernel {
  return {
    variables: [],
    constant: value,
    evaluate: (n, _inputs, out) => void out.fill(value, 0, n),
    evaluateOne: () => value,
    bounds: () => [value, value],
  };
}

class ColumnKernel implements Kernel {
  readonly variables: readonly string[];
  readonly #simplified: Simplified;
  readonly #columns: Slot[];
  readonly #broadcast: (Float64Array | undefined)[];
  readonly #out: Slot;
  readonly #passes: readonly ((n: number) => void)[];

  constructor(expression: Expression, simplified: Simplified, constants: Readonly<Record<string, number>>) {
    const used = namesOf(simplified);
    this.variables = [...variablesOf(expression)].filter(
      (name) => used.has(name) && !Object.hasOwn(constants, name),
    );
    this.#simplified = simplified;
    this.#columns = this.variables.map(() => new Slot(nothing));
    this.#broadcast = this.variables.map(() => undefined);
    this.#out = new Slot(nothing);
    const columnOf = new Map(this.variables.map((name, i) => [name, this.#columns[i]]));
    this.#passes = new Assembler(columnOf).assemble(simplified, this.#out);
  }

  evaluate(n: number, inputs: readonly (Float64Array | number)[], out: Float64Array): void {
    const columns = this.#columns;
    this.#checkSizes(n, inputs, out);
    for (let v = 0; v < columns.length; v++) {
      const input = inputs[v];
      if (typeof input !== 'number') columns[v].data = input;
      else {
        columns[v].data = this.#broadcast[v] ??= new Float64Array(blockRows);
        columns[v].data.fill(input, 0, Math.min(n, blockRows));
      }
      columns[v].base = 0;
    }
    this.#out.data = out;
    for (let start = 0; start < n; start += blockRows) {
      const rows = Math.min(blockRows, n - start);
      for (let v = 0; v < columns.length; v++) if (typeof inputs[v] !== 'number') columns[v].base = start;
      this.#out.base = start;
      for (let p = 0; p < this.#passes.length; p++) this.#passes[p](rows);
    }
  }

  evaluateOne(values: Readonly<Record<string, number>>): number {
    return interpret(this.#simplified, values);
  }

  bounds(ranges: Readonly<Record<string, Bounds>>): Bounds {
    return boundsOf(this.#simplified, ranges);
  }

  #checkSizes(n: number, inputs: readonly (Float64Array | number)[], out: Float64Array): void {
    for (let v = 0; v < this.variables.length; v++) {
      const input = inputs[v];
      if (input === undefined || (typeof input !== 'number' && input.length < n))
        throw new RangeError(`The column of "${this.variables[v]}" has fewer than ${n} rows.`);
    }
    if (out.length < n) throw new RangeError(`The column for the result has fewer than ${n} rows.`);
  }
}

const nothing = new Float64Array(0);

function namesOf(part: Simplified, found = new Set<string>()): Set<string> {
  if (part.kind === 'variable') found.add(part.name);
  else if (part.kind === 'sum') for (const term of part.terms) namesOf(term.of, found);
  else if (part.kind === 'unary') namesOf(part.of, found);
  else if (part.kind === 'binary') namesOf(part.right, namesOf(part.left, found));
  else if (part.kind === 'ternary') for (const inner of part.of) namesOf(inner, found);
  return found;
}

/** Turns a formula into passes, re-using scratch columns as soon as they have been read. */
class Assembler {
  readonly #columnOf: ReadonlyMap<string, Slot>;
  readonly #constants = new Map<number, Slot>();
  readonly #free: Slot[] = [];
  readonly #scratch = new Set<Slot>();
  readonly #passes: ((n: number) => void)[] = [];

  constructor(columnOf: ReadonlyMap<string, Slot>) {
    this.#columnOf = columnOf;
  }

  /** Only the last pass writes to `out`, row by row after reading that row, so `out` may be an input too. */
  assemble(part: Simplified, out: Slot): readonly ((n: number) => void)[] {
    this.#emit(part, out);
    return this.#passes;
  }

  #operand(part: Simplified): Slot {
    if (part.kind === 'variable') return this.#columnOf.get(part.name)!;
    if (part.kind === 'number') return this.#constant(part.value);
    const slot = this.#take();
    this.#emit(part, slot);
    return slot;
  }

  #constant(value: number): Slot {
    let slot = this.#constants.get(value);
    if (!slot) {
      slot = new Slot(new Float64Array(blockRows).fill(value));
      this.#constants.set(value, slot);
    }
    return slot;
  }

  #take(): Slot {
    const slot = this.#free.pop() ?? new Slot(new Float64Array(blockRows));
    this.#scratch.add(slot);
    return slot;
  }

  #release(...slots: Slot[]): void {
    for (const slot of slots) if (this.#scratch.delete(slot)) this.#free.push(slot);
  }

  #emit(part: Simplified, out: Slot): void {
    switch (part.kind) {
      case 'number':
      case 'variable': {
        const from = this.#operand(part);
        this.#passes.push((n) => copy(n, out, from));
        return;
      }
      case 'sum':
        this.#emitSum(part, out);
        return;
      case 'unary': {
        const loop = unaryLoops[part.name];
        const x = this.#operand(part.of);
        this.#passes.push((n) => loop(n, out.data, out.base, x.data, x.base));
        this.#release(x);
        return;
      }
      case 'binary': {
        const { left, right } = part;
        const x = this.#operand(left);
        if (part.name === 'power' && right.kind === 'number' && isSmallPower(right.value)) {
          const exponent = right.value;
          this.#passes.push((n) => wholePower(n, out.data, out.base, x.data, x.base, exponent));
          this.#release(x);
          return;
        }
        const loop = binaryLoops[part.name];
        const y = this.#operand(right);
        this.#passes.push((n) => loop(n, out.data, out.base, x.data, x.base, y.data, y.base));
        this.#release(x, y);
        return;
      }
      case 'ternary': {
        const loop = ternaryLoops[part.name];
        const [x, y, z] = part.of.map((inner) => this.#operand(inner));
        this.#passes.push((n) => loop(n, out.data, out.base, x.data, x.base, y.data, y.base, z.data, z.base));
        this.#release(x, y, z);
        return;
      }
    }
  }

  /** Weighted sums go four terms a pass; what is summed so far enters the next pass as its first term. */
  #emitSum(part: Simplified & { kind: 'sum' }, out: Slot): void {
    const terms: ColumnTerm[] = part.terms.map(({ coefficient, shift, of }) => ({
      coefficient,
      shift,
      slot: this.#operand(of),
    }));
    const rest = [...terms];
    let soFar: Slot | undefined;
    while (rest.length > 0) {
      const first: ColumnTerm[] = soFar ? [{ coefficient: 1, shift: 0, slot: soFar }] : [];
      const now = [...first, ...rest.splice(0, termsPerPass - first.length)];
      const to = rest.length === 0 ? out : (soFar ?? this.#take());
      this.#passes.push(sumPass(soFar ? 0 : part.constant, now, to));
      if (to !== out) soFar = to;
    }
    this.#release(...terms.map((term) => term.slot));
    if (soFar) this.#release(soFar);
  }
}

const isSmallPower = (exponent: number): exponent is 2 | 3 | 4 =>
  exponent === 2 || exponent === 3 || exponent === 4;

function copy(n: number, out: Slot, from: Slot): void {
  const { data: to, base: o } = out;
  const { data: x, base: a } = from;
  for (let i = 0; i < n; i++) to[o + i] = x[a + i];
}
