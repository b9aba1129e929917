import type { DifferenceRow } from '../tables/rows.ts';
import { areasSentence } from './areas.ts';
import { claimsSentence } from './claims.ts';
import { headlineDifferences, readHeadlineDifferences } from './comparison.ts';
import { listInWords, sentenceCase } from './format.ts';
import { indicatorSentence } from './indicator.ts';
import { differenceInWords, verdict, withInterval } from './intervals.ts';
import { lensFinding } from './lenses.ts';
import { measureName, measureQuantity } from './names.ts';
import { designIds, designTitle, readDifference, readMeasure } from './read.ts';
import {
  deadweightSentence,
  moneySentence,
  outcomeSentence,
  parkedSentence,
  reportedSentence,
  timeSentence,
} from './sentences.ts';
import type { ReportTables } from './tables.ts';

const quoted = (tables: ReportTables, design: string): string => `“${designTitle(tables, design)}”`;

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
  const under = `${head} under ${quoted(tables, base)}`;
  if (rows.length === 0) return `${under}; no other design can be held against it.`;
  const clear = rows.filter((row) => ['up', 'down', 'single'].includes(verdict(row)));
  if (clear.length === 0) return `${under}; ${stillInWords(rows, others.length)}.`;
  const clause = (row: DifferenceRow) =>
    `${differenceInWords(row, quantity, currency)} under ${quoted(tables, row.design)}`;
  const sorted = clear.toSorted((a, b) => a.mean! - b.mean!);
  const ends = [sorted[0], sorted[sorted.length - 1]];
  const below =
    ends[0].mean! < 0 ? [`${others.length > 1 ? 'lowest' : 'by comparison'} ${clause(ends[0])}`] : [];
  const above =
    ends[1].mean! > 0 ? [`${others.length > 1 ? 'highest' : 'by comparison'} ${clause(ends[1])}`] : [];
  const still = rows.length - clear.length;
  const rest = still === 0 ? [] : [`these runs do not tell ${countOf(still, others.length)} from it`];
  return `${[under, ...below, ...above, ...rest].join('; ')}.`;
}

function stillInWords(rows: readonly DifferenceRow[], others: number): string {
  if (rows.every((row) => verdict(row) === 'identical'))
    return others === 1
      ? 'exactly the same in every run under the other design'
      : 'exactly the same in every run under every design';
  return others === 1
    ? 'these runs do not tell the other design from it'
    : 'these runs tell no other design from it';
}

const countOf = (some: number, all: number): string =>
  some === all ? 'the others' : `${some} of the others`;

/** Designs without any effect that these runs can show, in one sentence or two; empty where every design has some. */
export function noDifferenceSentence(tables: ReportTables): string {
  const { base } = tables.summary;
  const compared = designIds(tables).flatMap((id) => {
    const rows = id === base ? [] : readHeadlineDifferences(tables, id);
    return rows.length === 0 ? [] : [{ id, kinds: rows.map(({ row }) => verdict(row)) }];
  });
  const identical = compared.filter(({ kinds }) => kinds.every((kind) => kind === 'identical'));
  const untold = compared.filter(
    (one) => !identical.includes(one) && one.kinds.every((kind) => kind === 'none' || kind === 'identical'),
  );
  const titles = (some: typeof compared) => listInWords(some.map(({ id }) => quoted(tables, id)));
  const sentences = [
    identical.length > 0 &&
      `${titles(identical)} ${identical.length === 1 ? 'makes' : 'make'} no difference: every headline measure is exactly the same as under ${quoted(tables, base)} in every run.`,
    untold.length > 0 &&
      `These runs do not tell ${titles(untold)} from ${quoted(tables, base)} in any headline measure.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}

/** The finding in a few sentences for the first page, each computed from the tables. */
export function findingSentences(tables: ReportTables): string[] {
  const { base } = tables.summary;
  const designs = designIds(tables);
  const told = [areasSentence(tables, base), indicatorSentence(tables), claimsSentence(tables)];
  const sentences =
    designs.length === 1
      ? [
          outcomeSentence(tables, base),
          deadweightSentence(tables, base),
          timeSentence(tables, base),
          parkedSentence(tables, base),
          moneySentence(tables, base),
          reportedSentence(tables, base),
        ]
      : [
          ...headlineDifferences(tables).map((key) => spanSentence(tables, key)),
          noDifferenceSentence(tables),
          lensFinding(tables, { sizes: false }),
        ];
  return [...sentences, ...told].filter((sentence) => sentence !== '');
}

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
    return `Under ${quoted(tables, design)} everybody gets exactly the hours that they get under ${quoted(tables, base)}.`;
  const clauses = ends.map(({ who, row }) => {
    const kind = verdict(row);
    if (kind === 'none' || kind === 'identical')
      return `${who} neither gains nor loses time as far as these runs can tell`;
    const size = differenceInWords({ ...row, mean: Math.abs(row.mean!), ...sized(row) }, 'hours', '');
    return `${who} ${row.mean! > 0 ? 'gains' : 'loses'} ${size.replace(/^\+/, '')} contact hours per client-week`;
  });
  return `Under ${quoted(tables, design)}, ${listInWords(clauses)}.`;
}

/** The interval of the size of a loss: its ends change places. */
const sized = ({ mean, lo, hi }: DifferenceRow): Pick<DifferenceRow, 'lo' | 'hi'> =>
  mean! >= 0 ? { lo, hi } : { lo: hi === null ? null : -hi, hi: lo === null ? null : -lo };
