import { designIds, designTitle, findingOf, readMean } from '../words/read.ts';
import { timeSentence } from '../words/sentences.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels, fifthAxis, notDefinedLayer } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { axisTop, barLabel, type FifthValue, fifthIntervals, fifthValues, hasFifths } from './values.ts';

const MEASURE = 'hours.perClientWeek';

/** Who gets the time: contact hours per client-week by fifth of need, one panel a design. */
export const hoursByFifth: Chart = {
  id: 'hoursByFifth',
  title: () => "Who gets the caseworkers' time?",
  needs: (tables) => hasFifths(tables, MEASURE),
  finding(tables) {
    const { base } = tables.summary;
    return findingOf(tables, base, `${timeSentence(tables, base)}${othersSpan(tables)}`);
  },
  spec(tables) {
    const designs = designIds(tables);
    const all = designs.map((design) => fifthValues(tables, design, MEASURE, 'hours'));
    const top = axisTop(all.flat().map((value) => value.hi ?? value.mean));
    const base = all[0];
    const several = designs.length > 1;
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Bars: mean over runs.${several ? ' Black ticks: the base design.' : ''}`,
      intervals: fifthIntervals(tables, MEASURE, 'Upright lines: 95% interval of the mean'),
      view: designPanels(tables, ({ design, title, first, isBase, width, height }) => {
        const values = all[designs.indexOf(design)].map((value, index) => {
          const baseMean = base[index].mean;
          return {
            ...value,
            design: title,
            base: isBase ? null : baseMean,
            inFoot: hasRoom(value.mean, top) && (isBase || hasRoom(baseMean, top)),
            label: value.mean === null ? '' : barLabel(value.mean, 'hours'),
            labelAt: Math.max(value.hi ?? value.mean ?? 0, isBase ? 0 : (baseMean ?? 0)),
          };
        });
        const drawn = values.filter((value) => value.mean !== null);
        return {
          width,
          height,
          data: { values: drawn },
          layer: [
            {
              mark: { type: 'bar', color: isBase ? colours.muted : colours.blue },
              encoding: {
                x: fifthAxis,
                y: hoursAxis(top, first),
                tooltip: [
                  { field: 'design', type: 'nominal', title: 'Design' },
                  { field: 'fifth', type: 'nominal', title: 'Fifth of need' },
                  { field: 'value', type: 'nominal', title: 'Hours per client-week' },
                  { field: 'interval', type: 'nominal', title: '95% interval' },
                ],
              },
            },
            ...errorBar(fifthAxis),
            ...(isBase
              ? []
              : [
                  {
                    transform: [{ filter: 'isValid(datum.base)' }],
                    mark: {
                      type: 'tick',
                      color: colours.ink,
                      thickness: 2.5,
                      opacity: 1,
                      width: { band: 0.9 },
                    },
                    encoding: { x: fifthAxis, y: { field: 'base', type: 'quantitative' } },
                  },
                ]),
            insideLabels(drawn.filter(({ inFoot }) => inFoot)),
            labelLayer('!datum.inFoot'),
            ...notDefinedLayer(values.filter((value) => value.mean === null)),
          ],
        };
      }),
    });
  },
};

/** Whether a figure fits under the top of a bar, or under the tick of the base design, into the bar's foot. */
function hasRoom(mean: number | null, top: number): boolean {
  return mean !== null && mean > 0.13 * top;
}

function insideLabels(values: readonly FifthValue[]): ChartSpec {
  return {
    data: {
      values: values.map(({ fifth, mean }) => ({ fifth, label: barLabel(mean!, 'hours') })),
    },
    mark: { type: 'text', baseline: 'bottom', dy: -4, color: '#ffffff' },
    encoding: { x: fifthAxis, y: { datum: 0 }, text: { field: 'label', type: 'nominal' } },
  };
}

function hoursAxis(top: number, first: boolean): ChartSpec {
  return {
    field: 'mean',
    type: 'quantitative',
    scale: { domain: [0, top], nice: false },
    title: first ? 'Hours per client-week' : null,
    axis: { tickCount: 4, format: '.2~f' },
  };
}

/** Upright interval lines from `lo` to `hi`; where there is none, nothing is drawn. */
export function errorBar(x: ChartSpec, colour: string = colours.ink): ChartSpec[] {
  return [
    {
      transform: [{ filter: 'isValid(datum.lo) && isValid(datum.hi)' }],
      mark: { type: 'rule', color: colour, strokeWidth: 1.5 },
      encoding: { x, y: { field: 'lo', type: 'quantitative' }, y2: { field: 'hi' } },
    },
  ];
}

/** Figures above bars, at `labelAt`; of those bars alone that a filter lets through. */
export function labelLayer(filter?: string): ChartSpec {
  return {
    ...(filter !== undefined && { transform: [{ filter }] }),
    mark: { type: 'text', baseline: 'bottom', dy: -4 },
    encoding: {
      x: fifthAxis,
      y: { field: 'labelAt', type: 'quantitative' },
      text: { field: 'label', type: 'nominal' },
    },
  };
}

/** How far the designs differ in the hours of the hardest fifth; empty for one design. */
function othersSpan(tables: ReportTables): string {
  const hours = designIds(tables).flatMap((design) => {
    const mean = readMean(tables, design, `${MEASURE}[fifth=5]`);
    return mean === null ? [] : [{ design, mean }];
  });
  if (hours.length < 2) return '';
  const least = hours.reduce((a, b) => (b.mean < a.mean ? b : a));
  const most = hours.reduce((a, b) => (b.mean > a.mean ? b : a));
  if (least.mean === most.mean) return ' The hardest fifth gets the same hours in every design.';
  return ` Over the designs the hardest fifth gets between ${least.mean.toFixed(2)} (${designTitle(tables, least.design)}) and ${most.mean.toFixed(2)} hours (${designTitle(tables, most.design)}).`;
}
