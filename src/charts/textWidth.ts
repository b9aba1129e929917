/**
 * Widths of DejaVu Sans, in which charts are set. Vega without a canvas guesses 0.8 em a character, which
 * breaks titles far too early; with these widths a title wraps where it must, on every machine alike.
 */
const characters =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~£€–—−·×…’±≥≤';

/** Advance widths in thousandths of an em, read from the font's own table. */
const regular = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
  636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
  295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
  500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
  392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838, 636, 636, 500, 1000, 838, 318, 838, 1000, 318, 838,
  838, 838,
];

/** Bold is wider than regular by about this much for running text. */
const BOLD = 1.12;

/** What a character outside the table is taken to be: a wide one, so that text never runs over. */
const UNKNOWN = 1000;

const widths = new Map([...characters].map((character, index) => [character, regular[index]]));

/** Width in pixels of one line of text in DejaVu Sans. */
export function textWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) thousandths += widths.get(character) ?? UNKNOWN;
  return (thousandths / 1000) * fontSize * (bold ? BOLD : 1);
}

/**
 * Breaks text at spaces into lines no wider than `maxWidth` pixels. A word that is wider than the line is cut.
 * Always gives at least one line.
 */
export function wrapText(text: string, maxWidth: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => cutWord(one, maxWidth, fontSize, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, fontSize, bold) > maxWidth) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}

function cutWord(word: string, maxWidth: number, fontSize: number, bold: boolean): string[] {
  if (textWidth(word, fontSize, bold) <= maxWidth) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, fontSize, bold) > maxWidth) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
