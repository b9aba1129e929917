import { wilson } from '../../src/statistics/proportion.ts';
import {
  type FolderCount,
  type MutationRecord,
  type MutationTrial,
  verdicts,
} from '../../test/mutation/record.ts';
import { code, table } from './markdown.ts';

/** Recorded trials of mutants: how many were found by folder, what the survivors say, and each of them. */
export const mutationTables = ({ trials, judged }: MutationRecord): string =>
  trials.map((trial) => trialTables(trial, judged)).join('\n');

function trialTables(trial: MutationTrial, judged: MutationRecord['judged']): string {
  const { survivors } = trial;
  const of = (verdict: string) => survivors.filter(({ key }) => judged[key]?.verdict === verdict).length;
  const kinds = Object.entries(verdicts)
    .filter(([verdict]) => of(verdict) > 0)
    .map(([verdict, meaning]) => [verdict, String(of(verdict)), meaning]);
  return `${scores(trial)}
Those that survived, judged one by one:

${table(['Verdict', 'Mutants', 'Meaning'], kinds)}
${table(
  ['Where', 'Instead of', 'Stood', 'Verdict', 'Why'],
  survivors.map(({ key, original }) => {
    const [where, ...replacement] = key.split(' ');
    const { verdict, why } = judged[key];
    const [file, line] = where.split(':');
    return [code(`${file}:${line}`), short(original), short(replacement.join(' ')), verdict, why];
  }),
)}`;
}

function scores({ date, commit, node, command, minutes, counts }: MutationTrial): string {
  const folders = Object.entries(counts);
  const rows = folders.map(([folder, count]) => scoreRow(code(folder), count));
  if (folders.length > 1) rows.push(scoreRow('all', folders.map(([, count]) => count).reduce(sumOf)));
  return `${date}: commit ${code(commit)}, Node ${node}; ${code(command)}, ${minutes} minutes. Score with its 95% interval (Wilson).

${table(['Folder', 'Mutants', 'Drawn', 'Found', 'By a timeout', 'Survived', 'Score'], rows)}`;
}

function scoreRow(name: string, count: FolderCount): string[] {
  const found = (count.Killed ?? 0) + (count.Timeout ?? 0);
  const { lo, hi } = wilson(found / count.drawn, count.drawn)!;
  const percent = (share: number): string => `${(100 * share).toFixed(0)}%`;
  return [
    name,
    count.mutants.toLocaleString('en-GB'),
    String(count.drawn),
    String(found),
    String(count.Timeout ?? 0),
    // Among them those that no test ran.
    String(count.drawn - found),
    `${percent(found / count.drawn)} (${percent(lo)} to ${percent(hi)})`,
  ];
}

const sumOf = (a: FolderCount, b: FolderCount): FolderCount =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((state) => [
      state,
      (a[state] ?? 0) + (b[state] ?? 0),
    ]),
  ) as FolderCount;

/** A piece of code in a cell. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('`', 'ˋ');
  return code(line.length > 60 ? `${line.slice(0, 59)}…` : line || ' ');
}
