import { formatPercent, listInWords, sentenceCase, spellName } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import { designIds, designTitle, findingOf, readMean, readMeasure, sliceValues } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';
import { barLabel } from './values.ts';

const MEASURE = 'staff.hoursShare';
const COLUMNS = 3;

/** From the left of the bar; neighbours differ in lightness, so that they survive a grey print. */
const uses = [
  { use: 'clients', name: 'Clients', colour: '#0b4f7d', ink: '#ffffff' },
  { use: 'formOnly', name: 'Contacts in form only', colour: '#b9c9d6', ink: '#000000' },
  { use: 'recording', name: 'Recording', colour: colours.orange, ink: '#000000' },
  { use: 'otherDuties', name: 'Other duties', colour: '#7a7a7a', ink: '#ffffff' },
  { use: 'onSlack', name: 'Duties on slack', colour: '#d9d9d9', ink: '#000000' },
  { use: 'unclaimed', name: 'Unclaimed', colour: '#ffffff', ink: '#000000' },
] as const;

/** What caseworkers' hours go to: one bar a design, stacked by use, one panel a role. */
export const hoursSplit: Chart = {
  id: 'hoursSplit',
  title: () => "What do caseworkers' hours go to?",
  needs: (tables) => designIds(tables).some((design) => hasDuties(tables, design)),
  finding: (tables) => splitFinding(tables),
  spec(tables) {
    const designs = designIds(tables);
    const roles = sliceValues(tables, MEASURE, 'role');
    // One role is everybody.
    const panels = roles.length > 1 ? roles : [undefined];
    const columns = Math.min(COLUMNS, panels.length);
    const rows = designRows(tables, designs, columns);
    const drawn = panels.map((role) => designs.map((design) => partsOf(tables, design, role)));
    const present = uses.filter(({ use }) => drawn.flat(2).some((part) => part.use === use));
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Bars: mean shares of the hours at hand in a run, from clients on the left to hours that nobody claims on the right.',
      view: {
        columns,
        spacing: 22,
        concat: panels.map((role, index) =>
          splitPanel(role, drawn[index], rows, present, index % columns === 0),
        ),
      },
    });
  },
};

function hasDuties(tables: ReportTables, design: string): boolean {
  return (
    (readMean(tables, design, 'staff.dutyShare') ?? 0) > 0 &&
    readMean(tables, design, `${MEASURE}[use=clients]`) !== null
  );
}

interface Part {
  use: string;
  name: string;
  title: string;
  from: number;
  to: number;
  value: string;
  interval: string;
}

/** The uses of one design's hours beside one another; what is undefined or 0 takes no room. */
function partsOf(tables: ReportTables, design: string, role: string | undefined): Part[] {
  let from = 0;
  return uses.flatMap(({ use, name }) => {
    const key = `${MEASURE}[use=${use}${role === undefined ? '' : `,role=${role}`}]`;
    const summary = readMeasure(tables, design, key);
    if (!summary || summary.mean === null || summary.mean <= 0) return [];
    const part = {
      use,
      name,
      title: designTitle(tables, design),
      from,
      to: from + summary.mean,
      value: formatPercent(summary.mean),
      interval: intervalRange(summary, 'share', '') ?? 'one run, no interval',
    };
    from = part.to;
    return [part];
  });
}

function splitPanel(
  role: string | undefined,
  drawn: Part[][],
  { labels, width, height, y: rowAxis }: DesignRows,
  present: readonly (typeof uses)[number][],
  withTitles: boolean,
): ChartSpec {
  const values = drawn.flatMap((parts, index) => parts.map((part) => ({ ...part, design: labels[index] })));
  const y = rowAxis(withTitles);
  const x = {
    field: 'from',
    type: 'quantitative',
    scale: { domain: [0, 1], nice: false, clamp: true },
    title: 'Share of hours',
    axis: { tickCount: 3, format: '~%', labelOverlap: true },
  };
  const legend = { orient: 'top', title: null, symbolSize: 120, symbolType: 'square', columns: 3 };
  const color = {
    field: 'name',
    type: 'nominal',
    scale: { domain: present.map(({ name }) => name), range: present.map(({ colour }) => colour) },
    legend: { ...legend, symbolStrokeColor: colours.muted, symbolStrokeWidth: 1 },
  };
  const undefinedRows = labels.filter((_, index) => drawn[index].length === 0);
  return {
    ...(role === undefined
      ? {}
      : { title: panelTitle(wrapText(sentenceCase(spellName(role)), width, 12, true)) }),
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
            { field: 'name', type: 'nominal', title: 'Hours for' },
            { field: 'value', type: 'nominal', title: 'Mean of runs' },
            { field: 'interval', type: 'nominal', title: '95% interval' },
          ],
        },
      },
      ...present.map(({ use, ink }) => ({
        data: { values: values.filter((part) => part.use === use).flatMap((part) => figure(part, width)) },
        mark: { type: 'text', color: ink, baseline: 'middle', fontSize: SMALL },
        encoding: {
          y,
          x: { ...x, field: 'middle' },
          text: { field: 'label', type: 'nominal' },
        },
      })),
      {
        data: { values: undefinedRows.map((design) => ({ design, note: 'not defined' })) },
        mark: { type: 'text', align: 'left', dx: 6 },
        encoding: { y, x: { value: 0 }, text: { field: 'note', type: 'nominal' } },
      },
    ],
  };
}

/** The figure inside a part, where there is room for it. */
function figure(part: Part & { design: string }, width: number): object[] {
  const label = barLabel(part.to - part.from, 'share');
  if ((part.to - part.from) * width < textWidth(label, SMALL) + 6) return [];
  return [{ design: part.design, middle: (part.from + part.to) / 2, label }];
}

function splitFinding(tables: ReportTables): string {
  const designs = designIds(tables);
  const own = designs.find((design) => hasDuties(tables, design));
  if (own === undefined) return 'No hours of duties are defined.';
  const share = (design: string, use: string) => readMean(tables, design, `${MEASURE}[use=${use}]`) ?? 0;
  const words = { formOnly: 'contacts in form only', recording: 'recording', otherDuties: 'other duties' };
  const others = [...Object.entries(words), ['onSlack', 'duties on slack'] as const]
    .filter(([use]) => share(own, use) >= 0.0005)
    .map(([use, name]) => `${name} ${formatPercent(share(own, use))}`);
  const first = `of all hours clients get ${formatPercent(share(own, 'clients'))}, ${listInWords(others)}.`;
  return findingOf(tables, own, `${first}${clientSpan(tables, designs)}`);
}

/** How far the designs differ in what clients get; empty where they do not. */
function clientSpan(tables: ReportTables, designs: readonly string[]): string {
  const found = designs.flatMap((design) => {
    const mean = readMean(tables, design, `${MEASURE}[use=clients]`);
    return mean === null ? [] : [{ design, mean }];
  });
  const least = found.reduce((a, b) => (b.mean < a.mean ? b : a));
  const most = found.reduce((a, b) => (b.mean > a.mean ? b : a));
  if (formatPercent(least.mean) === formatPercent(most.mean)) return '';
  const write = ({ design, mean }: typeof least) =>
    `${formatPercent(mean)} (“${designTitle(tables, design)}”)`;
  return ` Over the designs clients get between ${write(least)} and ${write(most)}.`;
}
