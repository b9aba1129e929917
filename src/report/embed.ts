/**
 * The script inside a report: where it runs, the pictures become charts with tooltips, legends to click and
 * export as SVG or PNG. It is bundled at build time and set into the page with its hash in the page's policy.
 * Expressions are interpreted, never compiled to code, and nothing is loaded. Paper keeps the pictures.
 */
import embed, { type VisualizationSpec } from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';

async function enliven(figure: Element): Promise<void> {
  const text = figure.querySelector('script.chart-spec')?.textContent;
  const live = figure.querySelector<HTMLElement>('.live');
  const picture = figure.querySelector('.static');
  if (!text || !live || !picture) return;
  live.hidden = false;
  try {
    await embed(live, JSON.parse(text) as VisualizationSpec, {
      mode: 'vega-lite',
      renderer: 'svg',
      ast: true,
      expr: expressionInterpreter,
      actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
      downloadFileName: figure.id,
      tooltip: { theme: 'light' },
    });
    nameForReaders(live);
    picture.classList.add('replaced');
  } catch (error) {
    // The picture stays: a reader loses the tooltips and not the chart.
    live.hidden = true;
    console.error(error);
  }
}

/** The menu of vega-embed has no name, and it makes an unnamed picture of each group of marks that holds none. */
function nameForReaders(live: HTMLElement): void {
  live.querySelector('summary')?.setAttribute('aria-label', 'Save this chart');
  for (const group of Array.from(live.querySelectorAll('[role="graphics-symbol"]:empty:not([aria-label])')))
    group.setAttribute('aria-hidden', 'true');
}

async function enlivenAll(): Promise<void> {
  for (const figure of Array.from(document.querySelectorAll('figure[data-chart]'))) await enliven(figure);
  document.documentElement.dataset.charts = 'live';
}

void enlivenAll();
