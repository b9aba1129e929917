import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasureSummary, Summary } from '../../src/tables/rows.ts';
import { table } from './markdown.ts';

/** The summary of a run in a folder. */
export function readSummary(folder: string, name: string): Summary {
  return JSON.parse(readFileSync(join(folder, 'results', name, 'summary.json'), 'utf8'));
}

/** Mean with half of its 95% interval. */
function figure(measure: MeasureSummary | undefined, digits: number, factor = 1, unit = ''): string {
  if (measure?.mean == null || measure.lo === null || measure.hi === null) return 'not defined';
  const half = ((measure.hi - measure.lo) / 2) * factor;
  return `${signed(measure.mean * factor, digits)}${unit} ± ${half.toFixed(digits)}`;
}

const signed = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−');

/** Where the hours go, design by design: concentration and hours a client-week of every fifth. */
export function hoursTable(summary: Summary): string {
  return table(
    ['Design', 'Concentration', 'Fifth 1 (easiest)', 'Fifth 2', 'Fifth 3', 'Fifth 4', 'Fifth 5 (hardest)'],
    Object.entries(summary.designs).map(([id, { title, measures }]) => [
      `${title} (\`${id}\`)`,
      figure(measures['creaming.concentration'], 3),
      ...[1, 2, 3, 4, 5].map((fifth) => figure(measures[`hours.perClientWeek[fifth=${fifth}]`], 2)),
    ]),
  );
}

/** What came of it and what was paid, design by design. */
export function outcomesTable(summary: Summary): string {
  return table(
    ['Design', 'Outcome rate', 'Net of the twins', 'Net of the twins, hardest fifth', 'Fees a client'],
    Object.entries(summary.designs).map(([id, { title, measures }]) => [
      `${title} (\`${id}\`)`,
      figure(measures['outcome.rate'], 1, 100, '%'),
      figure(measures['additional.rate'], 1, 100, '%'),
      figure(measures['additional.rate[fifth=5]'], 1, 100, '%'),
      `£${figure(measures['paid.perClient'], 0)}`,
    ]),
  );
}
