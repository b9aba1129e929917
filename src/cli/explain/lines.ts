import wrapAnsi from '../plainText/wrapAnsi.ts';

const WIDTH = 100;

/** Text broken between words, every row but the first further in. Rows that are too long stay so in JSON alone. */
export function paragraph(text: string, indent = 0, hanging = indent): string {
  const width = Math.min(WIDTH, Math.max(40, process.stdout.columns ?? WIDTH)) - hanging;
  return wrapAnsi(text, width)
    .split('\n')
    .map((row, i) => `${' '.repeat(i === 0 ? indent : hanging)}${row}`)
    .join('\n');
}

/** Lines under a heading, each an item. */
export const underHeading = (heading: string, lines: readonly string[]): string =>
  [heading, ...lines.map((line) => paragraph(line, 2, 4))].join('\n');
