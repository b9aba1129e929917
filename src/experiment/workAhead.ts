import { ScenarioError } from '../scenario/index.ts';
import type { CompanionName } from '../simulation/contract.ts';
import {
  bytesInWords,
  countInWords,
  type Memory,
  memoryProblem,
  replicateSize,
  timeInWords,
} from '../simulation/index.ts';
import { type Experiment, ExperimentError } from './members.ts';

/** What is to be run, and where. */
export interface WorkAsked {
  references: readonly CompanionName[];
  /** Replicates in all: of a study, over all its points. */
  replicates: number;
  threads: number;
  /** What there is on this machine; absent where others do the work. */
  memory?: Memory;
}

/** A piece of work that would take a life: nobody means to ask for it. */
const MOST_SECONDS = 100 * 365.25 * 86_400;

/** From here on the user is told beforehand. */
const LONG_SECONDS = 86_400;

/**
 * Estimates work before anything of it is begun. Gives lines to tell the user of: that it takes more than a day, or more
 * memory on all threads than there is.
 *
 * @throws ScenarioError where one replicate alone needs more memory than there is, at the number that asks for it;
 * ExperimentError where all of it would take more than a hundred years of one thread.
 */
export function workAhead(
  { members }: Pick<Experiment, 'members'>,
  { references, replicates, threads, memory }: WorkAsked,
): string[] {
  let seconds = 0;
  let bytes = 0;
  for (const { loaded, designs } of members) {
    const own = designs.map(({ design }) => design);
    const problem = memory && memoryProblem(loaded, own, references, memory);
    if (problem) throw new ScenarioError([problem]);
    const size = replicateSize(own, references);
    seconds += size.seconds * replicates;
    bytes = Math.max(bytes, size.bytes);
  }
  if (seconds > MOST_SECONDS)
    throw new ExperimentError(
      `${countInWords(replicates)} replicates would take about ${timeInWords(seconds)} of one thread. Ask for fewer replicates or points, or run a smaller programme of the same kind with --scale`,
    );
  if (memory === undefined) return [];
  const busy = Math.min(threads, replicates * members.length);
  const lines: string[] = [];
  if (seconds / busy > LONG_SECONDS)
    lines.push(
      `This may take about ${timeInWords(seconds / busy)} on ${busy === 1 ? 'one thread' : `${busy} threads`}. It can be stopped at any time and gone on with; --scale runs a smaller programme of the same kind.`,
    );
  if (busy > 1 && busy * bytes > memory.bytes)
    lines.push(
      `${busy} threads may need about ${bytesInWords(busy * bytes)} of memory, and ${memory.words} ${bytesInWords(memory.bytes)}: --threads ${Math.max(1, Math.floor(memory.bytes / bytes))} needs less.`,
    );
  return lines;
}
