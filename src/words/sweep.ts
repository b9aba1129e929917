import type { PointRow, StudyFindings } from '../tables/study.ts';
import { formatQuantity, listInWords, sentenceCase } from './format.ts';
import { measureName, measureQuantity } from './names.ts';
import { parameterNames, parameterValue } from './parameters.ts';
import { designIds, designTitle } from './read.ts';
import { rowsAt } from './responses.ts';
import type { ReportTables } from './tables.ts';

/** What a sweep found: what was run, and then a text for each measure that it is about. */
export function sweepSentences(tables: ReportTables): string[] {
  const study = tables.study!;
  const done = study.points.filter(({ state }) => state === 'done').length;
  const names = parameterNames(study.varied);
  const varied = listInWords(study.varied.map(({ path }) => names.get(path)!));
  const opening = `${done} ${done === 1 ? 'setting' : 'settings'} of ${varied} were run (${study.chosen}), each with ${study.replicates} ${study.replicates === 1 ? 'run' : 'runs'} of every design on the same luck.`;
  if (done === 0) return ['No setting could be run.'];
  return [
    opening,
    ...study.measures.map((key) => measureSentences(tables, key).join(' ')).filter((text) => text !== ''),
  ];
}

/** How far a measure moves over the points, and at how many of them the other designs lie above or below the base. */
export function measureSentences(tables: ReportTables, key: string): string[] {
  const { base } = tables.summary;
  const study = tables.study!;
  const own = [...rowsAt(study, base, key).values()].filter(({ mean }) => mean !== null);
  if (own.length === 0) return [];
  const low = own.reduce((a, b) => (b.mean! < a.mean! ? b : a));
  const high = own.reduce((a, b) => (b.mean! > a.mean! ? b : a));
  const write = (row: PointRow) =>
    formatQuantity(row.mean, measureQuantity(key, tables), tables.manifest.currency);
  const name = measureName(key, tables);
  const others = designIds(tables).filter((id) => id !== base);
  const subject = others.length > 0 ? `under “${designTitle(tables, base)}” ` : '';
  const range =
    low.mean === high.mean
      ? `${sentenceCase(name)} ${subject}is ${write(low)} at every setting.`
      : `${sentenceCase(name)} ${subject}lies between ${write(low)} (${settingInWords(study, low.point)}) and ${write(high)} (${settingInWords(study, high.point)}).`;
  return [range, ...others.flatMap((id) => againstBase(tables, key, id))];
}

function againstBase(tables: ReportTables, key: string, design: string): string[] {
  const rows = [...rowsAt(tables.study!, design, key).values()].filter(
    ({ difference }) => difference !== null,
  );
  if (rows.length === 0) return [];
  const clear = (row: PointRow) => row.differenceLo !== null && row.differenceLo * row.differenceHi! > 0;
  const above = rows.filter((row) => clear(row) && row.difference! > 0).length;
  const below = rows.filter((row) => clear(row) && row.difference! < 0).length;
  const all = rows.length;
  const title = `“${designTitle(tables, design)}”`;
  if (rows.every(({ difference, differenceLo }) => difference === 0 && (differenceLo ?? 0) === 0))
    return [`${title} is exactly the same at every setting.`];
  if (rows.every(({ differenceLo }) => differenceLo === null)) {
    const higher = rows.filter(({ difference }) => difference! > 0).length;
    return [`${title} is higher at ${higher} of ${all} settings; with one run each, luck is not told apart.`];
  }
  if (above === 0 && below === 0) return [`${title} cannot be told from it at any setting.`];
  const parts = [
    ...(above > 0 ? [`clearly higher at ${above}`] : []),
    ...(below > 0 ? [`clearly lower at ${below}`] : []),
    ...(above + below < all ? [`not told apart at ${all - above - below}`] : []),
  ];
  return [`${title} is ${listInWords(parts)} of ${all} settings.`];
}

/** "posts 45, share 0.3"; of many parameters the number of the point. */
function settingInWords(study: StudyFindings, point: number): string {
  if (study.varied.length > 3) return `point ${point}`;
  const settings = study.points.find(({ id }) => id === point)?.settings ?? {};
  const names = parameterNames(study.varied);
  return study.varied
    .filter(({ path }) => settings[path] !== undefined)
    .map(({ path }) => `${names.get(path)} ${parameterValue(settings[path])}`)
    .join(', ');
}
