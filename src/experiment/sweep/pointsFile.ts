import type { Scenario } from '../../model/schema/scenario.ts';
import { parseCsv } from '../../tables/csv.ts';
import type { Settings } from '../study/point.ts';
import { settingsOf } from './sweepPoints.ts';

/** Columns that other tools and our own `points.csv` put beside the parameters. */
const apart = new Set(['point', 'state', 'why']);

/**
 * Points from a table: a column a parameter, headed by its path, a row a point. An empty field leaves the parameter as
 * the file has it. Columns called point, state or why are passed over, so that the `points.csv` of a study can be used.
 *
 * @throws RangeError with every problem, a line each.
 */
export function pointsFromCsv(scenario: Scenario, text: string): { paths: string[]; points: Settings[] } {
  const [header, ...rows] = parseCsv(text.replace(/^\ufeff/, ''));
  if (!header) throw new RangeError('line 1: there is no line of parameter paths');
  const names = header.map((name) => name.trim());
  const paths = names.filter((name) => !apart.has(name));
  const problems: string[] = [];
  if (paths.length === 0) problems.push('line 1: no column is headed by the path of a parameter');
  for (const [i, path] of paths.entries()) {
    if (path === '') problems.push('line 1: a column has no heading');
    else if (paths.indexOf(path) < i) problems.push(`line 1: ${path} heads two columns`);
  }
  if (rows.length === 0) problems.push('there are no points below the first line');
  const points = rows.map((fields, i): Settings => {
    if (fields.length !== header.length)
      problems.push(`line ${i + 2}: ${fields.length} fields where the first line has ${header.length}`);
    return settingsOf(
      scenario,
      names.flatMap((name, column) => {
        const field = (fields[column] ?? '').trim();
        return apart.has(name) || field === '' ? [] : [[name, numberOr(field)] as const];
      }),
    );
  });
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  return { paths, points };
}

const numberOr = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);
