import { formatNumber } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import { designIds, designTitle, findingOf, readMean, readMeasure } from '../words/read.ts';
import { leaning } from '../words/sentences.ts';
import type { Chart } from './chart.ts';
import { frame } from './frame.ts';
import { designPanels } from './panels.ts';
import { colours, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';

/** Ranks of need at which the curve is measured, in percent of client-weeks. */
const ranks = Array.from({ length: 20 }, (_, index) => 5 * (index + 1));

/** How far time leans to the easy or the hard: the concentration curve of hours over need rank. */
export const timeCurve: Chart = {
  id: 'timeCurve',
  title: () => 'Does time lean to the easiest or to the hardest to help?',
  needs: (tables) =>
    designIds(tables).some((design) =>
      ranks.some((rank) => readMean(tables, design, `creaming.curve[rank=${rank}]`) !== null),
    ),
  finding: (tables) => curveFinding(tables),
  spec(tables) {
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Curve: share of all hours that the easiest so many percent of client-weeks get. Dashed diagonal: equal time. A curve above it leans to the easiest, below it to the hardest. C: concentration of hours, 0 where equal.',
      intervals: 'In brackets: its 95% interval.',
      view: designPanels(tables, ({ design, title, first, height }) => {
        const points = curvePoints(tables, design, title);
        const index = readMeasure(tables, design, 'creaming.concentration');
        const range = index ? intervalRange(index, 'index', '') : null;
        const label = [
          `C = ${index ? formatNumber(index.mean) : 'not measured'}`,
          ...(range ? [`(${range})`] : []),
        ].join('\n');
        const x = {
          field: 'rank',
          type: 'quantitative',
          scale: { domain: [0, 1] },
          title: 'Client-weeks, easiest first',
          axis: { format: '.0%', values: [0, 0.5, 1], grid: false, labelFlush: true },
        };
        const y = (field: string) => ({
          field,
          type: 'quantitative',
          scale: { domain: [0, 1] },
          title: first ? 'Share of hours' : null,
          axis: { format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] },
        });
        return {
          height,
          data: { values: points },
          layer: [
            {
              mark: { type: 'area', color: colours.blue, opacity: 0.25 },
              encoding: { x, y: y('share'), y2: { field: 'rank' } },
            },
            {
              mark: { type: 'line', color: colours.ink, strokeDash: [4, 3], strokeWidth: 1 },
              encoding: { x, y: y('rank') },
            },
            {
              mark: { type: 'line', color: colours.blue, strokeWidth: 2 },
              encoding: { x, y: y('share') },
            },
            {
              mark: { type: 'point', filled: true, size: 14, color: colours.blue },
              encoding: {
                x,
                y: y('share'),
                tooltip: [
                  { field: 'design', type: 'nominal', title: 'Design' },
                  { field: 'rankText', type: 'nominal', title: 'Easiest part of client-weeks' },
                  { field: 'value', type: 'nominal', title: 'Share of hours' },
                ],
              },
            },
            {
              data: { values: [{ label, rank: 0.98, share: 0.2 }] },
              mark: {
                type: 'text',
                align: 'right',
                baseline: 'top',
                lineBreak: '\n',
                lineHeight: 14,
                fontSize: SMALL,
              },
              encoding: { x, y: y('share'), text: { field: 'label', type: 'nominal' } },
            },
          ],
        };
      }),
    });
  },
};

/** The curve from the origin; points that are undefined are left out, and the line goes on to the next. */
function curvePoints(tables: ReportTables, design: string, title: string): object[] {
  const measured = ranks.flatMap((rank) => {
    const summary = readMeasure(tables, design, `creaming.curve[rank=${rank}]`);
    return summary === undefined || summary.mean === null ? [] : [{ rank: rank / 100, share: summary.mean }];
  });
  if (measured.length === 0) return [];
  return [{ rank: 0, share: 0 }, ...measured].map((point) => ({
    ...point,
    design: title,
    rankText: `${formatNumber(point.rank * 100, 0)}%`,
    value: `${formatNumber(point.share * 100, 1)}%`,
  }));
}

function curveFinding(tables: ReportTables): string {
  const { base } = tables.summary;
  const say = (design: string) => {
    const index = readMeasure(tables, design, 'creaming.concentration');
    return index && index.mean !== null
      ? `time ${leaning(index)} (C = ${formatNumber(index.mean)})`
      : 'the concentration of time is not defined';
  };
  const known = designIds(tables).flatMap((design) => {
    const mean = readMeasure(tables, design, 'creaming.concentration')?.mean;
    return mean === null || mean === undefined ? [] : [{ design, mean }];
  });
  const opening = findingOf(tables, base, `${say(base)}.`);
  if (known.length < 2) return opening;
  const easy = known.reduce((a, b) => (b.mean < a.mean ? b : a));
  const hard = known.reduce((a, b) => (b.mean > a.mean ? b : a));
  if (easy.mean === hard.mean) return `${opening} All designs have the same concentration.`;
  return `${opening} It stands lowest, most to the easiest, under “${designTitle(tables, easy.design)}” (C = ${formatNumber(easy.mean)}), and highest under “${designTitle(tables, hard.design)}” (C = ${formatNumber(hard.mean)}).`;
}
