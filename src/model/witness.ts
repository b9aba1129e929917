import type { SideBindings } from './formulas/bindings.ts';

/** What a draw may decide about a client beside moves along the pathway. */
export type Decided =
  /** Whether the client wants the place, and whether the office gives it. */
  | 'uptake'
  | 'acceptance'
  /** Whether a contact that a rule asks for is due to be made, and whether in form only. */
  | 'compliance'
  | 'formOnly'
  /** Whether an hour finds the hidden part of a barrier, and whether an activity brings its event. */
  | 'discovery'
  | 'activityEvent'
  /** Whether a main event is of good quality. */
  | 'quality'
  | 'sanction'
  | 'dropOut';

/**
 * Somebody who looks on while a life is decided: absent in a run, there where a life is traced. Reads, and never writes
 * or draws, so that a world runs the same with and without.
 */
export interface Witness {
  /** A draw that decides about a client of this step: it comes to be where the draw lies below the chance. */
  drew(row: number, about: Decided, draw: number, chance: number, twin?: boolean): void;
  /** A role's contact has moved the client's barriers, and they have not drifted yet. */
  helped(row: number, role: number): void;
  /** One side is about to move along the pathway: all that its hazards read stands as it will be read. */
  beforeMoves(bindings: SideBindings): void;
}
