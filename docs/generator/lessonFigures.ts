import { join } from 'node:path';
import { readTables } from '../../src/results/runTables.ts';
import type { CheckedClaim, CheckedCondition } from '../../src/tables/claims.ts';
import type { Summary } from '../../src/tables/rows.ts';
import { formatDifference, formatDifferenceRange, sentenceCase } from '../../src/words/format.ts';
import { meanWithInterval, withInterval } from '../../src/words/intervals.ts';
import { measureName, measureQuantity } from '../../src/words/names.ts';
import { designTitle, readMeasure } from '../../src/words/read.ts';
import type { ReportTables } from '../../src/words/tables.ts';
import { code, table } from './markdown.ts';

const resultsOf = (folder: string, name: string): ReportTables => readTables(join(folder, 'results', name));

/** The summary of a run in a folder. */
export const readSummary = (folder: string, name: string): Summary => resultsOf(folder, name).summary;

/** `<!-- figures: RESULTS#one,two | KEY; KEY as Head -->` and `<!-- claims: RESULTS -->`, each down to `<!-- end -->`. */
const mark = /(<!-- (figures|claims): (\S+?)(?:#(\S+))?(?: \| ([^>]+?))? -->)[\s\S]*?(<!-- end -->)/g;

/**
 * Fills the marks of a lesson's page with what its runs gave: a table design × measure, or what became of the claims
 * that the scenario makes. Throws where a run, a design or a measure is missing.
 */
export function fillFigures(page: string, folder: string): string {
  return page.replaceAll(
    mark,
    (_, open: string, what: string, name: string, designs: string, keys: string, close: string) => {
      const tables = resultsOf(folder, name);
      const content =
        what === 'claims'
          ? claimsList(tables, name)
          : figuresTable(tables, designs?.split(','), columnsOf(keys));
      return `${open}\n\n${content.trimEnd()}\n\n${close}`;
    },
  );
}

/** A column: a measure, and the head that a page gives it in place of the measure's long name. */
interface Column {
  key: string;
  head?: string;
}

function columnsOf(keys: string | undefined): Column[] {
  if (keys === undefined) throw new Error('a mark of figures names no measures');
  return keys.split(';').map((column) => {
    const [key, head] = column.trim().split(' as ');
    return { key, head };
  });
}

function figuresTable(
  tables: ReportTables,
  designs = Object.keys(tables.summary.designs),
  columns: readonly Column[],
): string {
  const cell = (design: string, key: string): string => {
    const measured = readMeasure(tables, design, key);
    if (measured === undefined) throw new Error(`the run measured no ${key} under ${design}`);
    return withInterval(measured, measureQuantity(key, tables), tables.manifest.currency);
  };
  return table(
    ['Design', ...columns.map(({ key, head }) => head ?? sentenceCase(measureName(key, tables)))],
    designs.map((design) => [
      `${designTitle(tables, design)} (${code(design)})`,
      ...columns.map(({ key }) => cell(design, key)),
    ]),
  );
}

const verdicts = { holds: 'holds', fails: 'does not hold', untold: 'cannot be told' } as const;

function claimsList(tables: ReportTables, name: string): string {
  const { claims = [] } = tables;
  if (claims.length === 0) throw new Error(`the scenario of ${name} makes no claims`);
  return table(
    ['Claim', 'Measured', 'Result'],
    claims.map(({ title, verdict, conditions }: CheckedClaim) => [
      title,
      conditions.map((condition) => measuredIn(tables, condition)).join('; '),
      verdicts[verdict],
    ]),
  );
}

function measuredIn(tables: ReportTables, condition: CheckedCondition): string {
  const { measure, minus, against, mean, lo, hi, n } = condition;
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  if (minus === undefined && against === undefined)
    return meanWithInterval({ mean, lo, hi }, n, quantity, currency);
  const range = lo === null || hi === null ? '' : ` (${formatDifferenceRange(lo, hi, quantity, currency)})`;
  return `${formatDifference(mean, quantity, currency)}${range}`;
}
