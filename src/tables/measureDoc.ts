/** Worlds of the same design and luck under another allocation. */
export type CompanionName = 'noService' | 'equalTime' | 'needFirst';

/** The catalogue entry of a measure: printed in reports, references and `explain`. */
export interface MeasureDoc {
  id: string;
  /** `world` reads one world, `companion` a named companion world as well, `contrast` the paired tables. */
  kind: 'world' | 'companion' | 'contrast';
  companion?: CompanionName;
  unit: string;
  /** One sentence: what it is. */
  definition: string;
  /** How it is computed. */
  formula: string;
  /** How to read a high and a low value. */
  reading: string;
  /** What it does not say. */
  caveat: string;
  /** The literature that it follows, where it follows one: works stand in docs/references.md. */
  source?: string;
  /** Slices in which it is given besides the whole, such as `fifth`, `group`. */
  slices: string[];
  /** Which way is better, where hardly anybody would dispute it: then designs are ranked from best to worst. */
  better?: 'higher' | 'lower';
  /** `log` where the interval is taken on the logarithm. */
  scale?: 'linear' | 'log';
}
