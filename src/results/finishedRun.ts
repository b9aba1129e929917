import type { FoldPlan } from '../experiment/foldPlan.ts';
import type { Experiment } from '../experiment/members.ts';
import type { ReplicateFold } from '../experiment/replicateFold.ts';
import type { Times } from './manifest.ts';
import type { RunIdentity } from './runIdentity.ts';
import type { RunRequest } from './runRequest.ts';

/** A run whose replicates are folded, before its results are written. */
export interface FinishedRun {
  request: RunRequest;
  experiment: Experiment;
  plan: FoldPlan;
  identity: RunIdentity;
  fold: ReplicateFold;
  /** Where to write. */
  folder: string;
  partial: boolean;
  timed: () => Times;
  resumedFrom: number;
}
