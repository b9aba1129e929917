import * as vega from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { ChartSpec } from './chart.ts';
import { textWidth } from './textWidth.ts';

/** A chart as drawn, and what vega had to say about it: nothing, for the charts of this package. */
export interface Rendering {
  svg: string;
  warnings: string[];
}

/**
 * Draws a Vega-Lite specification as SVG text, without a browser and without generated code: expressions go
 * through vega's interpreter. The same specification gives the same bytes on every machine.
 *
 * @throws Error where vega or vega-lite cannot draw the specification.
 */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  return (await render(spec)).svg;
}

/** Like {@link renderSvg}, with the warnings of vega and vega-lite. */
export async function render(spec: ChartSpec): Promise<Rendering> {
  const warnings: string[] = [];
  const log = collector(warnings);
  const vegaSpec = compile(spec as unknown as TopLevelSpec, { logger: log }).spec;
  const runtime = vega.parse(vegaSpec, undefined, { ast: true });
  const view = new vega.View(runtime, { renderer: 'none', logger: log, expr: expressionInterpreter });
  const restoreWidths = useFontWidths();
  try {
    await view.runAsync();
    return { svg: withoutEmptyMarks(renumbered(await view.toSVG())), warnings };
  } finally {
    restoreWidths();
    view.finalize();
  }
}

/** Vega numbers clipping paths on and on over all drawings of a process; here each drawing begins with 1. */
function renumbered(svg: string): string {
  const numbers = new Map<string, number>();
  return svg.replaceAll(/(id="|url\(#)(clip|gradient_)(\d+)/g, (_, before, name, id) => {
    if (!numbers.has(name + id)) numbers.set(name + id, numbers.size + 1);
    return `${before}${name}${numbers.get(name + id)}`;
  });
}

/** Vega calls a group of marks a picture also where it holds none: readers would be told of a picture without a name. */
function withoutEmptyMarks(svg: string): string {
  return svg.replaceAll(/ role="graphics-symbol" aria-roledescription="[^"]* container"\/>/g, '/>');
}

/** Vega's hook for measuring text, which its types leave out. */
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: TextItem, text: unknown) => number };
};
const usualWidth = textMetrics.width;
let drawing = 0;

/**
 * Vega measures text with the machine's canvas, if there is one. While a chart is being drawn here, the
 * font's own table takes its place, so that the layout is the same everywhere. Drawings may overlap in time.
 */
function useFontWidths(): () => void {
  drawing++;
  textMetrics.width = widthOfItem;
  return () => {
    if (--drawing === 0) textMetrics.width = usualWidth;
  };
}

interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
}

function widthOfItem(item: TextItem, text: unknown): number {
  const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
  return textWidth(String(text ?? ''), item.fontSize ?? 11, bold);
}

/** A logger that keeps warnings and throws on errors. */
function collector(warnings: string[]): vega.LoggerInterface {
  const log = vega.logger(vega.Warn);
  log.warn = (...parts: readonly unknown[]) => {
    warnings.push(parts.map(String).join(' '));
    return log;
  };
  log.error = (...parts: readonly unknown[]) => {
    throw new Error(`The chart cannot be drawn: ${parts.map(String).join(' ')}`);
  };
  return log;
}
