import { formatQuantity, sentenceCase, spellName } from '../words/format.ts';
import { intervalRange, ONE_RUN } from '../words/intervals.ts';
import { designIds, designTitle, findingOf, readMean, readMeasure, sliceValues } from '../words/read.ts';
import { measureBounds, within } from './bounds.ts';
import type { Chart, ChartSpec } from './chart.ts';
import { type DesignRows, designRows } from './designRows.ts';
import { dotDomain } from './dotPanels.ts';
import { frame } from './frame.ts';
import { panelColumns, panelTitle } from './panels.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/** Most events that are drawn, in the order of the tables: paid ones first. */
const MOST_EVENTS = 3;
/** Most dispositions of which the first event is drawn. */
const MOST_DISPOSITIONS = 6;

const kinds = [
  { measure: 'event.count', name: 'Happened', shape: 'circle', colour: colours.blue, shift: -9 },
  { measure: 'recorded.count', name: 'Recorded', shape: 'square', colour: colours.vermilion, shift: 0 },
  { measure: 'paid.count', name: 'Paid for', shape: 'triangle-up', colour: colours.green, shift: 9 },
] as const;

const names = kinds.map(({ name }) => name);

/** What happened, what is on record and what was paid for: three series of one event, and of the first by who records it. */
export const reportedAgainstTrue: Chart = {
  id: 'reportedAgainstTrue',
  title: () => 'How far do records and payments stand from what happened?',
  needs: (tables) => shownEvents(tables).length > 0,
  finding: (tables) => recordFinding(tables),
  spec(tables) {
    const events = shownEvents(tables);
    const dispositions = shownDispositions(tables, events[0]);
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Mean number of events in a run. Circles: happened in the lives of clients. Squares: on record. Triangles: paid for. Left of the circles, squares show what the record leaves out; right of them, what it holds beyond life.' +
        (dispositions.length > 0
          ? ` Below: “${spellName(events[0])}” by the disposition of the caseworker who records it, all panels on one scale; none: the design has no such events.`
          : ''),
      intervals: 'Lines: 95% interval of the mean.',
      view: {
        vconcat: [
          line(
            tables,
            events.map((event) => ({ slice: `event=${event}`, title: sentenceCase(spellName(event)) })),
            false,
          ),
          ...(dispositions.length > 0
            ? [
                line(
                  tables,
                  dispositions.map((disposition) => ({
                    slice: `event=${events[0]},disposition=${disposition}`,
                    title: `${sentenceCase(spellName(events[0]))}, ${spellName(disposition)}`,
                  })),
                  true,
                ),
              ]
            : []),
        ],
        spacing: 18,
      },
    });
  },
};

/**
 * Events that are both true and recorded somewhere, where there is a duty of recording; those for which something is
 * paid come first.
 */
function shownEvents(tables: ReportTables): string[] {
  const counted = sliceValues(tables, 'event.count', 'event');
  const recorded = sliceValues(tables, 'recorded.count', 'event');
  const happened = (event: string, measure: string) =>
    designIds(tables).some((design) => (readMean(tables, design, `${measure}[event=${event}]`) ?? 0) > 0);
  const mayDiffer = (event: string) =>
    designIds(tables).some((design) => readMean(tables, design, `reported.gap[event=${event}]`) !== null);
  const both = counted.filter(
    (event) => recorded.includes(event) && mayDiffer(event) && happened(event, 'event.count'),
  );
  const paid = both.filter((event) => happened(event, 'paid.count'));
  const first = paid.length > 0 ? paid : both.filter((event) => event === tables.manifest.mainEvent);
  return (first.length > 0 ? first : both).slice(0, MOST_EVENTS);
}

/** Dispositions whose caseworkers have the event in some design; none where there are not several. */
function shownDispositions(tables: ReportTables, event: string): string[] {
  const found = sliceValues(tables, 'event.count', 'disposition').filter((disposition) =>
    designIds(tables).some(
      (design) =>
        (readMean(tables, design, `event.count[event=${event},disposition=${disposition}]`) ?? 0) > 0,
    ),
  );
  return found.length > 1 ? found.slice(0, MOST_DISPOSITIONS) : [];
}

interface Counted {
  slice: string;
  title: string;
}

/** Panels side by side, on one scale where they are parts of one whole. */
function line(tables: ReportTables, counted: readonly Counted[], oneScale: boolean): ChartSpec {
  const columns = panelColumns(counted.length);
  const rows = designRows(tables, designIds(tables), columns, oneScale ? 34 : 40);
  const values = counted.map(({ slice }) => seriesOf(tables, slice, rows));
  return {
    columns,
    spacing: 22,
    concat: counted.map(({ title }, index) =>
      seriesPanel(
        title,
        values[index],
        dotDomain(oneScale ? values.flat() : values[index], measureBounds('event.count')),
        rows,
        index % columns === 0,
      ),
    ),
  };
}

