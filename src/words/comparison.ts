import type { DifferenceRow } from '../tables/rows.ts';
import { listInWords, sentenceCase } from './format.ts';
import { differenceInWords, isMoved, isNothing, verdict } from './intervals.ts';
import { measureName, measureQuantity } from './names.ts';
import { designIds, designTitle, openingsRanOut, readDifference, readMean } from './read.ts';
import type { ReportTables } from './tables.ts';

/** Measures by which the designs of every programme are compared. */
const always = [
  'outcome.rate',
  'outcome.rate[fifth=5]',
  'parking.share[fifth=5]',
  'creaming.concentration',
  'additional.rate',
  'paid.perClient',
];

/** What designs are about where areas are rewarded, partners work together or interventions are adopted. */
const ofAreas = [
  'areas.change',
  'areas.reward',
  'interventions.count[additionality=new]',
  'partnership.jointShare',
];

/** What added outcomes of the attached cost everybody else, where they compete for openings. */
const ofEverybody = ['population.rate'];

/** Every key that may be a headline: what is kept of a run even where little is. */
export const headlineKeys: readonly string[] = [...always, ...ofEverybody, ...ofAreas];

/** The measures by which designs are compared in words and in the chart of differences, in this order. */
export function headlineDifferences(tables: ReportTables): string[] {
  const known = (key: string) => designIds(tables).some((id) => readMean(tables, id, key) !== null);
  const everybody = designIds(tables).some((id) => openingsRanOut(tables, id)) ? ofEverybody : [];
  return [...always, ...everybody, ...ofAreas.filter(known)];
}

interface HeadlineDifference {
  key: string;
  row: DifferenceRow;
}

/** The headline differences that were made for a design, in the order of {@link headlineDifferences}. */
export function readHeadlineDifferences(tables: ReportTables, design: string): HeadlineDifference[] {
  return headlineDifferences(tables).flatMap((key) => {
    const row = readDifference(tables, design, key);
    return row ? [{ key, row }] : [];
  });
}

/** "outcome rate +1.2 points (0.8 to 1.6)". */
function differenceClause(tables: ReportTables, { key, row }: HeadlineDifference): string {
  const quantity = measureQuantity(key, tables);
  return `${measureName(key, tables)} ${differenceInWords(row, quantity, tables.manifest.currency)}`;
}

/** How one design differs from the base, headline by headline. Empty for the base itself. */
export function differenceSentence(tables: ReportTables, design: string): string {
  const { base } = tables.summary;
  if (design === base) return '';
  const rows = readHeadlineDifferences(tables, design);
  const against = `against “${designTitle(tables, base)}”`;
  if (rows.length === 0) return `Its difference ${against} was not measured.`;
  if (rows.every(({ row }) => verdict(row) === 'identical'))
    return `It makes no difference ${against}: every headline measure is exactly the same in every run.`;
  if (rows.every(({ row }) => isNothing(row)))
    return `It makes no difference ${against} that shows in any headline measure.`;
  const moved = rows.filter(({ row }) => isMoved(row));
  const same = rows.filter(({ row }) => isNothing(row) || verdict(row) === 'none');
  const unknown = rows.filter(({ row }) => verdict(row) === 'undefined');
  const names = (some: HeadlineDifference[]) => listInWords(some.map(({ key }) => measureName(key, tables)));
  const sentences: string[] = [];
  if (moved.length === 0) sentences.push(`It makes no difference ${against} that these runs can show.`);
  else {
    const clauses = moved.map((one) => differenceClause(tables, one)).join('; ');
    sentences.push(`${sentenceCase(against)}, ${clauses}.`);
  }
  if (moved.length > 0 && same.length > 0) sentences.push(`These runs show no difference in ${names(same)}.`);
  if (unknown.length > 0) sentences.push(`Not defined: the difference in ${names(unknown)}.`);
  return sentences.join(' ');
}

/** Left to the chart: words on each would repeat each other. */
const untold = ['outcome.rate[fifth=5]', 'additional.rate'];

/**
 * Which design differs most from the base in each headline measure, and which cannot be told from it at all.
 * "Most" is by size among those whose interval leaves out 0. An interval that covers 0 says that these runs
 * cannot tell, not that there is no difference.
 */
export function comparisonSentences(tables: ReportTables): string {
  const { base } = tables.summary;
  const others = designIds(tables).filter((id) => id !== base);
  if (others.length === 0) return 'There is one design, so nothing is compared.';
  const compared = others.filter((id) => readHeadlineDifferences(tables, id).length > 0);
  if (compared.length === 0) return 'Differences between the designs were not measured.';
  const sentences: string[] = [];
  const inWords = headlineDifferences(tables).filter((key) => !untold.includes(key));
  for (const key of inWords) {
    const rows = compared.flatMap((id) => {
      const row = readDifference(tables, id, key);
      return row ? [row] : [];
    });
    if (rows.length > 0) sentences.push(largestDifference(tables, key, rows));
  }
  const still = compared.filter((id) =>
    readHeadlineDifferences(tables, id).every(({ row }) => isNothing(row) || verdict(row) === 'none'),
  );
  if (still.length > 0) {
    const titles = listInWords(still.map((id) => `“${designTitle(tables, id)}”`));
    sentences.push(`These runs do not tell ${titles} from the base in any headline measure.`);
  }
  return sentences.join(' ');
}

function largestDifference(tables: ReportTables, key: string, rows: DifferenceRow[]): string {
  const name = measureName(key, tables);
  const clear = rows.filter((row) => isMoved(row));
  if (clear.length === 0) {
    if (rows.every((row) => verdict(row) === 'undefined')) return `The difference in ${name} is not defined.`;
    return rows.every((row) => verdict(row) === 'identical')
      ? `All designs have exactly the same ${name} in every run.`
      : rows.every(isNothing)
        ? `In ${name}, no design differs from the base by anything that shows.`
        : `In ${name}, these runs tell no design from the base.`;
  }
  const largest = clear.reduce((a, b) => (Math.abs(b.mean!) > Math.abs(a.mean!) ? b : a));
  const size = differenceInWords(largest, measureQuantity(key, tables), tables.manifest.currency);
  const title = `“${designTitle(tables, largest.design)}”`;
  if (clear.length === 1 && rows.length > 1)
    return `In ${name}, these runs tell only ${title} from the base: ${size}.`;
  return `In ${name}, ${title} differs${rows.length > 1 ? ' most' : ''} from the base: ${size}.`;
}
