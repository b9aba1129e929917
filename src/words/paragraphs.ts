import { areasSentence } from './areas.ts';
import { claimsSentence } from './claims.ts';
import { comparisonSentences, differenceSentence, readHeadlineDifferences } from './comparison.ts';
import { indicatorSentence } from './indicator.ts';
import { isNothing } from './intervals.ts';
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
 * One paragraph that says what a reward of areas brought where there is one, who got the time, who was parked, what came of it, how much of it would have
 * happened anyway, what it cost, which design differs from the base and by how much, and, where the scenario asks, what an
 * indicator's rise is made of and which claims hold. Every number is
 * read from the tables; what was not measured is said to be so.
 */
export function summaryParagraph(tables: ReportTables): string {
  const { base } = tables.summary;
  const runs = tables.manifest.replicates;
  const means = runs === 1 ? 'one run' : `mean of ${runs} runs, 95% intervals in brackets`;
  const [first, ...rest] = [
    areasSentence(tables, base),
    timeSentence(tables, base),
    parkedSentence(tables, base),
    outcomeSentence(tables, base),
    deadweightSentence(tables, base),
    moneySentence(tables, base),
    reportedSentence(tables, base),
    comparisonSentences(tables),
    indicatorSentence(tables),
    claimsSentence(tables),
  ].filter((text) => text !== '');
  const opening = `Under “${designTitle(tables, base)}” (${means}), ${first[0].toLowerCase()}${first.slice(1)}`;
  return [opening, ...rest].join(' ');
}

/**
 * One paragraph about one design. For others than the base it begins with the difference from the base; a
 * design that is the same in every run needs no more words than that. Without the difference the rest stands alone.
 */
export function designParagraph(tables: ReportTables, designId: string, withDifference = true): string {
  if (!tables.summary.designs[designId]) return `The design “${designId}” was not measured.`;
  const sentences = [timeSentence, parkedSentence, outcomeSentence, deadweightSentence, moneySentence];
  const own = () => sentences.map((sentence) => sentence(tables, designId));
  const areas = areasSentence(tables, designId);
  const told = (texts: string[]) => texts.filter((text) => text !== '').join(' ');
  if (designId === tables.summary.base) return told([areas, ...own()]);
  const rows = readHeadlineDifferences(tables, designId);
  const difference = differenceSentence(tables, designId);
  const same = rows.length > 0 && rows.every(({ row }) => isNothing(row));
  if (!withDifference) return same ? '' : told([areas, ...own().slice(0, 3)]);
  return same ? difference : told([difference, areas, ...own().slice(0, 3)]);
}
