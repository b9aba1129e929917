import type { CommissionerSection } from '../../schema/commissioner.ts';
import type { World } from '../../world.ts';

/** What is looked at: some offices, over steps from the first (included) to the last (excluded). */
export interface EvidenceLook {
  world: World;
  offices: readonly number[];
  from: number;
  to: number;
  /** What the stage of commissioning makes of kinds of evidence. */
  stage: CommissionerSection['evidence'][string];
}

/** One thing that is known of offices, with its weight. Columns are by place in `offices`. */
export interface EvidenceLine {
  /** Below 0 where less is better. */
  weight: number;
  /** Part of the weight that it has for an office, in [0, 1]; 1 for all if absent. */
  reaches?: readonly number[];
  /** Not a number where nothing is known. */
  values: readonly number[];
  /** The value and spread from which it is judged; the offices’ own mean and spread if absent. */
  usual?: number;
  spread?: number;
  /** Whether values are in standard deviations already. */
  standard?: boolean;
}

/** One kind of evidence: a file of its own and a line in the registry. */
export interface EvidenceKind {
  /** Its word under a stage of `commissioner.evidence`. */
  id: string;
  /** Whether judgements are also made without it, to see what it changed. */
  leftOut?: 'stories' | 'favour';
  lines(look: EvidenceLook): EvidenceLine[];
}
