import type { DrawnChart } from '../../charts/chart.ts';
import { type FigureTable, figureTables } from '../../charts/figureTable.ts';
import { listInWords } from '../../words/format.ts';
import { saidOnce } from '../../words/intervals.ts';
import { designsApart, designTitle, withoutYardsticks } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { Html, html, jsonBlock } from '../html.ts';

/** Longer tables than this are not told beside a chart: they are a file of the folder, and would drown the page. */
const MOST_FIGURES = 150;

/** Charts of a page, which each section takes from by their ids. */
export class PageCharts {
  private readonly left: DrawnChart[];
  private readonly interactive: boolean;

  constructor(charts: readonly DrawnChart[], interactive: boolean) {
    this.left = [...charts];
    this.interactive = interactive;
  }

  /** The figures of these charts, as far as they were drawn and no section took them before. */
  take(...ids: string[]): Html[] {
    return this.drawn(ids, () => undefined);
  }

  private drawn(ids: readonly string[], told: (chart: DrawnChart) => string | undefined): Html[] {
    return ids.flatMap((id) => {
      const at = this.left.findIndex((chart) => chart.id === id);
      return at < 0
        ? []
        : this.left.splice(at, 1).map((chart) => figure(chart, this.interactive, told(chart)));
    });
  }

  /** The first of these charts that was drawn. */
  takeFirst(...ids: string[]): Html[] {
    const found = ids.find((id) => this.left.some((chart) => chart.id === id));
    return found === undefined ? [] : this.take(found);
  }

  /** The first that nobody took. */
  takeNext(): Html[] {
    return this.take(...this.left.slice(0, 1).map(({ id }) => id));
  }

  /** All that nobody took, each with what it shows in words: no section says it. */
  rest(manifest: ReportTables['manifest']): Html[] {
    return this.drawn(
      this.left.map(({ id }) => id),
      ({ finding }) => saidOnce(manifest, finding),
    );
  }
}

/** A picture in the page, and beside it its specification, from which the script makes it live, and its figures as a table. */
function figure(chart: DrawnChart, interactive: boolean, told: string | undefined): Html {
  return html`<figure id="chart-${chart.id}" class="${isTall(chart) ? 'tall' : ''}" data-chart="${chart.id}">
<div class="static">${inlineSvg(chart)}</div>
${interactive && html`<div class="live" hidden></div><script type="application/json" class="chart-spec">${jsonBlock(chart.spec)}</script>`}
${told && html`<figcaption>${told}</figcaption>`}
${figuresOf(chart)}
</figure>`;
}

/** Taller than half as much again as it is broad: on paper it gets a sheet nearly to itself, since it could not be read smaller. */
function isTall({ svg }: DrawnChart): boolean {
  const [, width, height] = svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/) ?? ['', '1', '1'];
  return Number(height) > 1.5 * Number(width);
}

function figuresOf(chart: DrawnChart): Html {
  const tables = figureTables(chart.spec);
  const rows = tables.reduce((sum, one) => sum + one.rows.length, 0);
  if (rows === 0 || rows > MOST_FIGURES) return html``;
  return html`<details class="figures"><summary>The figures of this chart</summary>${tables.map((one) => figuresTable(chart.title, one))}</details>`;
}

function figuresTable(title: string, { head, rows }: FigureTable): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Figures: ${title} ${head.join(', ')}"><table><caption>${title}</caption><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** The charts that no section before took. */
export function chartsSection(tables: ReportTables, charts: PageCharts, title: string): Html {
  const figures = charts.rest(tables.manifest);
  if (figures.length === 0) return html``;
  return html`<section id="charts"><h2>${title}</h2>${apartNote(tables)}${figures}</section>`;
}

function apartNote(tables: ReportTables): Html {
  const apart = designsApart(withoutYardsticks(tables)).map((id) => `“${designTitle(tables, id)}”`);
  if (apart.length === 0) return html``;
  return html`<p class="note">${listInWords(apart)} ${apart.length === 1 ? 'is' : 'are'} in the tables alone: yardsticks that would stretch every scale.</p>`;
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
