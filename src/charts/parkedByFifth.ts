import { designIds, fifths, findingOf, readMean } from '../words/read.ts';
import { parkedSentence } from '../words/sentences.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { errorBar, labelLayer } from './hoursByFifth.ts';
import { designPanels, fifthAxis, notDefinedLayer } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { axisTop, barLabel, fifthIntervals, fifthValues } from './values.ts';

/** From the bottom of the bar upwards; the three differ in lightness, so that they survive a grey print. */
const kinds = [
  { kind: 'unseen', label: 'Unseen: no real contact', colour: '#0b4f7d', ink: '#ffffff' },
  {
    kind: 'holding',
    label: 'Holding: only contact that matches no barrier',
    colour: colours.orange,
    ink: '#000000',
  },
  { kind: 'token', label: 'Token: contact on paper only', colour: '#e9e3c8', ink: '#000000' },
] as const;

/** Parts smaller than this share of the axis have no room for a figure inside. */
const ROOM_FOR_LABEL = 0.13;

/** Below this an axis in whole percent repeats itself, and shares next to nothing would fill the picture. */
const LEAST_TOP = 0.05;

/** Who is parked, and in which way: share of client-weeks by fifth, stacked by kind, one panel a design. */
export const parkedByFifth: Chart = {
  id: 'parkedByFifth',
  title: () => 'Who is parked, and in which way?',
  needs: anybodyParked,
  finding(tables) {
    const { base } = tables.summary;
    return findingOf(tables, base, `${parkedSentence(tables, base)}`);
  },
  spec(tables) {
    const designs = designIds(tables);
    const totals = designs.map((design) => fifthValues(tables, design, 'parking.share', 'share'));
    const parts = designs.map((design) => stackedParts(tables, design));
    const tops = [
      ...totals.flat().map((total) => total.hi ?? total.mean),
      ...parts.flat().map((part) => part.to),
    ];
    const present = kinds.filter(({ kind }) => parts.flat().some((part) => part.id === kind));
    const top = Math.min(1.12, Math.max(LEAST_TOP, axisTop(tops)));
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: 'Bars: mean share of client-weeks, stacked by kind.',
      intervals: fifthIntervals(
        tables,
        'parking.share',
        'Upright lines: 95% interval of the mean of all kinds together',
      ),
      params: [
        {
          name: 'kindShown',
          select: { type: 'point', fields: ['kind'] },
          bind: 'legend',
          views: designs.map((_, index) => `parked${index}`),
        },
      ],
      view: designPanels(tables, ({ design, title, first, height }) => {
        const at = designs.indexOf(design);
        const own = parts[at].map((part) => ({ ...part, design: title }));
        const drawnTotals = totals[at]
          .filter((total) => total.mean !== null)
          .map((total) => ({
            ...total,
            label: barLabel(total.mean!, 'share'),
            labelAt: Math.max(total.hi ?? 0, total.mean!),
          }));
        const missing = totals[at].filter((total) => total.mean === null);
        return {
          height,
          layer: [
            partsLayer(`parked${at}`, own, present, top, first),
            ...present.map(({ kind, label, ink }) => ({
              data: { values: own.filter((part) => part.id === kind && hasFigure(part, own, top)) },
              mark: { type: 'text', color: ink, baseline: 'middle', description: label },
              encoding: {
                x: fifthAxis,
                y: { field: 'middle', type: 'quantitative' },
                text: { field: 'label', type: 'nominal' },
              },
            })),
            { data: { values: drawnTotals }, layer: [...errorBar(fifthAxis), labelLayer()] },
            ...notDefinedLayer(missing),
          ],
        };
      }),
    });
  },
};

interface StackedPart {
  id: string;
  kind: string;
  fifth: string;
  from: number;
  to: number;
  middle: number;
  label: string;
  value: string;
  interval: string;
}

/** Whether anybody is parked in any way under any design. */
function anybodyParked(tables: ReportTables): boolean {
  return designIds(tables).some((design) =>
    kinds.some(({ kind }) =>
      fifths.some((fifth) => (readMean(tables, design, `parking.${kind}[fifth=${fifth}]`) ?? 0) > 0),
    ),
  );
}

/** A kind that is alone in its bar is what the figure over the bar says. */
function hasFigure({ fifth, from, to }: StackedPart, own: readonly StackedPart[], top: number): boolean {
  return to - from > ROOM_FOR_LABEL * top && own.filter((part) => part.fifth === fifth).length > 1;
}

/** The kinds of one design on top of one another; what is undefined or 0 takes no room. */
function stackedParts(tables: ReportTables, design: string): StackedPart[] {
  const floor: Record<string, number> = {};
  return kinds.flatMap(({ kind, label }) =>
    fifthValues(tables, design, `parking.${kind}`, 'share').flatMap((value) => {
      if (value.mean === null || value.mean <= 0) return [];
      const from = floor[value.fifth] ?? 0;
      const to = from + value.mean;
      floor[value.fifth] = to;
      return [
        {
          id: kind,
          kind: label,
          fifth: value.fifth,
          from,
          to,
          middle: (from + to) / 2,
          label: barLabel(value.mean, 'share'),
          value: value.value,
          interval: value.interval,
        },
      ];
    }),
  );
}

function partsLayer(
  name: string,
  values: object[],
  present: readonly (typeof kinds)[number][],
  top: number,
  first: boolean,
): ChartSpec {
  return {
    name,
    data: { values },
    mark: { type: 'bar', stroke: '#ffffff', strokeWidth: 0.8 },
    encoding: {
      x: fifthAxis,
      y: {
        field: 'from',
        type: 'quantitative',
        scale: { domain: [0, top], nice: false },
        title: first ? 'Share of client-weeks' : null,
        axis: { tickCount: 4, format: '.0%' },
      },
      y2: { field: 'to' },
      color: {
        field: 'kind',
        type: 'nominal',
        scale: { domain: present.map(({ label }) => label), range: present.map(({ colour }) => colour) },
        legend: { orient: 'top', direction: 'horizontal', columns: 3, title: null, symbolType: 'square' },
      },
      opacity: { condition: { param: 'kindShown', value: 1 }, value: 0.15 },
      tooltip: [
        { field: 'design', type: 'nominal', title: 'Design' },
        { field: 'fifth', type: 'nominal', title: 'Fifth of need' },
        { field: 'kind', type: 'nominal', title: 'Kind' },
        { field: 'value', type: 'nominal', title: 'Share of client-weeks' },
        { field: 'interval', type: 'nominal', title: '95% interval' },
      ],
    },
  };
}
