import type { BackendPlace } from '../../backends/backend.ts';
import type { Evaluate, PointOutcome, PointRequest } from '../../experiment/study/point.ts';
import type { CompanionName, ScenarioBundle } from '../../simulation/contract.ts';
import type { StudyFindings } from '../../tables/study.ts';
import type { StudyKind } from '../../words/tables.ts';
import type { FolderRequested } from '../runRequest.ts';

/** What a study is asked for: the scenario, and where the results go. */
export interface StudyRequest extends FolderRequested {
  kind: StudyKind;
  /** The scenario's name: the stem of its file. */
  scenario: string;
  bundle: ScenarioBundle;
  /** Designs that are run beside the base; all if empty. */
  only: string[];
  /** Replicates at every point. */
  replicates: number;
  /** The measures that it is about, by key; they are kept at every point beside the usual ones. */
  measures: string[];
  /** Whether only these and the headline measures are kept: for studies of very many points. */
  onlyMeasures?: boolean;
  references: CompanionName[];
}

/** How a study goes about it. */
export interface Study {
  /** What decides its points, in words with a value or hash each: a study is resumed only where all are the same. */
  identity: Record<string, string>;
  /** The points that it will ask for, where they are known before: a cluster gets them at once. */
  known?: readonly PointRequest[];
  /** How many points it will ask for, where that is known before. */
  pointsAhead?: number;
  /** Replicates that it will ask for in all, as near as is known before; as many as those points have if absent. */
  replicatesAhead?: number;
  /** Whether it may do with fewer than that. */
  atMost?: boolean;
  /** Whether the scenario as it stands is run as well; else the tables of the whole are left empty. */
  stated: boolean;
  /**
   * Asks for points and makes of them what was found; also of fewer than it asked for, after an interrupt. `stated` is the
   * scenario as it stands, where it is run.
   */
  conduct(evaluate: Evaluate, stated: PointOutcome | undefined): Promise<Conducted>;
}

/** Replicates of a study in all, as near as is known before. */
export const replicatesAhead = ({ replicates }: Pick<StudyRequest, 'replicates'>, study: Study): number =>
  study.replicatesAhead ?? ((study.pointsAhead ?? 0) + (study.stated ? 1 : 0)) * replicates;

export interface Conducted {
  findings: StudyFindings;
  warnings: string[];
  /** Further files of the folder, by name; a name may begin with a folder. */
  files?: Record<string, string>;
}

/** What is told while a study goes on. */
export interface StudyEvents {
  /** Aborted at the first interrupt. */
  signal: AbortSignal;
  onStart(facts: { designs: number; done: number; abandoned: number }): void | Promise<void>;
  /** Replicates done, and how many there are by what is known so far. */
  onReplicate(done: number, total: number): void;
  onWriting(): void;
  /** What the backend tells: a line, and what runs and waits elsewhere. */
  onNews: BackendPlace['onNews'];
  onStanding: BackendPlace['onStanding'];
  /** The study failed after some points, which are kept for `resume`; the error follows. */
  onFailure(kept: number): void;
}

export interface StudyOutcome {
  /**
   * `complete`: it was done before. `stopped`: interrupted with at least one point. `nothing`: with none. `underWay`:
   * interrupted here, and the backend goes on.
   */
  state: 'done' | 'complete' | 'stopped' | 'nothing' | 'underWay';
  folder: string;
  points: { asked: number; done: number; failed: number };
}
