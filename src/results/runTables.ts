import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFacts, PublishedCheck, ReportTables } from '../charts/tables.ts';
import type { CheckedClaim } from '../tables/claims.ts';
import { csvNumber, parseCsv } from '../tables/csv.ts';
import type { LensViews } from '../tables/lenses.ts';
import type { Ranking } from '../tables/ranking.ts';
import { rankingCsv } from '../tables/rankingCsv.ts';
import type { DifferenceRow, WeeklyRow } from '../tables/rows.ts';
import { differenceColumns, differencesCsv, weeklyColumns, weeklyCsv } from '../tables/rowsCsv.ts';
import { readJsonIfAny, writeJson, writeWhole } from './files.ts';
import type { Manifest } from './manifest.ts';
import { ResultsFolderError } from './resultsError.ts';
import { readStudyTables } from './study/studyFiles.ts';

/** Writes the tables that do not grow with replicates, and what the report needs beside them. */
export function writeTables(folder: string, tables: ReportTables): void {
  writeJson(join(folder, 'summary.json'), tables.summary);
  writeJson(join(folder, 'parameters.json'), tables.parameters);
  writeJson(join(folder, 'catalogue.json'), tables.catalogue);
  const { checks: published = [], claims = [] } = tables;
  if (published.length > 0 || claims.length > 0)
    writeJson(join(folder, 'checks.json'), { published, claims });
  writeWhole(join(folder, 'differences.csv'), differencesCsv(tables.differences));
  if (tables.ranking) {
    writeJson(join(folder, 'ranking.json'), tables.ranking);
    writeWhole(join(folder, 'ranking.csv'), rankingCsv(tables.ranking));
  }
  if (tables.lenses) writeJson(join(folder, 'lenses.json'), tables.lenses);
  writeWhole(join(folder, 'weekly.csv'), weeklyCsv(tables.weekly));
}

/**
 * The tables of a results folder, equal to those from which it was written. Throws {@link ResultsFolderError}
 * where the folder is no results folder, was made in a newer format, or lacks a table.
 */
export function readTables(folder: string): ReportTables {
  if (!existsSync(folder)) throw new ResultsFolderError(`there is no folder ${folder}`);
  const manifest = readJsonIfAny<Manifest>(join(folder, 'manifest.json'));
  if (!manifest)
    throw new ResultsFolderError(`${folder} is no results folder: it has no readable manifest.json`);
  if (manifest.format !== 1) {
    throw new ResultsFolderError(
      `${folder} is in format ${manifest.format}, and this version of streetlevel reads format 1`,
    );
  }
  const json = <T>(file: string): T => {
    const value = readJsonIfAny<T>(join(folder, file));
    if (value === undefined) throw new ResultsFolderError(`${join(folder, file)} is missing or no JSON`);
    return value;
  };
  return {
    summary: json('summary.json'),
    weekly: readTable(folder, 'weekly.csv', weeklyColumns).map(weeklyRow),
    differences: readTable(folder, 'differences.csv', differenceColumns).map(differenceRow),
    manifest: factsOf(manifest),
    parameters: json('parameters.json'),
    catalogue: json('catalogue.json'),
    ...(existsSync(join(folder, 'checks.json')) && checksOf(json('checks.json'))),
    ...(existsSync(join(folder, 'ranking.json')) && { ranking: json<Ranking>('ranking.json') }),
    ...(existsSync(join(folder, 'lenses.json')) && { lenses: json<LensViews>('lenses.json') }),
    warnings: manifest.warnings,
    ...(manifest.points && { study: readStudyTables(folder) }),
  };
}

/** Earlier versions wrote the published figures alone, as a list. */
function checksOf(
  stored: PublishedCheck[] | { published: PublishedCheck[]; claims: CheckedClaim[] },
): Pick<ReportTables, 'checks' | 'claims'> {
  const { published, claims } = Array.isArray(stored) ? { published: stored, claims: [] } : stored;
  return { ...(published.length > 0 && { checks: published }), ...(claims.length > 0 && { claims }) };
}

/** The facts in a manifest that reports show: none of those that differ between equal runs. */
export function factsOf(manifest: Manifest): ManifestFacts {
  const {
    format,
    base,
    identity,
    commandTyped,
    started,
    ended,
    seconds,
    resumedFrom,
    host,
    warnings,
    points,
    ...facts
  } = manifest;
  return facts;
}

function readTable(folder: string, file: string, columns: readonly string[]): Record<string, string>[] {
  const path = join(folder, file);
  let records: string[][];
  try {
    records = parseCsv(readFileSync(path, 'utf8'));
  } catch {
    throw new ResultsFolderError(`${path} is missing or no CSV`);
  }
  const [header, ...rows] = records;
  if (header?.slice(0, columns.length).join() !== columns.join()) {
    throw new ResultsFolderError(`${path} should have the columns ${columns.join(', ')}`);
  }
  return rows.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])));
}

function weeklyRow({ design, week, series, slice, mean, lo, hi, n }: Record<string, string>): WeeklyRow {
  return {
    design,
    week: Number(week),
    series,
    slice,
    mean: Number(mean),
    lo: csvNumber(lo) ?? Number(mean),
    hi: csvNumber(hi) ?? Number(mean),
    n: Number(n),
  };
}

function differenceRow({
  design,
  base,
  measure,
  slice,
  mean,
  sd,
  n,
  lo,
  hi,
  pairing,
}: Record<string, string>): DifferenceRow {
  return {
    design,
    base,
    measure,
    slice,
    mean: csvNumber(mean),
    sd: csvNumber(sd),
    n: Number(n),
    lo: csvNumber(lo),
    hi: csvNumber(hi),
    ...(pairing === 'none' && { unpaired: true }),
  };
}
