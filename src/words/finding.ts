import { isRounding } from '../tables/rounding.ts';
import type { DifferenceRow } from '../tables/rows.ts';
import { areasSentence } from './areas.ts';
import { claimsSentence } from './claims.ts';
import { headlineDifferences, readHeadlineDifferences } from './comparison.ts';
import { formatQuantity, listInWords, sentenceCase } from './format.ts';
import { indicatorSentence } from './indicator.ts';
import { isMoved, isNothing, verdict } from './intervals.ts';
import { lensesInBrief } from './lenses.ts';
import { movedUnder } from './moved.ts';
import { measureName, measureQuantity } from './names.ts';
import { designIds, openingsRanOut, quotedTitle, readDifference, readMean } from './read.ts';
import {
  deadweightSentence,
  moneySentence,
  outcomeSentence,
  parkedSentence,
  timeSentence,
} from './sentences.ts';
import type { ReportTables } from './tables.ts';

/** A front page has room for so many findings beside a chart. */
export const MOST_FINDINGS = 5;

/** Kept for in what there is no difference, and for whether the views agree; the rest tells differences one by one. */
const BESIDE_DIFFERENCES = 2;

/**
 * The finding in at most so many sentences for the first page, each computed from the tables. Of several designs: what became of rewarded areas, the largest
 * differences from the base first, then in what there is none, which designs make none, and whether the views agree.
 */
export function findingSentences(tables: ReportTables, most = MOST_FINDINGS): string[] {
  const { base } = tables.summary;
  const sentences =
    designIds(tables).length > 1
      ? comparedSentences(tables, most)
      : [
          areasSentence(tables, base),
          indicatorSentence(tables),
          outcomeSentence(tables, base),
          deadweightSentence(tables, base),
          timeSentence(tables, base),
          parkedSentence(tables, base),
          moneySentence(tables, base),
          claimsSentence(tables),
        ];
  return sentences.filter((sentence) => sentence !== '').slice(0, most);
}

function comparedSentences(tables: ReportTables, most: number): string[] {
  const indicator = indicatorSentence(tables);
  const areas = areasSentence(tables, tables.summary.base);
  const room = most - BESIDE_DIFFERENCES - [indicator, areas].filter((text) => text !== '').length;
  const largest = largestDifferences(tables);
  // Told beside added outcomes where that needs saying, and not a second time.
  const beside = largest.slice(0, room).some((one) => mayBeTaken(tables, one)) ? [OF_EVERYBODY] : [];
  const told = largest.filter(({ key }) => !beside.includes(key)).slice(0, room);
  return [
    areas,
    indicator,
    ...told.map((one) => {
      const text = differenceOf(tables, one.key, one.rows);
      return mayBeTaken(tables, one) ? `${text} ${ofEverybody(tables)}` : text;
    }),
    [withoutDifference(tables, beside), noDifferenceSentence(tables)].filter((text) => text !== '').join(' '),
    lensesInBrief(tables),
    claimsSentence(tables),
  ];
}

/** At most so many of these headline measures, in their order: those in which designs differ most, and what is not defined, which is not hidden. */
export function foremostDifferences(tables: ReportTables, all: readonly string[], most: number): string[] {
  const moved = bySize(tables, all).map(({ key }) => key);
  const unknown = all.filter((key) => rowsOf(tables, key).every((row) => verdict(row) === 'undefined'));
  const first = [...unknown, ...moved];
  const kept = [...first, ...all.filter((key) => !first.includes(key))].slice(0, most);
  return all.filter((key) => kept.includes(key));
}

interface Moved {
  key: string;
  /** Differences that these runs show, the lowest first. */
  rows: DifferenceRow[];
}

/**
 * Headline measures in which some design differs, the largest difference first: of shares and indices by its size, of money, hours
 * and counts by its size against the base’s own mean, so that a pound is not held against a percentage point.
 */
function largestDifferences(tables: ReportTables): Moved[] {
  // Of records one says enough: the others are the same gap in other words.
  const [record] = bySize(tables, recordKeys);
  return [...bySize(tables, headlineDifferences(tables)), ...(record ? [record] : [])].toSorted(largerFirst);
}

/** What is on record against what is true: told where a design moves it as far as a headline. */
const recordKeys = ['reported.gap', 'misreport.share', 'token.share'];

const largerFirst = (a: { size: number }, b: { size: number }): number => b.size - a.size;

function bySize(tables: ReportTables, keys: readonly string[]): (Moved & { size: number })[] {
  const { base } = tables.summary;
  const sized = keys.flatMap((key) => {
    const rows = rowsOf(tables, key)
      .filter(isMoved)
      .toSorted((a, b) => a.mean! - b.mean!);
    if (rows.length === 0) return [];
    const own = Math.abs(readMean(tables, base, key) ?? 0);
    const isOfOne = ['share', 'index'].includes(measureQuantity(key, tables));
    const size = Math.max(...rows.map(({ mean }) => Math.abs(mean!)));
    return [{ key, rows, size: isOfOne ? size : size / Math.max(own, size) }];
  });
  return sized.toSorted(largerFirst);
}

