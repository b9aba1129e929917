import { schemaAt } from '../load/fields.ts';
import { type LoadedScenario, loadedTrees } from '../load/loadScenario.ts';
import { ProblemList } from '../load/problems.ts';
import type { ParameterRecord } from '../load/records.ts';
import { fromPlain, withEntry } from '../load/sourceNode.ts';
import type { Lever } from './lever.ts';
import { settleLevers } from './settle.ts';

interface Candidate {
  record: ParameterRecord;
  /** In the designs that have it. */
  values: unknown[];
}

/** A sentence of the reference pages as the page can show it above a slider: without its stop, and without marks of code. */
const asTitle = (sentence: string): string => sentence.replaceAll('`', '').replace(/\.$/, '');

/**
 * Levers for a file that marks none: of each number that carries a range one that goes from end to end. First those in
 * which designs differ, then those that the file states, then defaults; at most so many. Their ids are their paths.
 */
export function rangedLevers(loaded: LoadedScenario<unknown>, most: number): readonly Lever[] {
  const { root, designs, schema } = loadedTrees(loaded);
  const candidates = new Map<string, Candidate>();
  for (const record of loaded.designs.flatMap(({ parameters }) => parameters)) {
    if (!record.range || record.path.startsWith('measures.')) continue;
    const known = candidates.get(record.path) ?? { record, values: [] };
    known.values.push(record.value);
    candidates.set(record.path, known);
  }
  const rank = ({ record, values }: Candidate): number => {
    if (values.length < designs.length || new Set(values).size > 1) return 0;
    return record.origin === 'default' ? 2 : 1;
  };
  const levers: Lever[] = [];
  for (const { record } of [...candidates.values()].sort((a, b) => rank(a) - rank(b))) {
    if (levers.length >= most) break;
    const { path, doc } = record;
    // One of several shares alone would break their sum.
    if (designs.some(({ tree }) => schemaAt(tree, schema, path.split('.'))?.info?.sumsToOne)) continue;
    // A lever that nobody wrote: it yields to what does not fit.
    const nobody = { file: '', line: 0, column: 0, by: 'file' } as const;
    const entry = fromPlain({ ranged: { title: doc ? asTitle(doc) : path, path } }, nobody);
    const file = { root: withEntry(root, 'levers', entry), designs, schema };
    levers.push(...settleLevers(file, new ProblemList()).map((lever) => ({ ...lever, id: path })));
  }
  return levers;
}
