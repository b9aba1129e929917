import { formatPercent, listInWords, NOT_DEFINED, sentenceCase } from '../words/format.ts';
import { designIds, designTitle, findingOf, readMean, sliceValues } from '../words/read.ts';
import { sliceTitle } from '../words/titles.ts';
import type { Chart } from './chart.ts';
import { designRows } from './designRows.ts';
import { frame } from './frame.ts';
import { type StackKind, stackPanel, stackParts } from './stackedBars.ts';
import { colours } from './style.ts';
import type { ReportTables } from './tables.ts';
import { barLabel } from './values.ts';

const MEASURE = 'staff.hoursShare';
const COLUMNS = 3;

/** A share narrower than this is not seen in any bar: about a pixel of the widest. */
const LEAST_SEEN = 0.002;

/** From the left of the bar; neighbours differ in lightness, so that they survive a grey print. */
const uses = [
  { kind: 'clients', name: 'Clients', colour: '#0b4f7d', ink: '#ffffff' },
  { kind: 'formOnly', name: 'Contacts in form only', colour: '#b9c9d6', ink: '#000000' },
  { kind: 'recording', name: 'Recording', colour: colours.orange, ink: '#000000' },
  { kind: 'otherDuties', name: 'Other duties', colour: '#7a7a7a', ink: '#ffffff' },
  { kind: 'onSlack', name: 'Duties on slack', colour: '#d9d9d9', ink: '#000000' },
  { kind: 'unclaimed', name: 'Unclaimed', colour: '#ffffff', ink: '#000000' },
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
    const partsOf = (some: readonly StackKind[]) =>
      panels.map((role) =>
        designs.map((design) => stackParts(tables, design, some, (use) => keyOf(use, role), 'share')),
      );
    const seen = partsOf(uses)
      .flat(2)
      .filter(({ from, to }) => to - from >= LEAST_SEEN);
    const present = uses.filter(({ kind }) => seen.some((part) => part.kind === kind));
    const drawn = partsOf(present);
    const unclaimed = present.some(({ kind }) => kind === 'unclaimed');
    return frame(tables, {
      id: this.id,
      title: this.title(tables),
      finding: this.finding(tables),
      reading: `Bars: mean shares of the hours at hand in a run, from clients on the left${unclaimed ? ' to hours that nobody claims on the right' : ''}.`,
      view: {
        columns,
        spacing: 22,
        concat: panels.map((role, index) =>
          stackPanel(
            {
              ...(role !== undefined && { heading: sentenceCase(sliceTitle(tables, 'role', role)) }),
              drawn: drawn[index],
              notes: designs.map(() => NOT_DEFINED),
              top: 1,
              axis: { title: 'Share of hours', ticks: { tickCount: 3, format: '~%' } },
              kindsAre: 'Hours for',
              present,
              figures: ({ from, to }) => [barLabel(to - from, 'share')],
              withTitles: index % columns === 0,
            },
            rows,
          ),
        ),
      },
    });
  },
};

const keyOf = (use: string, role?: string): string =>
  `${MEASURE}[use=${use}${role === undefined ? '' : `,role=${role}`}]`;

function hasDuties(tables: ReportTables, design: string): boolean {
  return (
    (readMean(tables, design, 'staff.dutyShare') ?? 0) > 0 &&
    readMean(tables, design, `${MEASURE}[use=clients]`) !== null
  );
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
  const first = `of all hours ${listInWords([`clients get ${formatPercent(share(own, 'clients'))}`, ...others])}.`;
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
