import type { Origin } from '../../test/support/trialFile.ts';
import { code } from './markdown.ts';

/** When, of what and with which command a recorded trial was made. */
export const madeOf = ({ date, version, commit, node, command }: Origin & { command: string }): string =>
  `${date}: version ${version}, commit ${code(commit)}, Node ${node}; ${code(command)}`;

export const duration = (seconds: number): string =>
  seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;

/** In the place of a trial that was not recorded yet. */
export const notRun = (command: string): string => `Not run yet: ${code(command)}.`;
