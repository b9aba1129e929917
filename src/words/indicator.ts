import { formatDifference } from './format.ts';
import { designIds, findingOf, readMean } from './read.ts';
import type { ReportTables } from './tables.ts';

const measures = ['rise', 'trend', 'served', 'substitution', 'reporting'] as const;

/** A part of an indicator's rise, given per person, as it is written: per 1,000 people, with its sign. */
export const perThousand = (rate: number): string => formatDifference(rate * 1000, 'weeks', '');

/** What the rise of an indicator is made of, in the design in which it rises most. Empty where no design has all parts. */
export function indicatorSentence(tables: ReportTables): string {
  const found = designIds(tables).flatMap((design) => {
    const read = measures.map((part) => readMean(tables, design, `indicator.${part}`));
    return read.every((mean) => mean !== null) ? [{ design, read: read as number[] }] : [];
  });
  if (found.length === 0) return '';
  const most = found.reduce((a, b) => (b.read[0] > a.read[0] ? b : a));
  const [rise, trend, served, others, reporting] = most.read.map(perThousand);
  return findingOf(
    tables,
    most.design,
    `The indicator moves by ${rise} events per 1,000 people${found.length > 1 ? ', more than under any other design' : ''}: ${trend} would have come anyway, ${served} is gain of the served, ${others} change of the others and ${reporting} reports beyond what happened.`,
  );
}
