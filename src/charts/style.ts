/**
 * One look for all charts. Colours are those of Okabe and Ito (2008), which the common kinds of colour
 * blindness keep apart; no chart says anything by colour alone: dashes, shapes, positions or labels say it too.
 */
export const colours = {
  ink: '#1a1a1a',
  muted: '#555555',
  rule: '#d0d0d0',
  blue: '#0072B2',
  orange: '#E69F00',
  vermilion: '#D55E00',
  green: '#009E73',
  sky: '#56B4E9',
  purple: '#CC79A7',
  ghost: '#d9d9d9',
} as const;

/** Colours of up to eight designs; the base is black. Later designs begin again with other dashes. */
export const designColours = [
  '#000000',
  colours.blue,
  colours.vermilion,
  colours.green,
  colours.purple,
  colours.orange,
  colours.sky,
  '#7a7a7a',
] as const;

/** Dashes of designs, in the same order; the base is a full line. */
export const designDashes: readonly number[][] = [
  [1, 0],
  [8, 3],
  [2, 2],
  [8, 3, 2, 3],
  [12, 4],
  [4, 4],
  [6, 2, 2, 2, 2, 2],
  [1, 3],
];

/** Verdana, which many machines have, is of the same family of shapes and nearly the same widths. */
const FONT = 'DejaVu Sans, Verdana, sans-serif';

/** Smallest text that is still legible on paper, in pixels of the chart. */
export const SMALL = 11;

/** Width of a chart's drawing, in pixels, for a page of A4 with margins. */
export const CHART_WIDTH = 720;

/** Vega-Lite configuration shared by all charts. */
export const config = {
  font: FONT,
  background: '#ffffff',
  padding: 12,
  view: { stroke: null },
  concat: { spacing: 18 },
  axis: {
    labelFontSize: SMALL,
    titleFontSize: SMALL,
    titleFontWeight: 'normal',
    labelColor: colours.ink,
    titleColor: colours.ink,
    domainColor: colours.muted,
    tickColor: colours.muted,
    gridColor: '#e6e6e6',
    titlePadding: 6,
  },
  legend: {
    labelFontSize: SMALL,
    titleFontSize: SMALL,
    titleFontWeight: 'normal',
    labelColor: colours.ink,
    titleColor: colours.ink,
    labelLimit: 0,
    titleLimit: 0,
    symbolStrokeWidth: 2,
  },
  text: { fontSize: SMALL, color: colours.ink },
} as const;
