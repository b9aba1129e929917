import { indicatorSentence, perThousand } from '../words/indicator.ts';
import { designIds, readMeasure } from '../words/read.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';

/** The parts in the order in which they are added, and the total. */
const parts = [
  { measure: 'indicator.trend', name: 'Anyway: trend and luck', colour: colours.ghost },
  { measure: 'indicator.served', name: 'Gain of the served', colour: colours.blue },
  { measure: 'indicator.substitution', name: 'Change of the others', colour: colours.orange },
  { measure: 'indicator.reporting', name: 'Reports beyond truth', colour: colours.purple },
] as const;
const TOTAL = { measure: 'indicator.rise', name: 'Rise as reported', colour: colours.ink } as const;
const names = [...parts, TOTAL].map(({ name }) => name);

/** Room for the names beside the first panel of a row, in pixels; the others have none. */
const LABEL_ROOM = 150;

/** A waterfall a design: what an indicator's rise is made of. */
export const indicatorParts: Chart = {
  id: 'indicatorParts',
  title: () => 'What is the rise of the indicator made of?',
  needs: (tables) =>
    [...parts, TOTAL].every(({ measure }) =>
      designIds(tables).some((design) => readMeasure(tables, design, measure) !== undefined),
    ),
  finding: (tables) => indicatorSentence(tables) || 'The rise of the indicator is not defined.',
  spec(tables) {
    const designs = designIds(tables);
    const steps = designs.map((design) => waterfall(tables, design));
    const ends = steps.flat().flatMap(({ from, to, lo, hi }) => [from, to, lo ?? to, hi ?? to]);
    const low = Math.min(0, ...ends);
    const high = Math.max(0, ...ends);
    const room = (high - low || 1) * 0.3;
    const domain = [low - room, high + room];
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Bars: what each part adds to the reported rate, one after the other; figures: how much, per 1,000 people and period. The black bar is their sum. The others: people whom the programme had not attached. The split is our own.',
      intervals: 'Thin lines: 95% interval of the part’s mean.',
      view: designPanels(
        tables,
        ({ design, title, first, width }) =>
          partsPanel(steps[designs.indexOf(design)], title, first, width, domain),
        designs,
        LABEL_ROOM,
      ),
    });
  },
};

interface Step {
  part: string;
  from: number;
  to: number;
  /** Ends of the interval, where the part's own end lies. */
  lo: number | null;
  hi: number | null;
  colour: string;
  figure: string;
}

/** Where each bar begins and ends, in events per 1,000 people; empty where a part is undefined. */
function waterfall(tables: ReportTables, design: string): Step[] {
  const steps: Step[] = [];
  let level = 0;
  for (const { measure, name, colour } of [...parts, TOTAL]) {
    const summary = readMeasure(tables, design, measure);
    if (!summary || summary.mean === null) return [];
    const scale = 1000;
    const from = measure === TOTAL.measure ? 0 : level;
    const at = (end: number | null) => (end === null ? null : from + end * scale);
    level = from + summary.mean * scale;
    steps.push({
      part: name,
      from,
      to: level,
      lo: at(summary.lo),
      hi: at(summary.hi),
      colour,
      figure: perThousand(summary.mean),
    });
  }
  return steps;
}

function partsPanel(
  steps: readonly Step[],
  title: string,
  first: boolean,
  width: number,
  domain: number[],
): ChartSpec {
  const y = {
    field: 'part',
    type: 'nominal',
    sort: names,
    scale: { domain: names },
    title: null,
    axis: { labels: first, labelLimit: 0, ticks: false, domain: false, grid: false },
  };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    title: 'Events per 1,000 people',
    axis: { tickCount: width > 200 ? 5 : 3, format: '~r', labelOverlap: true },
  });
  if (steps.length === 0) return { height: 130, ...notDefinedPanel(title) };
  return {
    height: 130,
    data: {
      values: steps.map((step) => ({
        ...step,
        design: title,
        labelAt: Math.max(step.from, step.to, step.hi ?? step.to),
      })),
    },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: colours.ink, strokeWidth: 1 },
        encoding: { x: { datum: 0, type: 'quantitative', scale: { domain, nice: false } } },
      },
      {
        mark: { type: 'bar', height: { band: 0.6 }, stroke: colours.ink, strokeWidth: 0.6 },
        encoding: {
          y,
          x: x('from'),
          x2: { field: 'to' },
          color: { field: 'colour', type: 'nominal', scale: null, legend: null },
          tooltip: [
            { field: 'design', type: 'nominal', title: 'Design' },
            { field: 'part', type: 'nominal', title: 'Part' },
            { field: 'figure', type: 'nominal', title: 'Per 1,000 people' },
          ],
        },
      },
      {
        transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
        mark: { type: 'rule', strokeWidth: 1.4, color: colours.muted },
        encoding: { y, x: x('lo'), x2: { field: 'hi' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
        encoding: { y, x: x('labelAt'), text: { field: 'figure', type: 'nominal' } },
      },
    ],
  };
}

function notDefinedPanel(design: string): ChartSpec {
  return {
    data: { values: [{ design, note: 'not defined' }] },
    mark: { type: 'text' },
    encoding: { text: { field: 'note', type: 'nominal' } },
  };
}
