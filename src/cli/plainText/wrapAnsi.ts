import stringWidth from './stringWidth.ts';

/**
 * Breaks each line of a text between words so that none is longer than `columns`, and a word that is longer by itself
 * where it must. Stands in the built command for the package of that name, which also knows colours and emoji.
 */
export default function wrapAnsi(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapped(line, columns).join('\n'))
    .join('\n');
}

function wrapped(line: string, columns: number): string[] {
  const rows = [''];
  for (const word of line.trim().split(' ')) {
    const row = rows[rows.length - 1];
    const begun = row === '' ? '' : `${row} `;
    if (stringWidth(begun + word) <= columns) rows[rows.length - 1] = begun + word;
    else if (stringWidth(word) <= columns) rows.push(word);
    else rows.splice(-1, 1, ...brokenWord(begun, word, columns));
  }
  return rows.map((row) => row.trimEnd());
}

/** A word longer than a line begins in the space that is left, unless it takes fewer lines from a new one. */
function brokenWord(begun: string, word: string, columns: number): string[] {
  const here = Math.ceil((stringWidth(begun) + stringWidth(word)) / columns);
  const below = Math.ceil(stringWidth(word) / columns) + 1;
  const rows = here < below ? [begun] : [begun, ''];
  for (const letter of word) {
    if (stringWidth(rows[rows.length - 1]) >= columns) rows.push('');
    rows[rows.length - 1] += letter;
  }
  return rows;
}
