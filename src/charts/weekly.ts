import { formatMoney, formatNumber, spellName } from '../words/format.ts';
import { designIds, findingOf } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { lineLabels, lineLegend, SPAN } from './designLines.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { CHART_WIDTH, designColours, designDashes } from './style.ts';
import type { ReportTables } from './tables.ts';

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
    const bands = tables.manifest.replicates > 1;
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Lines: mean over runs, averaged over ${SPAN} weeks.${designs.length > 1 ? ' Where lines lie on one another, the designs do not differ.' : ''}`,
      intervals: 'Bands: 95% interval of the mean, at its widest.',
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
          data: { values: spans(tables, id, designs, labels) },
          layer: linesOf(
            `weekly_${id}`,
            id === 'paid' ? `${axis} (${currency})` : axis,
            index === shown.length - 1,
            bands,
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
  bands: boolean,
  labels: string[],
): ChartSpec[] {
  const x = {
    field: 'week',
    type: 'quantitative',
    scale: { nice: false },
    title: last ? 'Week' : null,
    axis: { grid: false },
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
        { field: 'week', type: 'quantitative', title: `Middle of ${SPAN} weeks` },
        { field: 'mean', type: 'quantitative', title: axisTitle, format: ',.4~r' },
        ...(bands
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
function spans(tables: ReportTables, id: string, designs: string[], labels: string[]): object[] {
  return designs.flatMap((design, at) => {
    const rows = tables.weekly
      .filter((row) => row.design === design && row.series === id && row.slice === '')
      .sort((a, b) => a.week - b.week);
    const values: object[] = [];
    for (let start = 0; start < rows.length; start += SPAN) {
      const part = rows.slice(start, start + SPAN);
      // A last span that is cut short would show fewer weeks as if they were a whole span.
      if (part.length < SPAN && values.length > 0) break;
      const average = (pick: (row: (typeof part)[number]) => number) =>
        part.reduce((sum, row) => sum + pick(row), 0) / part.length;
      values.push({
        design: labels[at],
        week: average((row) => row.week),
        mean: significant(average((row) => row.mean)),
        // A t interval may reach below 0; a count does not. Money may flow back.
        lo: significant(average((row) => (id === 'paid' ? row.lo : Math.max(0, row.lo)))),
        hi: significant(average((row) => row.hi)),
      });
    }
    return values;
  });
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
