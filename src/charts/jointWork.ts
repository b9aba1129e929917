import { formatNumber, formatPercent, sentenceCase } from '../words/format.ts';
import { designIds, findingOf, readMean } from '../words/read.ts';
import { sliceTitle } from '../words/titles.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { lineLabels, lineLegend, linesKey, pointTitle, weeksPerPoint } from './designLines.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { CHART_WIDTH, designColours, designDashes } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** More areas than these are shown by their mean alone. */
const MOST_AREAS = 8;
const PANEL_WIDTH = CHART_WIDTH / 2 - 75;

const series = [
  { id: 'jointEffort', title: 'joint effort delivered', axis: 'Of full effort' },
  { id: 'leaderTrust', title: 'trust between partners', axis: 'Trust, 0 to 1' },
] as const;

/** What partners deliver of joint work and how they trust one another, week by week: a row an area, a line a design. */
export const jointWork: Chart = {
  id: 'jointWork',
  title: () => 'How do joint effort and trust between partners run over the weeks?',
  needs: (tables) => tables.weekly.some((row) => row.series === 'jointEffort'),
  finding(tables) {
    const { base } = tables.summary;
    const [effort, trust] = ['jointShare', 'trustEnd'].map((id) =>
      readMean(tables, base, `partnership.${id}`),
    );
    const text =
      effort === null || trust === null
        ? 'nobody was referred in any week.'
        : `partners deliver ${formatPercent(effort)} of full effort while clients are referred, and end at a trust of ${formatNumber(trust)}.`;
    return findingOf(tables, base, text);
  },
  spec(tables) {
    const designs = designIds(tables);
    const labels = lineLabels(tables);
    const rows = shownSlices(tables);
    const span = weeksPerPoint(tables);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `${linesKey(span)} Left: effort of all partners by their influence. Right: mean trust of each in each.${designs.length > 1 ? ' Where lines lie on one another, the designs do not differ.' : ''}`,
      view: {
        concat: rows.flatMap((slice, row) =>
          series.map(({ id, title, axis }) =>
            panel({
              title: `${areaTitle(tables, slice)}: ${title}`,
              axis,
              values: points(tables, id, slice, designs, labels, span),
              labels,
              span,
              last: row === rows.length - 1,
            }),
          ),
        ),
        columns: series.length,
        spacing: 14,
      },
    });
  },
};

/** Every area by itself, or their mean where there are more than fit or only one. */
function shownSlices(tables: ReportTables): string[] {
  const areas = new Set(
    tables.weekly.flatMap(({ series: id, slice }) => (id === 'jointEffort' && slice !== '' ? [slice] : [])),
  );
  return areas.size > 1 && areas.size <= MOST_AREAS ? [...areas] : [''];
}

function areaTitle(tables: ReportTables, slice: string): string {
  return slice === ''
    ? 'Mean of areas'
    : sentenceCase(sliceTitle(tables, 'area', slice.slice('area='.length)));
}

interface PanelParts {
  title: string;
  axis: string;
  values: object[];
  labels: string[];
  /** Weeks over which a point is averaged. */
  span: number;
  last: boolean;
}

function panel({ title, axis, values, labels, span, last }: PanelParts): ChartSpec {
  const byDesign = (range: readonly unknown[]) => ({
    field: 'design',
    type: 'nominal',
    scale: { domain: labels, range: labels.map((_, index) => range[index % range.length]) },
    // All panels say the same of their one legend.
    legend: lineLegend(labels),
  });
  return {
    title: panelTitle(wrapText(title, PANEL_WIDTH + 40, 12, true)),
    width: PANEL_WIDTH,
    height: 90,
    data: { values },
    mark: { type: 'line', strokeWidth: 1.8 },
    encoding: {
      x: {
        field: 'week',
        type: 'quantitative',
        scale: { nice: false },
        title: last ? 'Week' : null,
        axis: { grid: false, tickCount: 6 },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        scale: { domain: [0, 1] },
        title: axis,
        axis: { values: [0, 0.5, 1], format: axis.startsWith('Of') ? '.0%' : '.1f' },
      },
      color: byDesign(designColours),
      strokeDash: byDesign(designDashes),
      tooltip: [
        { field: 'design', type: 'nominal', title: 'Design' },
        { field: 'week', type: 'quantitative', title: pointTitle(span) },
        { field: 'value', type: 'quantitative', title: axis, format: '.3~r' },
      ],
    },
  };
}

function points(
  tables: ReportTables,
  id: string,
  slice: string,
  designs: string[],
  labels: string[],
  span: number,
): object[] {
  return designs.flatMap((design, at) => {
    const rows = tables.weekly
      .filter((row) => row.design === design && row.series === id && row.slice === slice)
      .sort((a, b) => a.week - b.week);
    const values: object[] = [];
    for (let start = 0; start < rows.length; start += span) {
      const part = rows.slice(start, start + span);
      const mean = (pick: (row: (typeof part)[number]) => number) =>
        part.reduce((sum, row) => sum + pick(row), 0) / part.length;
      values.push({
        design: labels[at],
        week: mean((row) => row.week),
        value: Number(mean((row) => row.mean).toPrecision(4)),
      });
    }
    return values;
  });
}
