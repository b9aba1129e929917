import type { JudgedFact, JudgedPart } from './judge.ts';
import { bandText, countText, estimateText, factSentence, verdictText } from './words.ts';

/** Columns set flush left, two blanks apart; the last one is not filled up. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

const partRow = (judged: JudgedPart): string[] => [
  estimateText(judged, judged.part.unit),
  bandText(judged.part.band, judged.part.unit),
  judged.verdict,
  judged.part.says,
];

/** The facts as a table for a terminal: a line a statistic, then what it says in sentences, and the count. */
export function terminalTable(judged: readonly JudgedFact[]): string {
  const rows = judged.flatMap((fact) =>
    fact.parts.map((part, at) => [
      ...(at === 0 ? [fact.fact.id, fact.fact.kind, fact.fact.how, verdictText(fact)] : ['', '', '', '']),
      ...partRow(part),
    ]),
  );
  const heads = ['fact', 'kind', 'how', 'verdict', 'found (95%)', 'the fact says', 'part', 'statistic'];
  const sentences = judged.flatMap((each) => [
    '',
    `${each.fact.id}  ${each.fact.claim}`,
    `    ${factSentence(each)}`,
    ...(each.fact.reason === undefined ? [] : [`    Why: ${each.fact.reason}`]),
  ]);
  return [...aligned([heads, ...rows]), ...sentences, '', countText(judged), ''].join('\n');
}
