import type { CompanionName } from '../tables/measureDoc.ts';
import { formatDifference } from './format.ts';
import { isMoved } from './intervals.ts';
import { measureName, measureQuantity } from './names.ts';
import { comparedTables, designTitle, readDifference, readMean } from './read.ts';
import type { ReportTables } from './tables.ts';

/** Companion worlds by the names under which tables and charts show them. */
export const worldNames: Readonly<Record<CompanionName, string>> = {
  noService: 'no service',
  equalTime: 'equal time',
  needFirst: 'need first',
};

/** What each of them is, for readers who meet it for the first time. */
export const worldMeanings: Readonly<Record<CompanionName, string>> = {
  noService: 'the same people with the same luck where nobody gets a place',
  equalTime:
    'the same caseworkers, hours and required contacts, where the rest goes in equal appointments to those who have waited longest',
  needFirst:
    'the same caseworkers, hours and required contacts, where the rest goes in equal appointments to those who seem to be in the greatest need',
};

/** Companion worlds that stand among the designs as yardsticks. */
export function worldsShown(tables: ReportTables): CompanionName[] {
  return [...new Set(tables.manifest.designs.flatMap(({ world }) => (world ? [world] : [])))];
}

/** Measures by which a design is held against its companion worlds, as far as some world has them. */
export function yardstickKeys(tables: ReportTables): string[] {
  const wanted = [
    'population.rate',
    'outcome.rate',
    'outcome.rate[fifth=5]',
    'hours.perClientWeek[fifth=5]',
    'parking.share[fifth=5]',
    'additional.rate',
  ];
  const yardsticks = tables.manifest.designs.filter(({ world }) => world);
  return wanted.filter((key) => yardsticks.some(({ id }) => readMean(tables, id, key) !== null));
}

/** How the base's companion worlds differ from it: in outcomes of the hardest fifth, and without service of all referred. */
export function yardstickFinding(tables: ReportTables): string {
  const { base } = tables.summary;
  const sentences = worldsShown(tables).flatMap((world) => {
    const key = world === 'noService' ? 'population.rate' : 'outcome.rate[fifth=5]';
    const row = readDifference(tables, `${base}@${world}`, key);
    if (!row || row.mean === null) return [];
    const size = formatDifference(row.mean, measureQuantity(key, tables), tables.manifest.currency);
    const clear = isMoved(row);
    const difference = clear
      ? `${measureName(key, tables)} ${size}`
      : `no clear difference in ${measureName(key, tables)}`;
    return [`${worldNames[world]}, ${difference}`];
  });
  if (sentences.length === 0) return 'The companion worlds have none of the measures shown.';
  const title = designTitle(comparedTables(tables), base);
  return `Against “${title}” as run: ${sentences.join('; ')}.`;
}
