import type { ProblemList } from './problems.ts';
import { describeNode, type MapNode, nodeAt } from './sourceNode.ts';

/** The format of scenario files that this version writes. */
export const currentFormat = 1;

/** What turns a file of one format into the next, by the older number; each step gets a file of its own. */
const upgrades: Readonly<Record<number, (root: MapNode) => MapNode>> = {};

/**
 * Brings a file to the current format. Where none is stated, or a wrong one, that is a problem, and the file is read as
 * if it were of the current format; a newer one is a problem that leaves nothing to read.
 */
export function upgradeFormat(root: MapNode, problems: ProblemList): MapNode | undefined {
  const node = nodeAt(root, ['format']);
  const { file, line, column } = (node ?? root).at;
  const format = node?.kind === 'scalar' ? node.value : undefined;
  const refuse = (message: string) =>
    problems.add({
      file,
      line,
      column,
      path: 'format',
      message,
      found: describeNode(node),
      allowed: `format: ${currentFormat}`,
    });
  if (!node) refuse('the file does not say its format');
  else if (typeof format !== 'number' || !Number.isInteger(format) || format < 1)
    refuse('the format is a whole number from 1');
  else if (format > currentFormat) {
    refuse(`the file has format ${format}, newer than this version reads; install a newer streetlevel`);
    return undefined;
  } else for (let from = format; from < currentFormat; from++) root = upgrades[from](root);
  return root;
}