/** The three series of one event in all designs. */
function seriesOf(tables: ReportTables, slice: string, { labels }: DesignRows) {
  return designIds(tables).flatMap((design, index) => {
    const count = (measure: string) => readMean(tables, design, `${measure}[${slice}]`) ?? 0;
    // Nothing on either side: the design has no such caseworkers, or none who had the event.
    if (count('event.count') === 0 && count('recorded.count') === 0) return [];
    return kinds.flatMap(({ measure, name }) => {
      const summary = readMeasure(tables, design, `${measure}[${slice}]`);
      if (!summary || summary.mean === null) return [];
      return [
        {
          design: labels[index],
          title: designTitle(tables, design),
          kind: name,
          mean: summary.mean,
          lo: within(summary.lo, measureBounds(measure)),
          hi: summary.hi,
          value: formatQuantity(summary.mean, 'count', ''),
          interval: intervalRange(summary, 'count', '') ?? ONE_RUN,
        },
      ];
    });
  });
}

function seriesPanel(
  title: string,
  values: ReturnType<typeof seriesOf>,
  domain: [number, number],
  { labels, width, height, y: rowAxis }: DesignRows,
  withTitles: boolean,
): ChartSpec {
  const y = rowAxis(withTitles);
  const empty = labels.filter((label) => !values.some(({ design }) => design === label));
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { domain, nice: false },
    title: 'Events in a run',
    axis: { tickCount: 4, format: ',~r', labelOverlap: true },
  });
  const legend = { orient: 'top', title: null, symbolSize: 80 };
  const color = {
    field: 'kind',
    type: 'nominal',
    scale: { domain: names, range: kinds.map(({ colour }) => colour) },
    legend,
  };
  const shape = {
    field: 'kind',
    type: 'nominal',
    scale: { domain: names, range: kinds.map((kind) => kind.shape) },
    legend,
  };
  return {
    title: panelTitle(wrapText(title, width, 12, true)),
    width,
    height,
    data: { values },
    // Three marks of one row stand a little apart, so that equal numbers do not hide one another.
    layer: [
      ...kinds.flatMap(({ name, shift }) => [
        {
          transform: [{ filter: `datum.kind === '${name}' && isValid(datum.lo) && isValid(datum.hi)` }],
          mark: { type: 'rule', strokeWidth: 1.6, yOffset: shift },
          encoding: { y, x: x('lo'), x2: { field: 'hi' }, color },
        },
        {
          transform: [{ filter: `datum.kind === '${name}'` }],
          mark: { type: 'point', filled: true, size: 60, opacity: 1, yOffset: shift },
          encoding: {
            y,
            x: x('mean'),
            color,
            shape,
            tooltip: [
              { field: 'title', type: 'nominal', title: 'Design' },
              { field: 'kind', type: 'nominal', title: 'Events' },
              { field: 'value', type: 'nominal', title: 'Mean of runs' },
              { field: 'interval', type: 'nominal', title: '95% interval' },
            ],
          },
        },
      ]),
      ...(empty.length === 0
        ? []
        : [
            {
              data: { values: empty.map((design) => ({ design, note: 'none' })) },
              mark: { type: 'text', align: 'left', dx: 6, color: colours.muted },
              encoding: { y, x: { value: 0 }, text: { field: 'note', type: 'nominal' } },
            },
          ]),
    ],
  };
}

/** Between which designs fewest and most of what happened is paid for; empty where nothing differs. */
function paidSpan(tables: ReportTables, event: string): string {
  const found = designIds(tables).flatMap((design) => {
    const paid = readMean(tables, design, `paid.count[event=${event}]`);
    return paid === null ? [] : [{ design, paid }];
  });
  if (found.length < 2) return '';
  const least = found.reduce((a, b) => (b.paid < a.paid ? b : a));
  const most = found.reduce((a, b) => (b.paid > a.paid ? b : a));
  const figure = ({ paid }: typeof least) => formatQuantity(paid, 'count', '');
  const write = (one: typeof least) => `${figure(one)} (“${designTitle(tables, one.design)}”)`;
  if (figure(least) === figure(most)) return '';
  return ` Between ${write(least)} and ${write(most)} of them are paid for.`;
}

/** The design in which the record of the first event stands farthest from life. */
function recordFinding(tables: ReportTables): string {
  const [event] = shownEvents(tables);
  if (event === undefined) return 'No event was counted and recorded.';
  const found = designIds(tables).flatMap((design) => {
    const happened = readMean(tables, design, `event.count[event=${event}]`);
    const recorded = readMean(tables, design, `recorded.count[event=${event}]`);
    return happened === null || recorded === null ? [] : [{ design, happened, recorded }];
  });
  if (found.length === 0) return `Records of “${spellName(event)}” are not defined.`;
  const far = found.reduce((a, b) =>
    Math.abs(b.recorded - b.happened) > Math.abs(a.recorded - a.happened) ? b : a,
  );
  const write = (value: number) => formatQuantity(value, 'count', '');
  const alike = write(far.recorded) === write(far.happened);
  if (alike && found.length > 1)
    return `In every design as many “${spellName(event)}” events are on record as happened.${paidSpan(tables, event)}`;
  const paid = readMean(tables, far.design, `paid.count[event=${event}]`);
  const words = `of ${write(far.happened)} “${spellName(event)}” events ${write(far.recorded)} are on record${paid === null ? '' : ` and ${write(paid)} are paid for`}`;
  return findingOf(
    tables,
    far.design,
    `${words}${found.length > 1 ? ', the widest difference of all designs' : ''}.`,
  );
}