function rowsOf(tables: ReportTables, key: string): DifferenceRow[] {
  return designIds(tables).flatMap((id) => {
    const row = id === tables.summary.base ? undefined : readDifference(tables, id, key);
    return row ? [row] : [];
  });
}

/** "Paid per client: £1,808 under “A fee”; £921 lower (£860 to £983) under “A grant”"; of many designs the lowest and the highest. */
function differenceOf(tables: ReportTables, key: string, rows: readonly DifferenceRow[]): string {
  const { base } = tables.summary;
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const clause = (row: DifferenceRow) => movedUnder(tables, key, row);
  const own = formatQuantity(readMean(tables, base, key), quantity, currency);
  const ends = rows.length === 1 ? [rows[0]] : [rows[0], rows[rows.length - 1]];
  const sorted = ends.toSorted((a, b) => Math.abs(b.mean!) - Math.abs(a.mean!));
  // Of two designs on the same side of the base, the one that differs more says enough.
  const told = ends.length === 2 && ends[0].mean! * ends[1].mean! > 0 ? sorted.slice(0, 1) : sorted;
  const most = rows.length > 1 ? 'at most ' : '';
  return `${sentenceCase(measureName(key, tables))}: ${own} under ${quotedTitle(tables, base)}; ${most}${told.map(clause).join(', and ')}.`;
}

const OF_EVERYBODY = 'population.rate';

/** Whether more is added under a design in which openings ran out, so that it may be taken from others. */
const mayBeTaken = (tables: ReportTables, { key, rows }: Moved): boolean =>
  key === 'additional.rate' && rows.some(({ design, mean }) => mean! > 0 && openingsRanOut(tables, design));

/** What stands beside added outcomes where openings ran out: whether more of everybody reached the outcome. */
function ofEverybody(tables: ReportTables): string {
  const key = OF_EVERYBODY;
  const rows = rowsOf(tables, key).filter(isMoved);
  const told =
    rows.length > 0
      ? sentenceCase(
          differenceOf(
            tables,
            key,
            rows.toSorted((a, b) => a.mean! - b.mean!),
          ),
        )
      : `These runs show no difference in ${measureName(key, tables)}.`;
  return `Openings ran out, so part of this may be taken from others. ${told}`;
}

/** The headline measures, but for those told elsewhere, in which these runs show no design to differ from the base. Empty where there is none. */
function withoutDifference(tables: ReportTables, told: readonly string[]): string {
  const still = headlineDifferences(tables).filter((key) => {
    if (told.includes(key)) return false;
    const rows = rowsOf(tables, key);
    return (
      rows.some((row) => verdict(row) !== 'undefined') &&
      rows.every((row) => !isMoved(row)) &&
      // What is nothing under the base and under every other design is no finding.
      !isRounding(readMean(tables, tables.summary.base, key) ?? 0)
    );
  });
  return still.length === 0
    ? ''
    : `These runs show no difference in ${listInWords(still.map((key) => measureName(key, tables)))}.`;
}

/** Designs without any effect that these runs can show, in one sentence or two; empty where every design has some. */
export function noDifferenceSentence(tables: ReportTables): string {
  const { base } = tables.summary;
  const compared = designIds(tables).flatMap((id) => {
    const rows = id === base ? [] : readHeadlineDifferences(tables, id).map(({ row }) => row);
    return rows.length === 0 ? [] : [{ id, rows }];
  });
  const identical = compared.filter(({ rows }) => rows.every((row) => verdict(row) === 'identical'));
  const nothing = compared.filter((one) => !identical.includes(one) && one.rows.every(isNothing));
  const untold = compared.filter(
    (one) =>
      ![...identical, ...nothing].includes(one) &&
      one.rows.every((row) => isNothing(row) || verdict(row) === 'none'),
  );
  const titles = (some: typeof compared) => listInWords(some.map(({ id }) => quotedTitle(tables, id)));
  const make = (some: typeof compared) => `${titles(some)} ${some.length === 1 ? 'makes' : 'make'}`;
  const sentences = [
    identical.length > 0 &&
      `${make(identical)} no difference: every headline measure is exactly the same as under ${quotedTitle(tables, base)} in every run.`,
    nothing.length > 0 && `${make(nothing)} no difference that shows in any headline measure.`,
    untold.length > 0 &&
      `These runs do not tell ${titles(untold)} from ${quotedTitle(tables, base)} in any headline measure.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
