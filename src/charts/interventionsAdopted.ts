import { formatNumber, sentenceCase } from '../words/format.ts';
import { designIds, designTitle, findingOf, readMean, readMeasure, sliceValues } from '../words/read.ts';
import { sliceTitle } from '../words/titles.ts';
import type { Chart } from './chart.ts';
import { designRows } from './designRows.ts';
import { frame } from './frame.ts';
import { stackPanel, stackParts } from './stackedBars.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
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
    const drawn = areas.map((area) =>
      designs.map((design) => stackParts(tables, design, kinds, (kind) => keyOf(area, kind), 'count')),
    );
    const present = kinds.filter(({ kind }) => drawn.flat(2).some((part) => part.kind === kind));
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading:
        'Bars: mean number of interventions in a run, from new ones (N) on the left over accelerated (A), local (L) and planned (P) to those that ran before (R). Each area has a scale of its own.',
      view: {
        columns,
        spacing: 22,
        concat: areas.map((area, index) =>
          stackPanel(
            {
              heading: sentenceCase(sliceTitle(tables, 'area', area)),
              drawn: drawn[index],
              notes: designs.map((design) => noteOf(tables, design, area)),
              top: axisTop(drawn[index].flat().map(({ to }) => to)),
              axis: { title: 'Interventions', ticks: { tickCount: 4, tickMinStep: 1, format: 'd' } },
              kindsAre: 'Why',
              present,
              figures: ({ kind, value }) => [`${letterOf(kind)} ${value}`, letterOf(kind)],
              withTitles: index % columns === 0,
            },
            rows,
          ),
        ),
      },
    });
  },
};

const letterOf = (kind: string): string => kinds.find((one) => one.kind === kind)!.letter;

const keyOf = (area: string, kind: string): string => `${MEASURE}[area=${area},additionality=${kind}]`;

/** A design with interventions that tells nothing of an area has no such area: areas may be pooled. */
function noteOf(tables: ReportTables, design: string, area: string): string {
  if (readMean(tables, design, MEASURE) === null) return 'nothing';
  const told = kinds.some(({ kind }) => readMeasure(tables, design, keyOf(area, kind)) !== undefined);
  return told ? 'nothing' : 'no such area';
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
