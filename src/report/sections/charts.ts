import type { DrawnChart } from '../../charts/chart.ts';
import { listInWords } from '../../words/format.ts';
import { designsApart, designTitle, withoutYardsticks } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { Html, html, jsonBlock } from '../html.ts';

/** The charts: pictures in the page, and beside each its specification, from which the script makes it live. */
export function chartsSection(
  tables: ReportTables,
  charts: readonly DrawnChart[],
  interactive: boolean,
): Html {
  if (charts.length === 0) return html``;
  const figures = charts.map(
    (chart) => html`<figure id="chart-${chart.id}" data-chart="${chart.id}">
<div class="static">${inlineSvg(chart)}</div>
${interactive && html`<div class="live" hidden></div><script type="application/json" class="chart-spec">${jsonBlock(chart.spec)}</script>`}
</figure>`,
  );
  return html`<section id="charts"><h2>Charts</h2>
<p class="note">The figures behind the charts are in the tables below.${apartNote(tables)}</p>${figures}</section>`;
}

function apartNote(tables: ReportTables): string {
  const apart = designsApart(withoutYardsticks(tables)).map((id) => `“${designTitle(tables, id)}”`);
  if (apart.length === 0) return '';
  return ` ${listInWords(apart)} ${apart.length === 1 ? 'is' : 'are'} in the tables alone: yardsticks that would stretch every scale.`;
}

/**
 * A drawn chart for use inside a page: named for readers who do not see it, and with ids of its own, since
 * every drawing of vega numbers its clipping paths from 0.
 */
export function inlineSvg(chart: DrawnChart): Html {
  const description = String(chart.spec.description ?? chart.title);
  const renamed = chart.svg
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(/^<!DOCTYPE[^>]*>\s*/, '')
    .replaceAll(/ id="([^"]+)"/g, ` id="${chart.id}-$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${chart.id}-$1)`);
  return new Html(renamed.replace('<svg ', `<svg ${html`role="img" aria-label="${description}"`.text} `));
}
