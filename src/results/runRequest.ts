import type { CompanionName, ScenarioBundle } from '../simulation/contract.ts';

/** What a run is asked for: the scenario, what to make of it, and where the results go. */
export interface RunRequest {
  /** The scenario's name: the stem of its file. */
  scenario: string;
  bundle: ScenarioBundle;
  references: CompanionName[];
  clientTable: boolean;
  threads: number;
  /** The results folder, and whether the user named it. */
  out: string;
  explicitOut: boolean;
  force: boolean;
  resume: boolean;
  /** The command line that repeats the run; without what does not change its numbers. */
  command: string;
  /** The command line as typed. */
  commandTyped: string;
}
