import { formatNumber, sentenceCase, spellName } from '../words/format.ts';
import { intervalRange } from '../words/intervals.ts';
import {
  designIds,
  designTitle,
  fifths,
  findingOf,
  readMean,
  readMeasure,
  sliceValues,
} from '../words/read.ts';
import type { Chart } from './chart.ts';
import { frame } from './frame.ts';
import { panelTitle } from './panels.ts';
import { CHART_WIDTH, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

const MEASURE = 'hours.byDisposition';

/** With more designs than this only the base is shown: the figures would be too small to read. */
const MOST_DESIGNS = 4;

/** Who decides what: hours per client-week by the caseworker's disposition and the client's fifth. */
export const whoDecides: Chart = {
  id: 'whoDecides',
  title: () => 'Which caseworkers give their time to whom?',
  needs: (tables) => shownDispositions(tables, shownDesigns(tables)).length > 0,
  finding: (tables) => decidesFinding(tables),
  spec(tables) {
    const designs = shownDesigns(tables);
    const own = designs.map((design) => shownDispositions(tables, [design]));
    const dispositions = shownDispositions(tables, designs);
    const columns = designs.length === 1 ? 1 : 2;
    const labelOf = (disposition: string) => sentenceCase(spellName(disposition));
    const labelRoom = Math.max(...dispositions.map((id) => textWidth(labelOf(id), SMALL))) + 16;
    const missing = own.some(({ length }) => length > 0 && length < dispositions.length);
    const width = Math.min(420, Math.floor(CHART_WIDTH / columns - labelRoom - 12));
    const means = designs.flatMap((design) =>
      dispositions.flatMap((disposition) =>
        fifths.map((fifth) => readMean(tables, design, cellKey(disposition, fifth)) ?? 0),
      ),
    );
    const top = Math.max(...means) || 1;
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Figures: mean contact hours per client-week; darker is more.${missing ? ' Dispositions that no caseworker of a design has are left out.' : ''}${designs.length < designIds(tables).length ? ' The base design is shown; the tables hold the others.' : ''}`,
      view: {
        columns,
        concat: designs.map((design, at) => ({
          title: panelTitle(wrapText(designTitle(tables, design), width + labelRoom, 12, true)),
          width,
          height: (own[at].length || 1) * 34,
          data: { values: cells(tables, design, own[at], top) },
          encoding: {
            x: {
              field: 'fifth',
              type: 'ordinal',
              sort: [...fifths],
              title: 'Fifth of need (1 easiest, 5 hardest)',
              axis: { labelAngle: 0, domain: false, ticks: false },
            },
            y: {
              field: 'disposition',
              type: 'nominal',
              sort: own[at].map(labelOf),
              title: null,
              axis: { labelLimit: 0, domain: false, ticks: false },
            },
          },
          layer: [
            {
              mark: { type: 'rect', stroke: '#ffffff', strokeWidth: 2 },
              encoding: {
                color: {
                  field: 'hours',
                  type: 'quantitative',
                  scale: { domain: [0, top], range: ['#f3f7fb', '#08306b'], interpolate: 'lab' },
                  legend: null,
                },
                tooltip: [
                  { field: 'design', type: 'nominal', title: 'Design' },
                  { field: 'disposition', type: 'nominal', title: 'Disposition' },
                  { field: 'fifth', type: 'nominal', title: 'Fifth of need' },
                  { field: 'figure', type: 'nominal', title: 'Hours per client-week' },
                  { field: 'interval', type: 'nominal', title: '95% interval' },
                ],
              },
            },
            {
              mark: {
                type: 'text',
                fontSize: 12,
                lineBreak: '\n',
                lineHeight: 13,
                dy: { expr: 'isValid(datum.hours) ? 0 : -6' },
              },
              encoding: {
                text: { field: 'figure', type: 'nominal' },
                color: { condition: { test: 'datum.dark', value: '#ffffff' }, value: '#000000' },
              },
            },
          ],
        })),
      },
    });
  },
};

function shownDesigns(tables: ReportTables): string[] {
  const all = designIds(tables);
  return all.length <= MOST_DESIGNS ? all : all.slice(0, 1);
}

/** Without those that no caseworker of the designs has: their rows would be empty. */
function shownDispositions(tables: ReportTables, designs: readonly string[]): string[] {
  return sliceValues(tables, MEASURE, 'disposition').filter((disposition) =>
    designs.some((design) =>
      fifths.some((fifth) => readMean(tables, design, cellKey(disposition, fifth)) !== null),
    ),
  );
}

function cellKey(disposition: string, fifth: string): string {
  return `${MEASURE}[disposition=${disposition},fifth=${fifth}]`;
}

function cells(tables: ReportTables, design: string, dispositions: string[], top: number): object[] {
  return dispositions.flatMap((disposition) =>
    fifths.map((fifth) => {
      const summary = readMeasure(tables, design, cellKey(disposition, fifth));
      const hours = summary?.mean ?? null;
      return {
        design: designTitle(tables, design),
        disposition: sentenceCase(spellName(disposition)),
        fifth,
        hours,
        // In two lines it fits into the narrowest cell.
        figure: hours === null ? 'not\ndefined' : formatNumber(hours),
        interval: (summary && intervalRange(summary, 'hours', '')) ?? 'none',
        dark: hours !== null && hours > 0.55 * top,
      };
    }),
  );
}

/** The disposition that leans most to the easiest, and the one that leans most to the hardest. */
function decidesFinding(tables: ReportTables): string {
  const { base } = tables.summary;
  const leans = sliceValues(tables, MEASURE, 'disposition').flatMap((disposition) => {
    const easy = readMean(tables, base, cellKey(disposition, '1'));
    const hard = readMean(tables, base, cellKey(disposition, '5'));
    return easy === null || hard === null || easy + hard === 0
      ? []
      : [{ disposition, easy, hard, lean: (easy - hard) / (easy + hard) }];
  });
  if (leans.length === 0) return findingOf(tables, base, `hours by disposition are not defined.`);
  const hours = ({ disposition, easy, hard }: (typeof leans)[number]) =>
    `${spellName(disposition)} caseworkers give the easiest fifth ${formatNumber(easy)} and the hardest ${formatNumber(hard)} hours per client-week`;
  const most = leans.reduce((a, b) => (b.lean > a.lean ? b : a));
  const least = leans.reduce((a, b) => (b.lean < a.lean ? b : a));
  return most === least
    ? findingOf(tables, base, `${hours(most)}.`)
    : findingOf(tables, base, `${hours(most)}; ${hours(least)}.`);
}
