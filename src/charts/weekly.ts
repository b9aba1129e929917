import { parseMeasureKey } from '../tables/rows.ts';
import { formatMoney, formatNumber, spellName } from '../words/format.ts';
import { designIds, findingOf } from '../words/read.ts';
import { intervalsKey } from './bounds.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { lineLabels, lineLegend, linesKey, pointTitle, weeksPerPoint } from './designLines.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { CHART_WIDTH, designColours, designDashes } from './style.ts';
import type { ReportTables } from './tables.ts';

/** With more designs than these, bands over one another hide all they have to show. */
const MOST_BANDS = 3;

/** The base design's line lies under the others, and is thicker. */
const series = [
  { id: 'caseload', title: 'Clients on the books', axis: 'Clients' },
  { id: 'starts', title: 'First main events a week', axis: 'Events a week' },
  { id: 'paid', title: 'Money paid a week', axis: 'Money a week' },
] as const;

/** Caseload, main events and money over the weeks, a line a design. */
export const weekly: Chart = {
  id: 'weekly',
  title: () => 'How do caseload, results and money run over the weeks?',
  needs: (tables) => presentSeries(tables).length > 0,
  finding: (tables) => weeklyFinding(tables),
  spec(tables) {
    const designs = designIds(tables);
    const labels = lineLabels(tables);
    const shown = presentSeries(tables);
    const { currency } = tables.manifest;
    const intervals = tables.manifest.replicates > 1;
    const bands = intervals && designs.length <= MOST_BANDS;
    const span = weeksPerPoint(tables);
    const lowest = lowestValues(tables);
    const cut = tables.weekly.some(
      ({ series: id, slice, lo }) => slice === '' && shown.some((one) => one.id === id) && lo < lowest[id],
    );
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `${linesKey(span)}${designs.length > 1 ? ' Where lines lie on one another, the designs do not differ.' : ''}`,
      intervals: bands
        ? intervalsKey('Bands: 95% interval of the mean, at its widest', cut)
        : `Intervals are not drawn with more than three designs: their bands would hide one another. The tables hold them.`,
      params: [
        {
          name: 'designShown',
          select: { type: 'point', fields: ['design'] },
          bind: 'legend',
          views: shown.map(({ id }) => `weekly_${id}`),
        },
      ],
      view: {
        vconcat: shown.map(({ id, title, axis }, index) => ({
          title: panelTitle([
            id === 'starts' ? `First “${spellName(tables.manifest.mainEvent)}” events a week` : title,
          ]),
          width: CHART_WIDTH - 70,
          height: 130,
          data: { values: spans(tables, id, span, lowest[id]) },
          layer: linesOf(
            `weekly_${id}`,
            id === 'paid' ? `${axis} (${currency})` : axis,
            index === shown.length - 1,
            { intervals, bands, span },
            labels,
          ),
        })),
        spacing: 14,
      },
    });
  },
};

function presentSeries(tables: ReportTables) {
  return series.filter(({ id }) => tables.weekly.some((row) => row.series === id && row.slice === ''));
}

function linesOf(
  name: string,
  axisTitle: string,
  last: boolean,
  { intervals, bands, span }: { intervals: boolean; bands: boolean; span: number },
  labels: string[],
): ChartSpec[] {
  const x = {
    field: 'week',
    type: 'quantitative',
    scale: { nice: false },
    title: last ? 'Week' : null,
    axis: { grid: false, tickMinStep: 1 },
  };
  const legend = lineLegend(labels);
  const domain = { domain: labels };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: axisTitle,
    scale: { zero: true },
    axis: { tickCount: 4, format: ',~r' },
  });
  const color = {
    field: 'design',
    type: 'nominal',
    scale: { ...domain, range: labels.map((_, index) => designColours[index % designColours.length]) },
    legend,
  };
  const shown = { condition: { param: 'designShown', value: 1 }, value: 0.1 };
  const line = {
    name,
    mark: { type: 'line', strokeWidth: 1.8 },
    encoding: {
      x,
      y: y('mean'),
      color,
      strokeDash: {
        field: 'design',
        type: 'nominal',
        scale: { ...domain, range: labels.map((_, index) => designDashes[index % designDashes.length]) },
        legend,
      },
      opacity: shown,
      tooltip: [
        { field: 'design', type: 'nominal', title: 'Design' },
        { field: 'week', type: 'quantitative', title: pointTitle(span) },
        { field: 'mean', type: 'quantitative', title: axisTitle, format: ',.4~r' },
        ...(intervals
          ? [
              { field: 'lo', type: 'quantitative', title: '95% interval from', format: ',.4~r' },
              { field: 'hi', type: 'quantitative', title: 'to', format: ',.4~r' },
            ]
          : []),
      ],
    },
  };
  if (!bands) return [line];
  const band = {
    mark: { type: 'area', opacity: 1, fillOpacity: 0.13 },
    encoding: {
      x,
      y: y('lo'),
      y2: { field: 'hi' },
      color,
      detail: { field: 'design', type: 'nominal' },
    },
  };
  return [band, line];
}

