import type { DifferenceRow } from '../tables/rows.ts';
import { listInWords, sentenceCase } from './format.ts';
import { differenceInWords, isMoved, isNothing, verdict, withInterval, withoutSign } from './intervals.ts';
import { movedUnder } from './moved.ts';
import { measureName, measureQuantity } from './names.ts';
import { designIds, quotedTitle, readDifference, readMeasure } from './read.ts';
import type { ReportTables } from './tables.ts';

/**
 * One measure over all designs, size first: the base’s mean, the design farthest below it and the one farthest above among those
 * that these runs tell from it, and how many they do not. Empty where no design has the measure.
 */
export function spanSentence(tables: ReportTables, key: string): string {
  const { base } = tables.summary;
  const own = readMeasure(tables, base, key);
  const others = designIds(tables).filter((id) => id !== base);
  const rows = others.flatMap((id) => {
    const row = readDifference(tables, id, key);
    return row && verdict(row) !== 'undefined' ? [row] : [];
  });
  if (own === undefined || (own.mean === null && rows.length === 0)) return '';
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const head = `${sentenceCase(measureName(key, tables))}: ${withInterval(own, quantity, currency, true)}`;
  if (others.length === 0) return `${head}.`;
  const under = `${head} under ${quotedTitle(tables, base)}`;
  if (rows.length === 0) return `${under}; no other design can be held against it.`;
  const clear = rows.filter(isMoved);
  if (clear.length === 0) return `${under}; ${stillInWords(rows, others.length)}.`;
  const most = clear.length > 1 ? 'at most ' : '';
  const sorted = clear.toSorted((a, b) => a.mean! - b.mean!);
  const ends = [sorted[0], sorted[sorted.length - 1]];
  const below = ends[0].mean! < 0 ? [ends[0]] : [];
  const above = ends[1].mean! > 0 ? [ends[1]] : [];
  const moved = [...below, ...above].map((row) => movedUnder(tables, key, row));
  const still = rows.length - clear.length;
  const rest = still === 0 ? [] : [`these runs do not tell ${countOf(still, others.length)} from it`];
  return `${[under, `${most}${moved.join(', and ')}`, ...rest].join('; ')}.`;
}

function stillInWords(rows: readonly DifferenceRow[], others: number): string {
  if (rows.every((row) => verdict(row) === 'identical'))
    return others === 1
      ? 'exactly the same in every run under the other design'
      : 'exactly the same in every run under every design';
  if (rows.every(isNothing))
    return others === 1
      ? 'no difference that shows under the other design'
      : 'no difference that shows under any design';
  return others === 1
    ? 'these runs do not tell the other design from it'
    : 'these runs tell no other design from it';
}

const countOf = (some: number, all: number): string =>
  some === all ? 'the others' : `${some} of the others`;

/** Whose hours a design takes and to whom it gives them, against the base; empty for the base and where that was not measured. */
export function gainsSentence(tables: ReportTables, design: string): string {
  const { base } = tables.summary;
  const ends = (['1', '5'] as const).flatMap((fifth) => {
    const row = readDifference(tables, design, `hours.perClientWeek[fifth=${fifth}]`);
    return row && verdict(row) !== 'undefined'
      ? [{ who: fifth === '1' ? 'the easiest fifth' : 'the hardest fifth', row }]
      : [];
  });
  if (design === base || ends.length === 0) return '';
  if (ends.every(({ row }) => verdict(row) === 'identical'))
    return `Under ${quotedTitle(tables, design)} everybody gets exactly the hours that they get under ${quotedTitle(tables, base)}.`;
  const clauses = ends.map(({ who, row }) => {
    const kind = verdict(row);
    if (kind === 'none' || isNothing(row))
      return `${who} neither gains nor loses time as far as these runs can tell`;
    const size = differenceInWords(withoutSign(row), 'hours', '');
    return `${who} ${row.mean! > 0 ? 'gains' : 'loses'} ${size.replace(/^\+/, '')} contact hours per client-week`;
  });
  return `Under ${quotedTitle(tables, design)}, ${listInWords(clauses)}.`;
}
