import { join } from 'node:path';
import { csvLine, csvNumber, parseCsv } from '../../tables/csv.ts';
import { measureKey } from '../../tables/rows.ts';
import type { PointRow, StudyFindings, StudyPoint } from '../../tables/study.ts';
import type { ReportTables } from '../../words/tables.ts';
import { readJsonIfAny, readTextIfAny, writeJson, writeWhole } from '../files.ts';
import { ResultsFolderError } from '../resultsError.ts';
import { frontCsv } from './frontCsv.ts';
import { hingesCsv, indicesCsv } from './indicesCsv.ts';

const outcomeColumns = [
  'point',
  'design',
  'measure',
  'slice',
  'mean',
  'sd',
  'n',
  'lo',
  'hi',
  'difference',
  'differenceLo',
  'differenceHi',
] as const;

/**
 * The tables of a study. `points.csv`: a row a point, a column a parameter. `outcomes.csv`: tidy, a row for each point,
 * design and measure. `wide.csv`: a row a point with its parameters and, as `design:measure`, every mean — what R and
 * other tools of sensitivity analysis read. `problem.csv`: name and ends of each numeric parameter, as SALib's
 * parameter files. Of a sensitivity analysis `indices.csv` and `hinges.csv`, of a search `front.csv`. `study.json`: all else.
 */
export function writeStudyTables(folder: string, { study }: ReportTables): void {
  const { points, rows, ...rest } = study!;
  const paths = pathsOf(points);
  writeJson(join(folder, 'study.json'), rest);
  let text = csvLine(['point', ...paths, 'state', 'why']);
  for (const { id, settings, state, why } of points)
    text += csvLine([id, ...paths.map((path) => settings[path]), state, why]);
  writeWhole(join(folder, 'points.csv'), text);
  text = csvLine(outcomeColumns);
  for (const row of rows) text += csvLine(outcomeColumns.map((name) => row[name]));
  writeWhole(join(folder, 'outcomes.csv'), text);
  writeWhole(join(folder, 'wide.csv'), wideCsv(points, rows, paths));
  if (rest.sensitivity) {
    writeWhole(join(folder, 'indices.csv'), indicesCsv(rest.sensitivity));
    writeWhole(join(folder, 'hinges.csv'), hingesCsv(rest.sensitivity));
  }
  if (rest.front) writeWhole(join(folder, 'front.csv'), frontCsv(rest.front, rest.varied));
  text = '';
  for (const { path, from, to } of rest.varied)
    if (from !== undefined && to !== undefined) text += csvLine([path, from, to]);
  if (text !== '') writeWhole(join(folder, 'problem.csv'), text);
}

/** Every parameter that some point sets, in order of appearance. */
function pathsOf(points: readonly StudyPoint[]): string[] {
  return [...new Set(points.flatMap(({ settings }) => Object.keys(settings)))];
}

function wideCsv(points: readonly StudyPoint[], rows: readonly PointRow[], paths: readonly string[]): string {
  const nameOf = ({ design, measure, slice }: PointRow) => `${design}:${measureKey(measure, slice)}`;
  const names = [...new Set(rows.map(nameOf))];
  const means = new Map<number, Map<string, number | null>>();
  for (const row of rows) {
    if (!means.has(row.point)) means.set(row.point, new Map());
    means.get(row.point)!.set(nameOf(row), row.mean);
  }
  let text = csvLine(['point', ...paths, ...names]);
  for (const { id, settings } of points) {
    const own = means.get(id);
    if (own)
      text += csvLine([id, ...paths.map((path) => settings[path]), ...names.map((name) => own.get(name))]);
  }
  return text;
}

/** The findings in a study's folder, equal to those from which it was written. Throws {@link ResultsFolderError}. */
export function readStudyTables(folder: string): StudyFindings {
  const rest = readJsonIfAny<Omit<StudyFindings, 'points' | 'rows'>>(join(folder, 'study.json'));
  if (!rest) throw new ResultsFolderError(`${join(folder, 'study.json')} is missing or no JSON`);
  const numeric = new Set(rest.varied.filter(({ from }) => from !== undefined).map(({ path }) => path));
  const points = records(folder, 'points.csv').map(
    ({ point, state, why, ...settings }): StudyPoint => ({
      id: Number(point),
      settings: Object.fromEntries(
        Object.entries(settings)
          .filter(([, value]) => value !== '')
          .map(([path, value]) => [path, numeric.has(path) || isNumber(value) ? Number(value) : value]),
      ),
      state: state as StudyPoint['state'],
      ...(why !== '' && { why }),
    }),
  );
  const rows = records(folder, 'outcomes.csv').map(
    (row): PointRow => ({
      point: Number(row.point),
      design: row.design,
      measure: row.measure,
      slice: row.slice,
      mean: csvNumber(row.mean),
      sd: csvNumber(row.sd),
      n: Number(row.n),
      lo: csvNumber(row.lo),
      hi: csvNumber(row.hi),
      difference: csvNumber(row.difference),
      differenceLo: csvNumber(row.differenceLo),
      differenceHi: csvNumber(row.differenceHi),
    }),
  );
  return { ...rest, points, rows };
}

const isNumber = (text: string) => text.trim() !== '' && String(Number(text)) === text;

function records(folder: string, file: string): Record<string, string>[] {
  const path = join(folder, file);
  const text = readTextIfAny(path);
  if (text === undefined) throw new ResultsFolderError(`${path} is missing`);
  const [header, ...rows] = readRecords(path, text);
  return rows.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])));
}

function readRecords(path: string, text: string): string[][] {
  try {
    return parseCsv(text);
  } catch (error) {
    throw new ResultsFolderError(`${path} is no CSV: ${(error as Error).message}`);
  }
}
