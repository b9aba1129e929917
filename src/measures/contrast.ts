import type { Scenario } from '../model/schema/scenario.ts';
import type { MeasureDoc } from '../tables/measureDoc.ts';
import type { MeasureRow } from '../tables/rows.ts';

/** The row of a measure in one design and replicate by its key; undefined where it was not measured. */
export type MeasuredValues = (key: string) => MeasureRow | undefined;

/** Measures that compare a design with the base: computed from the rows of both in the same replicate. */
export interface ContrastFamily {
  id: string;
  measures: MeasureDoc[];
  /**
   * Rows of one design in one replicate; for the base design both values are its own. No rows where the settings
   * do not ask for them. A function of the rows alone, so that results read again give the same.
   */
  rows(own: MeasuredValues, base: MeasuredValues, settings: Scenario['measures']): MeasureRow[];
}
