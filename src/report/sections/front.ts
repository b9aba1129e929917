import type { FilePoint, FrontMember } from '../../tables/front.ts';
import { formatDifference, formatPercent, formatQuantity, sentenceCase } from '../../words/format.ts';
import { goalFigure } from '../../words/front.ts';
import { limitName, standingInWords } from '../../words/frontChecks.ts';
import { SHORT_INTERVAL_NOTE } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { parameterNames, parameterValue } from '../../words/parameters.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';

/** The front, place by place, then what was told in other luck and is not on it, then the scenario as it stands. */
export function frontSection(tables: ReportTables): Html {
  const { front, varied } = tables.study!;
  const { members, file, goals, limits, check } = front!;
  const names = parameterNames(varied);
  // The scenario as it stands has a row of its own, unless it is a place of the front.
  const shown = members.filter(({ place, point }) => place !== null || point !== file.point);
  const rows = shown.map((one) => ({
    name:
      one.place === null
        ? `Point ${one.point}`
        : html`${one.place}<small><code>${one.file ?? ''}</code></small>`,
    cells: [
      ...varied.map(({ path }) =>
        one.settings[path] === undefined ? '' : parameterValue(one.settings[path]),
      ),
      ...figures(tables, one),
      standingInWords(tables, one.standing),
    ],
  }));
  const own = {
    name: 'As it stands',
    cells: [
      ...varied.map(({ stated }) => (stated === undefined ? '' : parameterValue(stated))),
      ...figures(tables, file),
      standingInWords(tables, file.standing),
    ],
  };
  const headings = [
    'Place',
    ...varied.map(({ path }) => sentenceCase(names.get(path)!)),
    ...goals.map(
      ({ measure, better }) => `${sentenceCase(measureName(measure, tables))} (${better} is better)`,
    ),
    ...limits.map((limit) => `Chance that it keeps to ${limitName(tables, limit)}`),
    'With other luck',
  ];
  const luck = check.done
    ? `Figures are from ${check.replicates} runs of other luck than the search had, with 95% intervals; then the paired difference from the scenario as it stands; then, in brackets, the figure by which the point was chosen. ${SHORT_INTERVAL_NOTE}`
    : 'The search was stopped before the front was told in other luck: these are the figures by which its points were chosen, and they flatter them.';
  return html`<section id="front" class="wide"><h2>The front</h2>
<p>${luck}${members.some(({ file: name }) => name !== null) && html` Each place is a scenario of its own beside this page: <code>front/</code>.`}${check.done && html` The same runs again: <code>streetlevel run front/… --seed &quot;${check.seed}&quot; --replicates ${String(check.replicates)}</code>.`}</p>
${table('The front and what it was held against', headings, [...rows, own])}</section>`;
}

function figures(tables: ReportTables, one: FrontMember | FilePoint): Html[] {
  const front = tables.study!.front!;
  const { currency } = tables.manifest;
  return [
    ...front.goals.map(({ measure }, goal) => {
      const quantity = measureQuantity(measure, tables);
      const { fromFile, search } = one.goals[goal];
      const difference =
        fromFile.mean === null ? '' : `; ${formatDifference(fromFile.mean, quantity, currency)}`;
      const chosenBy = front.check.done ? ` [${formatQuantity(search, quantity, currency)}]` : '';
      return html`${goalFigure(tables, front, one, goal)}${difference}${chosenBy}`;
    }),
    ...front.limits.map((_, limit) => {
      const { chance } = one.limits[limit];
      return html`${chance === null ? '' : formatPercent(chance, 0)}`;
    }),
  ];
}
