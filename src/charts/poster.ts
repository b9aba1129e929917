import type { ChartSpec } from './chart.ts';
import { BLANK_LINE, captionLines, captionText, provenance } from './frame.ts';
import { colours, config } from './style.ts';
import type { ReportTables } from './tables.ts';
import { wrapText } from './textWidth.ts';

/**
 * Width of a poster's drawing in pixels. Printed on A3 lying, a pixel is 0.28 mm: letters of {@link POSTER_TEXT} pixels
 * are then 4 mm tall, which is read from two metres.
 */
export const POSTER_WIDTH = 1400;
/** Size of the text on a poster, in pixels. */
export const POSTER_TEXT = 20;

interface Poster {
  id: string;
  title: string;
  finding: string;
  reading: string;
  view: ChartSpec;
}

/** Frames a drawing for the wall as `frame` does for the page: question, finding, key, and the provenance below. */
export function poster(tables: ReportTables, { id, title, finding, reading, view }: Poster): ChartSpec {
  const caption = [
    ...captionText(tables, POSTER_WIDTH * 0.7, 14),
    ...(tables.manifest.replicates > 1
      ? ['Intervals and chances show luck inside the model, not doubt about the model.']
      : []),
  ];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${title} ${finding}`,
    usermeta: { streetlevel: { chart: id, ...provenance(tables) } },
    title: {
      text: wrapText(title, POSTER_WIDTH, 32, true),
      subtitle: [
        ...wrapText(finding, POSTER_WIDTH, POSTER_TEXT),
        BLANK_LINE,
        ...wrapText(reading, POSTER_WIDTH, 18),
      ],
      anchor: 'start',
      frame: 'bounds',
      align: 'left',
      fontSize: 32,
      lineHeight: 38,
      color: colours.ink,
      subtitleFontSize: POSTER_TEXT,
      subtitleLineHeight: 26,
      subtitleColor: colours.ink,
      subtitlePadding: 8,
      offset: 20,
    },
    vconcat: [view, captionLines(caption, 14, 18)],
    config,
  };
}
