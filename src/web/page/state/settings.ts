/** A scenario file may be this long, as on the command line. */
export const MOST_BYTES = 1_048_576;

/** The mark of a link that asks for forecasts first. */
export const PREDICT = 'predict';

/** Charts drawn with every answer, as far as the numbers allow them. */
export const FIRST_CHARTS = [
  'hoursByFifth',
  'parkedByFifth',
  'outcomesWithTwin',
  'designDifferences',
  'scorecard',
];
