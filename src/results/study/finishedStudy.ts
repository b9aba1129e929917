import type { Experiment } from '../../experiment/members.ts';
import type { PointOutcome } from '../../experiment/study/point.ts';
import type { Times } from '../manifest.ts';
import type { RunIdentity } from '../runIdentity.ts';
import type { Conducted, StudyOutcome, StudyRequest } from './studyRequest.ts';

/** A study of which all points are there that will be, before its folder is written. */
export interface FinishedStudy {
  request: StudyRequest;
  experiment: Experiment;
  identity: RunIdentity;
  /** The scenario as it stands, where it was run. */
  stated: PointOutcome | undefined;
  conducted: Conducted;
  /** Where to write. */
  folder: string;
  /** Whether points are missing or failed: then what is needed to go on stays in the folder. */
  partial: boolean;
  points: StudyOutcome['points'];
  timed: () => Times;
}
