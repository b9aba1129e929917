import { readTables } from '../results/runTables.ts';
import type { Ranking } from '../tables/ranking.ts';
import type { MeasureSummary } from '../tables/rows.ts';
import { SHORT_INTERVAL_NOTE } from '../words/intervals.ts';
import { openingsRanOut } from '../words/read.ts';
import { columns } from './output.ts';

/** The few measures that a person wants to see at once, with short heads. */
const shown = [
  { key: 'outcome.rate', head: 'outcome rate', percent: true },
  { key: 'outcome.rate[fifth=5]', head: 'hardest fifth', percent: true },
  { key: 'parking.share[fifth=5]', head: 'hardest parked or held', percent: true },
  { key: 'creaming.concentration', head: 'concentration', percent: false },
  { key: 'additional.rate', head: 'net of twins', percent: true },
] as const;

/** Beside what is net of twins where openings ran out: who gets one takes it from somebody. */
const everybody = { key: 'population.rate', head: 'all referred', percent: true } as const;

/** Lines of a small table, design × headline measure, from a results folder. Measures that no design has are left out. */
export function headlines(folder: string): string[] {
  const tables = readTables(folder);
  const { summary, ranking, manifest } = tables;
  const yardsticks = new Set(manifest.designs.flatMap(({ id, world }) => (world ? [id] : [])));
  const designs = Object.entries(summary.designs).filter(([id]) => !yardsticks.has(id));
  const ranOut = designs.some(([id]) => openingsRanOut(tables, id));
  const asked = ranOut ? [...shown, everybody] : shown;
  const present = asked.filter(({ key }) => designs.some(([, { measures }]) => measures[key]));
  if (present.length === 0) return [];
  const rows = designs.map(([id, { measures }]) => [
    id,
    ...present.map(({ key, percent }) => figure(measures[key], percent)),
  ]);
  const table = columns([['', ...present.map(({ head }) => head)], ...rows]);
  const note =
    summary.replicates > 1
      ? `means of ${summary.replicates} replicates ± half of the 95% interval. ${SHORT_INTERVAL_NOTE}`
      : 'one replicate';
  return [...table.split('\n'), note, ...(ranking ? rankingLines(ranking) : [])];
}

/** Who is first by each measure, in how many replicates, and how sure the whole order is. */
function rankingLines({ measures }: Ranking): string[] {
  const rows = measures
    .filter(({ designs }) => designs.length > 1)
    .map(({ measure, better, replicates, designs: [first], orderHolds }) => [
      measure,
      better === null ? 'highest' : 'best',
      first.rank > 1 ? 'several alike' : first.design,
      `${(first.best * replicates).toFixed(1)} of ${replicates}`,
      orderHolds === null ? '' : `${(orderHolds * 100).toFixed(0)}%`,
    ]);
  if (rows.length === 0) return [];
  const head = ['ranked by', '', 'first by the mean', 'first in replicates', 'order holds'];
  return columns([head, ...rows]).split('\n');
}

function figure(measure: MeasureSummary | undefined, percent: boolean): string {
  if (!measure) return 'not measured';
  if (measure.mean === null) return 'not defined';
  const [factor, digits, unit] = percent ? [100, 1, '%'] : [1, 3, ''];
  const mean = (measure.mean * factor).toFixed(digits);
  if (measure.lo === null || measure.hi === null) return `${mean}${unit}`;
  return `${mean}${unit} ± ${(((measure.hi - measure.lo) / 2) * factor).toFixed(digits)}`;
}
