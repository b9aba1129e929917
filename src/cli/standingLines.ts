import type { Entry, Figure, Standings } from '../tables/standings.ts';
import { counted } from '../words/counted.ts';
import { formatQuantity, listInWords, type Quantity } from '../words/format.ts';
import { measureQuantity } from '../words/names.ts';
import type { ReportTables } from '../words/tables.ts';
import { columns } from './output.ts';

/** The standings of a contest as lines for a terminal: a row an entry, then what cannot be told apart and who broke a limit. */
export function standingLines(standings: Standings, tables: ReportTables): string[] {
  const { entries, replicates } = standings;
  const terms = entries[0].terms.map(({ title }) => title);
  const table = columns([
    ['place', 'entry', 'points', ...terms],
    ...entries.map((entry) => [
      entry.place === null ? '–' : String(entry.place),
      entry.isBase ? `${entry.design} (as let)` : entry.design,
      figure(entry.points),
      ...entry.terms.map(({ points }) => (points === null ? 'not defined' : signed(points.mean))),
    ]),
  ]);
  return [
    ...table.split('\n'),
    `points against the contract as let: means of ${counted(replicates, 'replicate')} ± half of the 95% interval, which is luck inside the model`,
    ...untold(entries),
    ...entries
      .filter(({ why }) => why.length > 0)
      .map((entry) => `${entry.design} has no place: ${reasons(entry, tables)}`),
  ];
}

/** One decimal is more than such weights deserve, and what rounds to 0 is 0. */
function signed(value: number): string {
  const size = Math.abs(value).toFixed(1);
  return size === '0.0' ? '0' : `${value > 0 ? '+' : '−'}${size}`;
}

function figure(points: Figure | null): string {
  if (points === null) return 'not defined';
  const half =
    points.hi === null || points.lo === null || points.hi === points.lo
      ? ''
      : ` ± ${((points.hi - points.lo) / 2).toFixed(1)}`;
  return `${signed(points.mean)}${half}`;
}

/** Entries whose place below the next better one may be luck. */
function untold(entries: readonly Entry[]): string[] {
  const close = entries.filter(({ behind }) => behind !== null && !behind.told);
  return close.length === 0
    ? []
    : [
        `cannot be told from the entry above by these runs: ${listInWords(close.map(({ design }) => design))}`,
      ];
}

function reasons({ limits, why }: Entry, tables: ReportTables): string {
  const broken = limits.filter(({ kept }) => !kept);
  if (broken.length === 0) return why.join('; ');
  const { currency } = tables.manifest;
  return broken
    .map(({ title, measure, is, allowed, value }) => {
      const side = is === 'atMost' ? 'at most' : 'at least';
      if (value === null) return `${title}: not defined`;
      const [found, most] = toldApart(value.mean, allowed, measureQuantity(measure, tables), currency);
      return `${title}: ${found}, and ${side} ${most} is allowed`;
    })
    .join('; ');
}

/** Two numbers with as many decimals as it takes to see that they differ. */
function toldApart(a: number, b: number, quantity: Quantity, currency: string): [string, string] {
  for (let finer = 0; ; finer++) {
    const pair = [a, b].map((value) => formatQuantity(value, quantity, currency, finer)) as [string, string];
    if (pair[0] !== pair[1] || finer === 4) return pair;
  }
}
