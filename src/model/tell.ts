import type { Formula } from '../scenario/kit/index.ts';

/** A number or a distribution as it stands in a resolved scenario. */
export type Spread = { dist: string } & Record<string, number | string>;

/**
 * How terms are said in plain English: the kinds of instruments, duties and reviews say themselves through it, so that
 * numbers and titles are written in one way. Who speaks implements it; the model knows no words of its own.
 */
export interface Tell {
  /** Money in the currency of the scenario: £1,250. */
  money(amount: number): string;
  /** A share as a percentage: 0.25 as 25%. */
  share(value: number): string;
  /** A number with no more digits than it was given. */
  number(value: number): string;
  /** So many of a thing: `1 week`, `13 weeks`. */
  counted(n: number, noun: string): string;
  /** How often: `every week`, `every 13 weeks`. */
  every(weeks: number): string;
  /** A number that spreads, of a thing or alone: `about 10 items (poisson(10))`, `about 0.5 (beta(4, 4))`. */
  spread(spec: Spread, noun?: string): string;
  /** A price: an amount or a formula, and group prices beside it. */
  price(fields: { amount: Formula; byGroup: Readonly<Record<string, number>> }): string;
  /** A formula as it is written, or the number that it is. */
  formula(formula: Formula): string;
  /** `a`, `a and b`, `a, b and c`. */
  list(items: readonly string[]): string;
  /** The title that the scenario gives to something of its own, or its name spelled out. */
  title(
    of:
      | 'group'
      | 'barrier'
      | 'role'
      | 'duty'
      | 'office'
      | 'area'
      | 'stage'
      | 'activity'
      | 'instrument'
      | 'partner',
    name: string,
  ): string;
  /** The first letter made a capital. */
  sentence(text: string): string;
  /** An event by name, spelled out and in quotation marks. */
  event(name: string): string;
}

/** The names that a map of flags means: those that are true; where all are false, all others. Empty for everybody. */
export function meant(flags: Readonly<Record<string, boolean>>): { only: string[]; not: string[] } {
  const only = Object.keys(flags).filter((name) => flags[name]);
  return { only, not: only.length > 0 ? [] : Object.keys(flags).filter((name) => !flags[name]) };
}
