import type { Scenario } from '../model/schema/scenario.ts';
import type { MomentColumns } from './momentColumns.ts';

export type Claim = Scenario['measures']['claims'][string];
export type Condition = Claim['and'][string];

/** Columns of a condition's moments: what is claimed of, and the measure whose spread between runs is luck. */
export const CLAIMED = 0;
export const YARDSTICK = 1;

/** What is known of one claim so far. */
export interface ClaimTally {
  conditions: { name: string; condition: Condition; moments: MomentColumns; why?: string }[];
  /** Replicates in which all conditions are defined, and in which all hold. */
  defined: number;
  holding: number;
}
