import { formatQuantity, NOT_DEFINED, sentenceCase } from '../../words/format.ts';
import { intervalRange } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { comparedTables, designIds, designTitle, readMeasure } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import {
  worldMeanings,
  worldNames,
  worldsShown,
  yardstickFinding,
  yardstickKeys,
} from '../../words/worlds.ts';
import { type Html, html, type Row, table } from '../html.ts';

/** Each design beside its companion worlds. Empty where none was asked for. Takes the tables with all designs. */
export function yardsticksSection(tables: ReportTables, title: string): Html {
  const worlds = worldsShown(tables);
  const keys = yardstickKeys(tables);
  if (worlds.length === 0 || keys.length === 0) return html``;
  const designs = designIds(comparedTables(tables));
  const columns = ['', ...worlds.map((world) => `@${world}`)];
  const rows = keys.flatMap((key): Row[] => [
    { heading: sentenceCase(measureName(key, tables)) },
    ...designs.map((design) => ({
      name: designTitle(comparedTables(tables), design),
      cells: columns.map((world) => cell(tables, `${design}${world}`, key)),
    })),
  ]);
  return html`<section id="yardsticks"><h2>${title}</h2>
<p>Each design as it was run, and in companion worlds with the same people and the same luck: ${worlds.map((world, at) => html`${at > 0 && '; '}<strong>${worldNames[world]}</strong>, ${worldMeanings[world]}`)}. They are no proposals: they show how far a design is from what the same hours could do. ${yardstickFinding(tables)}</p>
${table('Means in each world, with the 95% interval', ['Design', 'As run', ...worlds.map((world) => sentenceCase(worldNames[world]))], rows)}</section>`;
}

function cell(tables: ReportTables, design: string, key: string): Html {
  const summary = readMeasure(tables, design, key);
  if (!summary) return html`not measured`;
  if (summary.mean === null) return html`${NOT_DEFINED}${summary.why && html`<small>${summary.why}</small>`}`;
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const interval = intervalRange(summary, quantity, currency);
  return html`${formatQuantity(summary.mean, quantity, currency)}${interval && html`<small>${interval}</small>`}`;
}
