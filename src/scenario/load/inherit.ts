import { upgradeFormat } from './formats.ts';
import { mergeRoot } from './merge.ts';
import type { ProblemList } from './problems.ts';
import { readFileText, type SourceText } from './readText.ts';
import { describeNode, type MapNode, nodeAt, withEntry } from './sourceNode.ts';

/** Finds the file that `extends` names: its text and its own name, or why it cannot be read. */
export type Resolve = (reference: string, fromFile: string) => SourceText | { problem: string };

/** Longest chain of files that extend one another. */
const maximumFiles = 10;

/** Reads a file and all that it extends, as one map: the extending file over the extended one, positions kept. */
export function readWithParents(
  source: SourceText,
  resolve: Resolve | undefined,
  problems: ProblemList,
  chain: readonly string[] = [],
): MapNode | undefined {
  const read = readFileText(source, problems);
  if (!read) return undefined;
  const root = upgradeFormat(read, problems);
  if (!root) return undefined;
  const reference = nodeAt(root, ['extends']);
  const own = withEntry(withEntry(root, 'extends', undefined), '$schema', undefined);
  const empty: MapNode = { ...own, entries: new Map() };
  if (!reference) return mergeRoot(empty, own);

  const { file, line, column } = reference.at;
  const refuse = (message: string, found: string, allowed?: string): undefined => {
    problems.add({ file, line, column, path: 'extends', message, found, allowed });
    return undefined;
  };
  if (reference.kind !== 'scalar' || typeof reference.value !== 'string' || reference.value.trim() === '')
    return refuse('"extends" names one file', describeNode(reference), 'text');
  if (!resolve) return refuse('this file can extend no other: nothing here can read files', reference.value);
  const parent = resolve(reference.value, source.file);
  if ('problem' in parent) return refuse(parent.problem, reference.value);
  const files = [...chain, source.file];
  if (files.includes(parent.file))
    return refuse('the files extend one another in a circle', [...files, parent.file].join(' -> '));
  if (files.length >= maximumFiles)
    return refuse('too many files extend one another', files.join(' -> '), `at most ${maximumFiles} files`);
  const basis = readWithParents(parent, resolve, problems, files);
  return basis && { ...mergeRoot(basis, own), at: own.at };
}
