import { namedSources } from '../../words/documents.ts';
import { designTitle } from '../../words/read.ts';
import {
  countSources,
  modelParameters,
  parameterValue,
  sourceHeadings,
  sourceKind,
  sourceKinds,
  sourcesSentence,
} from '../../words/sources.ts';
import type { ReportTables } from '../../words/tables.ts';
import { folded, type Html, html, table } from '../html.ts';
import { denseAssumptions } from './denseAssumptions.ts';

/** More numbers of a kind than this are folded away on screen. */
const MOST_UNFOLDED = 80;

/** Every number that went in, with its source: the assumptions on which the findings hang. Tables on screen, a dense list on paper. */
export function assumptionsSection(tables: ReportTables, title: string): Html {
  // Claims and published figures are no assumptions, and have sections of their own.
  const parameters = modelParameters(tables.parameters);
  const groups = sourceKinds.map((kind) => {
    const ofKind = parameters.filter((one) => sourceKind(one) === kind);
    const tableOf = (some: typeof ofKind, which: string) =>
      table(
        `${sourceHeadings[kind]}${which} (${some.length})`,
        ['Parameter', 'Value', 'Range', 'Meaning', 'Source'],
        some.map(lineOf),
      );
    const lineOf = (one: (typeof ofKind)[number]) => ({
      name: html`<code>${one.path}</code>${one.design && html`<small>${designTitle(tables, one.design)}</small>`}`,
      cells: [
        `${parameterValue(one.value)}${one.unit ? ` ${one.unit}` : ''}`,
        one.range ? `${parameterValue(one.range[0])} to ${parameterValue(one.range[1])}` : '',
        one.doc ?? '',
        one.source,
      ],
    });
    const own = ofKind.filter(({ origin }) => origin !== 'default');
    const byDefault = ofKind.filter(({ origin }) => origin === 'default');
    const fold = (some: typeof ofKind, which: string, always: boolean) =>
      some.length === 0
        ? html``
        : always || some.length > MOST_UNFOLDED
          ? folded(
              `${sourceHeadings[kind]}${which}: ${some.length} (in the folder: parameters.json)`,
              tableOf(some, which),
            )
          : tableOf(some, which);
    return html`${fold(own, '', false)}${fold(byDefault, ', by default', true)}`;
  });
  return html`<section id="assumptions"><h2>${title}</h2>
<p>${sourcesSentence(countSources(tables.parameters))}</p>
${documents(tables)}<div class="on-screen">${groups}</div>${denseAssumptions(tables, parameters)}</section>`;
}

function documents(tables: ReportTables): Html {
  const sources = namedSources(
    tables.manifest.sources ?? {},
    tables.parameters.map(({ source }) => source),
  );
  if (sources.length === 0) return html``;
  const entries = sources.map(({ name, about }) => html`<dt>${name}</dt><dd>${about}</dd>`);
  return html`<h3>Documents</h3><dl class="plain">${entries}</dl>`;
}
