import type { FittedParameter, FittedTarget } from '../../tables/fit.ts';
import { checkedFigure, doubtValue, verdictWords } from '../../words/fit.ts';
import {
  formatDifference,
  formatPercent,
  formatQuantity,
  listInWords,
  sentenceCase,
} from '../../words/format.ts';
import { SHORT_INTERVAL_NOTE } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { parameterNames, parameterValue } from '../../words/parameters.ts';
import { designIds, designTitle } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';

/** Every figure beside what the model says, before and after. */
export function fittedFiguresSection(tables: ReportTables): Html {
  const { targets, checkReplicates } = tables.study!.fit!;
  const { currency } = tables.manifest;
  const [base] = designIds(tables);
  const rows = targets.map((target: FittedTarget) => {
    const { title, design, measure, value, tolerance, source, before, after, verdict } = target;
    const quantity = measureQuantity(measure, tables);
    const say = (figure: number | null) => formatQuantity(figure, quantity, currency);
    const of = design === base ? '' : `, ${designTitle(tables, design)}`;
    return {
      name: html`${title}<small>${sentenceCase(measureName(measure, tables))}${of}</small>`,
      cells: [
        html`${say(value)}<small>${source}</small>`,
        formatDifference(tolerance, quantity, currency).replace('+', '±\u00a0'),
        say(before),
        say(after),
        checkedFigure(tables, target, checkReplicates),
        verdictWords[verdict],
      ],
    };
  });
  return html`<section id="figures" class="wide"><h2>The figures</h2>
<p>A search comes nearest in the luck that it was made with. So the fit is run again in ${checkReplicates} runs of other luck, and these are what counts: met where their mean lies within the tolerance, missed where their whole 95% interval lies outside, and otherwise it cannot be told. ${SHORT_INTERVAL_NOTE}</p>
${table('Published figures and the model', ['Figure', 'Published', 'Tolerance', 'Values of the file', 'Fitted, luck of the search', 'Fitted, other luck', ''], rows)}</section>`;
}

/** Every parameter that was fitted, with what the figures say of it. */
export function fittedParametersSection(tables: ReportTables): Html {
  const { parameters } = tables.study!.fit!;
  const names = parameterNames(tables.study!.varied);
  const rows = parameters.map(
    ({ path, along = [], before, after, from, to, atEnd, identified }: FittedParameter) => ({
      name: html`${sentenceCase(names.get(path)!)}<small>${listInWords([path, ...along])}</small>`,
      cells: [
        parameterValue(before),
        html`${parameterValue(after)}${atEnd && html`<small>at an end of its range</small>`}`,
        `${parameterValue(from)} to ${parameterValue(to)}`,
        ...(identified
          ? [
              formatPercent(identified.learnt, 0),
              `±\u00a0${doubtValue(identified.deviation)}`,
              identified.luck === null ? '' : `±\u00a0${doubtValue(identified.luck)}`,
              listInWords(identified.tradedWith.map((other) => names.get(other)!)),
            ]
          : ['', '', '', '']),
      ],
    }),
  );
  return html`<section id="fitted" class="wide"><h2>What the figures say of the parameters</h2>
<p>Before, each could lie anywhere in its range. “Doubt taken away” is how much of that the figures remove, if they are met within a tolerance; “left open” is what remains, as a standard deviation, to first order around the fit. “Luck” is how far the fitted value would move with other runs of the search. Two parameters that can make up for each other are not both found, however well the figures are met.</p>
${table('Fitted parameters', ['Parameter', 'In the file', 'Fitted', 'Range', 'Doubt taken away', 'Left open', 'Luck', 'Can be made up for by'], rows)}</section>`;
}
