import { comparisonSentences, differenceSentence } from './comparison.ts';
import { designTitle } from './read.ts';
import {
  deadweightSentence,
  moneySentence,
  outcomeSentence,
  parkedSentence,
  reportedSentence,
  timeSentence,
} from './sentences.ts';
import type { ReportTables } from './tables.ts';

/**
 * One paragraph that says who got the time, who was parked, what came of it, how much of it would have
 * happened anyway, what it cost, and which design differs from the base and by how much. Every number is
 * read from the tables; what was not measured is said to be so.
 */
export function summaryParagraph(tables: ReportTables): string {
  const { base } = tables.summary;
  const runs = tables.manifest.replicates;
  const opening = `Under “${designTitle(tables, base)}” (mean of ${runs} ${runs === 1 ? 'run' : 'runs'}${runs === 1 ? '' : ', 95% intervals in brackets'}):`;
  return [opening, ...designSentences(tables, base), comparisonSentences(tables)]
    .filter((text) => text !== '')
    .join(' ');
}

/** One paragraph about one design; for others than the base it begins with the difference from the base. */
export function designParagraph(tables: ReportTables, designId: string): string {
  if (!tables.summary.designs[designId]) return `The design “${designId}” was not measured.`;
  return [differenceSentence(tables, designId), ...designSentences(tables, designId)]
    .filter((text) => text !== '')
    .join(' ');
}

function designSentences(tables: ReportTables, design: string): string[] {
  return [
    timeSentence(tables, design),
    parkedSentence(tables, design),
    outcomeSentence(tables, design),
    deadweightSentence(tables, design),
    moneySentence(tables, design),
    reportedSentence(tables, design),
  ];
}
