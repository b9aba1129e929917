import type { DesignEntry } from './designs.ts';
import type { ProblemList, ScenarioProblem } from './problems.ts';
import { type MapNode, nodeAt, placeOf, type SourceNode } from './sourceNode.ts';

/** Designs of a file, each counted once more for each of its dates. */
const MOST_PHASES = 200;

/**
 * Values that are read in all those together, every four signs of a text counted as one, since formulas take the longest: about a
 * second. The largest bundled file comes to a fifth.
 */
const MOST_READ = 500_000;

/** Problems after which no further design is looked at: who has so many mends them first. */
const ENOUGH_PROBLEMS = 100;

/** Problems times designs with them: what is wrong with the file is wrong with each design, and found again in each. */
const ENOUGH_FINDINGS = 2000;

/**
 * Every design is resolved and checked from every date on: hundreds of designs with hundreds of dates, or of values, would take
 * minutes to read. Where there is more than can be read, nothing is. Throws ScenarioError.
 */
export function refuseTooMuch(root: MapNode, entries: readonly DesignEntry[], problems: ProblemList): void {
  const dates = (node: SourceNode | undefined) => (node?.kind === 'map' ? node.entries.size : 0);
  const common = dates(nodeAt(root, ['timeline']));
  const phases = entries.reduce((sum, { patch }) => sum + 1 + common + dates(nodeAt(patch, ['timeline'])), 0);
  const refusal = tooManyPhases(phases) ?? tooManyValues(phases, root);
  if (refusal === undefined) return;
  const section = common > entries.length ? 'timeline' : 'designs';
  const { file, line, column } = placeOf(root, [section]);
  problems.add({ ...refusal, file, line, column, path: section });
  problems.throwIfAny();
}

type Refusal = Pick<ScenarioProblem, 'message' | 'found' | 'allowed'>;

function tooManyPhases(phases: number): Refusal | undefined {
  if (phases <= MOST_PHASES) return undefined;
  return {
    message: 'the file has too many designs and dates',
    found: `${phases} designs, each once more from each of its dates on`,
    allowed: `at most ${MOST_PHASES}; what differs in one number is varied by sweep`,
  };
}

function tooManyValues(phases: number, root: MapNode): Refusal | undefined {
  if (phases === 1) return undefined;
  const values = [...root.entries].reduce(
    (sum, [key, { node }]) => (key === 'designs' || key === 'timeline' ? sum : sum + weightOf(node)),
    0,
  );
  if (values * phases <= MOST_READ) return undefined;
  return {
    message: 'the file has too many designs and dates for its size',
    found: `${phases} designs, each once more from each of its dates on, and ${Math.round(values)} values, long formulas counted as several`,
    allowed: `at most ${Math.floor(MOST_READ / values)} with so many values; what differs in one number is varied by sweep`,
  };
}

/** Values within a node. */
function weightOf(node: SourceNode): number {
  if (node.kind === 'map')
    return [...node.entries.values()].reduce((sum, entry) => sum + weightOf(entry.node), 1);
  if (node.kind === 'list') return node.items.reduce((sum, item) => sum + weightOf(item), 1);
  return typeof node.value === 'string' ? 1 + node.value.length / 4 : 1;
}

/** Whether so much is wrong after so many designs that further ones are not looked at; then the list says so, once. */
export function enoughProblems(root: MapNode, looked: number, problems: ProblemList): boolean {
  if (problems.count < ENOUGH_PROBLEMS && problems.count * looked < ENOUGH_FINDINGS) return false;
  const { file, line, column } = placeOf(root, ['designs']);
  problems.add({
    ...{ file, line, column, path: 'designs' },
    message: 'further designs are looked at when fewer problems are left',
    found: 'many problems',
  });
  return true;
}
