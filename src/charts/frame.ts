import { SHORT_INTERVAL_NOTE } from '../words/intervals.ts';
import type { ChartSpec } from './chart.ts';
import { CHART_WIDTH, colours, config, SMALL } from './style.ts';
import type { ReportTables } from './tables.ts';
import { textWidth, wrapText } from './textWidth.ts';

/** A zero-width space. Vega trims a line of spaces to nothing, and renderers then let the lines below move up. */
export const BLANK_LINE = '\u200b';

/**
 * Width of the caption's lines in pixels. It begins right of the labels of axes, for which this leaves room: a caption
 * that makes a chart wider makes all its letters smaller on the page.
 */
const CAPTION_WIDTH = CHART_WIDTH * 0.7;

interface Framed {
  id: string;
  title: string;
  /** For who does not see the drawing: a page tells it in its own text, and need not read it twice. */
  finding: string;
  /** How to read the marks, a sentence or two. */
  reading: string;
  /** How to read the intervals; left out where one run gives none. */
  intervals?: string;
  /** The drawing: any Vega-Lite view. */
  view: ChartSpec;
  /** Selection parameters of the whole chart. */
  params?: ChartSpec[];
}

/**
 * Puts the question over a drawing, the key to the marks under the question, and the provenance below: that again in `usermeta`,
 * for machines. The finding is the alternative text.
 */
export function frame(
  tables: ReportTables,
  { id, title, finding, reading, intervals, view, params }: Framed,
): ChartSpec {
  const key = [reading, ...keyToLuck(tables, intervals)].join(' ');
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${title} ${finding}`,
    usermeta: { streetlevel: { chart: id, ...provenance(tables) } },
    title: {
      text: wrapText(title, CHART_WIDTH, 16, true),
      subtitle: wrapText(key, CHART_WIDTH, 12),
      anchor: 'start',
      frame: 'bounds',
      align: 'left',
      fontSize: 16,
      lineHeight: 20,
      color: colours.ink,
      subtitleFontSize: 12,
      subtitleLineHeight: 16,
      subtitleColor: colours.muted,
      subtitlePadding: 6,
      offset: 14,
    },
    ...(params ? { params } : {}),
    vconcat: [view, captionView(tables)],
    config,
  };
}

/** How the marks show luck, or that a single run shows none of it: a solid mark there would pass for a clear one. */
function keyToLuck({ manifest, study }: ReportTables, intervals: string | undefined): string[] {
  if (manifest.replicates > 1) return intervals === undefined ? [] : [intervals];
  return study === undefined ? ['This is one run: how much of it is luck cannot be told.'] : [];
}

/** The facts by which a chart can be traced to its run. */
export function provenance(tables: ReportTables) {
  const { manifest } = tables;
  return {
    version: manifest.version,
    commit: manifest.commit ?? null,
    scenario: manifest.scenario,
    hash: manifest.hash,
    seed: manifest.seed,
    replicates: manifest.replicates,
    partial: manifest.partial,
    designs: manifest.designs.map((design) => design.id),
  };
}

/** The lines under a chart, no wider than `maxWidth` pixels: version, scenario with its hash, runs, seed. None of these is broken, as long as it fits a line. */
export function captionText(tables: ReportTables, maxWidth: number, fontSize: number): string[] {
  const { manifest } = tables;
  const commit = manifest.commit ? ` (${manifest.commit.slice(0, 8)})` : '';
  const runs = manifest.partial
    ? `${manifest.replicates} of ${manifest.replicatesAsked} runs, stopped early`
    : `${manifest.replicates} ${manifest.replicates === 1 ? 'run' : 'runs'}`;
  const items = [
    `streetlevel ${manifest.version}${commit}`,
    `${manifest.scenario} (hash ${manifest.hash.slice(0, 12)})`,
    runs,
    `seed ${manifest.seed}`,
  ];
  const lines: string[] = [];
  for (const item of items) {
    const longer = lines.length === 0 ? item : `${lines[lines.length - 1]} · ${item}`;
    if (lines.length > 0 && textWidth(longer, fontSize) <= maxWidth) lines[lines.length - 1] = longer;
    else lines.push(...wrapText(item, maxWidth, fontSize));
  }
  return lines;
}

/** Whether anything is drawn with an interval: a search of one run a point is told in several of other luck. */
function hasIntervals({ manifest, study }: ReportTables): boolean {
  const checks = [study?.front?.check.replicates ?? 0, study?.fit?.checkReplicates ?? 0];
  return Math.max(manifest.replicates, ...checks) > 1;
}

function captionView(tables: ReportTables): ChartSpec {
  return captionLines(
    [...captionText(tables, CAPTION_WIDTH, SMALL), ...(hasIntervals(tables) ? [SHORT_INTERVAL_NOTE] : [])],
    SMALL,
    14,
  );
}

/** Lines of small text as a view below a drawing; sizes in pixels. */
export function captionLines(lines: readonly string[], fontSize: number, lineHeight: number): ChartSpec {
  return {
    data: { values: [{ caption: lines.join('\n') }] },
    width: 1,
    height: lines.length * lineHeight,
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      x: 0,
      y: 0,
      fontSize,
      color: colours.muted,
      lineBreak: '\n',
      lineHeight,
      aria: false,
    },
    encoding: { text: { field: 'caption', type: 'nominal' } },
  };
}