/**
 * Averages over spans of weeks. The ends of the intervals are averaged too: the mean of the weeks varies at
 * most as much as the weeks do on average, so that the band is never too narrow.
 */
function spans(tables: ReportTables, id: string, span: number, lowest: number): object[] {
  const labels = lineLabels(tables);
  return designIds(tables).flatMap((design, at) => {
    const rows = tables.weekly
      .filter((row) => row.design === design && row.series === id && row.slice === '')
      .sort((a, b) => a.week - b.week);
    const values: object[] = [];
    for (let start = 0; start < rows.length; start += span) {
      const part = rows.slice(start, start + span);
      // A last span that is cut short would show fewer weeks as if they were a whole span.
      if (part.length < span && values.length > 0) break;
      const average = (pick: (row: (typeof part)[number]) => number) =>
        part.reduce((sum, row) => sum + pick(row), 0) / part.length;
      values.push({
        design: labels[at],
        week: average((row) => row.week),
        mean: significant(average((row) => row.mean)),
        lo: significant(average((row) => Math.max(lowest, row.lo))),
        hi: significant(average((row) => row.hi)),
      });
    }
    return values;
  });
}

/**
 * What each series cannot fall below: a t interval of few runs does. A count ends at 0. So does money, unless some flows
 * back: then an account, or all accounts in some week, are below 0.
 */
function lowestValues(tables: ReportTables): Record<string, number> {
  const flowsBack =
    tables.weekly.some(({ series: id, mean }) => id === 'paid' && mean < 0) ||
    Object.values(tables.summary.designs).some(({ measures }) =>
      Object.entries(measures).some(
        ([key, { mean }]) => parseMeasureKey(key).measure === 'paid.by.account' && mean !== null && mean < 0,
      ),
    );
  return { caseload: 0, starts: 0, paid: flowsBack ? Number.NEGATIVE_INFINITY : 0 };
}

/** Five digits draw the same picture as sixteen, in a third of the bytes. */
function significant(value: number): number {
  return Number(value.toPrecision(5));
}

/** The peak of the caseload and the money by the end, in the base design. */
function weeklyFinding(tables: ReportTables): string {
  const { base } = tables.summary;
  const rows = (id: string) =>
    tables.weekly.filter((row) => row.design === base && row.series === id && row.slice === '');
  const parts: string[] = [];
  const caseload = rows('caseload');
  if (caseload.length > 0) {
    const peak = caseload.reduce((a, b) => (b.mean > a.mean ? b : a));
    parts.push(`the caseload peaks at ${formatNumber(peak.mean, 0)} clients in week ${peak.week}`);
  }
  const starts = rows('starts');
  if (starts.length > 0) {
    const total = starts.reduce((sum, row) => sum + row.mean, 0);
    const event = spellName(tables.manifest.mainEvent);
    parts.push(`${formatNumber(total, 0)} clients reach their first “${event}” over ${starts.length} weeks`);
  }
  const paid = rows('paid');
  if (paid.length > 0) {
    const total = paid.reduce((sum, row) => sum + row.mean, 0);
    parts.push(`${formatMoney(total, tables.manifest.currency)} is paid`);
  }
  const text =
    parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}` : parts.join('');
  return findingOf(tables, base, `${text}.`);
}
