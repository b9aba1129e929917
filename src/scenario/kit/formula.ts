import * as z from 'zod';
import { type FormulaContext, requireSource, withInfo } from './fields.ts';

/**
 * What is done with a formula's value when it is taken over another time than it is stated for: a chance p becomes
 * 1 − (1 − p)^power, p first cut to [0, 1]; a rate is multiplied.
 */
export type ValueChange = { kind: 'chance'; power: number } | { kind: 'rate'; factor: number };

/** A number or a mathjs expression, together with whose facts it may read. Compile it with `compileFormula`. */
export class Formula {
  readonly context: FormulaContext;
  readonly text: string | number;
  readonly change?: ValueChange;
  constructor(context: FormulaContext, text: string | number, change?: ValueChange) {
    this.context = context;
    this.text = text;
    this.change = change;
  }
}

/** What a formula field is; `min` and `max` bound the result and are checked where the formula is a constant. */
export interface FormulaOptions {
  doc: string;
  unit?: string;
  default?: number | string;
  source?: string;
  min?: number;
  max?: number;
}

/** The schema of a formula: a number or text in the file, a `Formula` in the resolved scenario. */
export type FormulaSchema = z.ZodType<Formula, string | number | undefined>;

/** The two forms in a file; shared by all formulas, since each schema takes its time to make. */
const written = z.union([z.number(), z.string()]);

/**
 * A number or formula over the variables of a context. The expression is checked when the scenario is loaded.
 * Without a default it is required. Throws when a default has no source.
 */
export function formula(context: FormulaContext, options: FormulaOptions): FormulaSchema {
  requireSource('formula', options);
  const schema = withInfo(
    written.transform((text) => new Formula(context, text)),
    { kind: 'formula', context, ...options },
  );
  return (options.default === undefined ? schema : schema.prefault(options.default)) as FormulaSchema;
}
