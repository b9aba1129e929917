import { formatNumber, sentenceCase, spellName } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import { designIds, designTitle, findingOf, readMean, readMeasure, sliceValues } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { axisTop } from './values.ts';

const MEASURE = 'interventions.count';
const COLUMNS = 3;

/** From the left of the bar. Each figure carries the letter of its kind, and neighbours differ in lightness. */
const kinds = [
  { kind: 'new', letter: 'N', name: 'New: for the reward alone', colour: '#0b4f7d', ink: '#ffffff' },
  { kind: 'accelerated', letter: 'A', name: 'Accelerated', colour: colours.sky, ink: '#000000' },
  { kind: 'local', letter: 'L', name: 'Local priority', colour: colours.orange, ink: '#000000' },
  { kind: 'planned', letter: 'P', name: 'Planned, and on time', colour: '#7a7a7a', ink: '#ffffff' },
  { kind: 'running', letter: 'R', name: 'Running before', colour: '#d9d9d9', ink: '#000000' },
] as const;

/** What was adopted in each area, and how much of it the reward brought: one bar a design, one panel an area. */
export const interventionsAdopted: Chart = {
  id: 'interventionsAdopted',
  title: () => 'What did areas take up, and would they have anyway?',
  needs: (tables) => designIds(tables).some((design) => (readMean(tables, design, MEASURE) ?? 0) > 0),
  finding: (tables) => adoptedFinding(tables),
  spec(tables) {
    const designs = designIds(tables);
    const areas = sliceValues(tables, MEASURE, 'area');
    const columns = Math.min(COLUMNS, areas.length);
    const rows = designRows(tables, designs, columns);
    const drawn = areas.map((area) => designs.map((design) => partsOf(tables, design, area)));
    const present = kinds.filter(({ kind }) => drawn.flat(2).some((part) => part.kind === kind));
    const top = axisTop(drawn.flat(2).map(({ to }) => to));
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Bars: mean number of interventions in a run, from new ones (N) on the left over accelerated (A), local (L) and planned (P) to those that ran before (R).',
      view: {
        columns,
        spacing: 22,
        concat: areas.map((area, index) =>
          areaPanel(area, drawn[index], rows, present, top, index % columns === 0),
        ),
      },
    });
  },
};

interface Part {
  kind: string;
  name: string;
  title: string;
  from: number;
  to: number;
  value: string;
  interval: string;
}

const keyOf = (area: string, kind: string): string => `${MEASURE}[area=${area},additionality=${kind}]`;

/** The kinds of one design's interventions in an area beside one another; what is undefined or 0 takes no room. */
function partsOf(tables: ReportTables, design: string, area: string): Part[] {
  let from = 0;
  return kinds.flatMap(({ kind, name }) => {
    const summary = readMeasure(tables, design, keyOf(area, kind));
    if (!summary || summary.mean === null || summary.mean <= 0) return [];
    const part = {
      kind,
      name,
      title: designTitle(tables, design),
      from,
      to: from + summary.mean,
      value: formatNumber(summary.mean, 1),
      interval: intervalRange(summary, 'count', '') ?? 'one run, no interval',
    };
    from = part.to;
    return [part];
  });
}

function areaPanel(
  area: string,
  drawn: Part[][],
  { labels, width, height, y: rowAxis }: DesignRows,
  present: readonly (typeof kinds)[number][],
  top: number,
  withTitles: boolean,
): ChartSpec {
  const values = drawn.flatMap((parts, index) => parts.map((part) => ({ ...part, design: labels[index] })));
  const y = rowAxis(withTitles);
  const x = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    title: 'Interventions',
    axis: { tickCount: 4, tickMinStep: 1, format: 'd', labelOverlap: true },
  };
  const legend = { orient: 'top', title: null, symbolSize: 120, symbolType: 'square', columns: 3 };
  const color = {
    field: 'name',
    type: 'nominal',
    scale: { domain: present.map(({ name }) => name), range: present.map(({ colour }) => colour) },
    legend: { ...legend, symbolStrokeColor: colours.muted, symbolStrokeWidth: 1 },
  };
  const empty = labels.filter((_, index) => drawn[index].length === 0);
  return {
    title: panelTitle(wrapText(sentenceCase(spellName(area)), width, 12, true)),
    width,
    height,
    layer: [
      {
        data: { values },
        mark: { type: 'bar', height: { band: 0.62 }, stroke: colours.muted, strokeWidth: 0.7 },
        encoding: {
          y,
          x,
          x2: { field: 'to' },
          color,
          tooltip: [
            { field: 'title', type: 'nominal', title: 'Design' },
            { field: 'name', type: 'nominal', title: 'Why' },
            { field: 'value', type: 'nominal', title: 'Mean of runs' },
            { field: 'interval', type: 'nominal', title: '95% interval' },
          ],
        },
      },
      ...present.map(({ kind, letter, ink }) => ({
        data: {
          values: values
            .filter((part) => part.kind === kind)
            .flatMap((part) => figure(part, letter, width / top)),
        },
        mark: { type: 'text', color: ink, baseline: 'middle', fontSize: SMALL },
        encoding: { y, x: { ...x, field: 'middle' }, text: { field: 'label', type: 'nominal' } },
      })),
      {
        data: { values: empty.map((design) => ({ design, note: 'nothing' })) },
        mark: { type: 'text', align: 'left', dx: 6 },
        encoding: { y, x: { value: 0 }, text: { field: 'note', type: 'nominal' } },
      },
    ],
  };
}

/** The letter and the figure inside a part, or the letter alone, where there is room for it. */
function figure(part: Part & { design: string }, letter: string, pixels: number): object[] {
  const room = (part.to - part.from) * pixels - 6;
  const label = [`${letter} ${part.value}`, letter].find((text) => textWidth(text, SMALL) <= room);
  if (label === undefined) return [];
  return [{ design: part.design, middle: (part.from + part.to) / 2, label }];
}

function adoptedFinding(tables: ReportTables): string {
  const designs = designIds(tables);
  const own = designs.find((design) => (readMean(tables, design, MEASURE) ?? 0) > 0);
  if (own === undefined) return 'No interventions run.';
  const count = (kind: string) => readMean(tables, own, `${MEASURE}[additionality=${kind}]`) ?? 0;
  const all = formatNumber(readMean(tables, own, MEASURE) ?? 0, 1);
  const came = `of ${all} interventions ${formatNumber(count('new'), 1)} are new and ${formatNumber(count('accelerated'), 1)} accelerated.`;
  return findingOf(tables, own, `${came}${newSpan(tables, designs)}`);
}

/** Between which designs new ones are fewest and most; empty where they do not differ. */
function newSpan(tables: ReportTables, designs: readonly string[]): string {
  const found = designs.flatMap((design) => {
    const mean = readMean(tables, design, `${MEASURE}[additionality=new]`);
    return mean === null ? [] : [{ design, mean }];
  });
  const least = found.reduce((a, b) => (b.mean < a.mean ? b : a));
  const most = found.reduce((a, b) => (b.mean > a.mean ? b : a));
  if (formatNumber(least.mean, 1) === formatNumber(most.mean, 1)) return '';
  const write = ({ design, mean }: typeof least) =>
    `${formatNumber(mean, 1)} (“${designTitle(tables, design)}”)`;
  return ` Over the designs between ${write(least)} and ${write(most)} are new.`;
}
