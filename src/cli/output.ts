import { writeSync } from 'node:fs';

/** Writes data to standard output. Ends when it is written, so that a following exit loses nothing. */
export function print(text: string): Promise<void> {
  const line = text.endsWith('\n') ? text : `${text}\n`;
  return new Promise((resolve) => process.stdout.write(line, () => resolve()));
}

export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2));
}

/** Says something to the person: on standard error, and not at all with `--quiet`. */
export function say(quiet: boolean, text: string): void {
  if (!quiet) sayAlways(text);
}

/**
 * An error or a refusal: also with `--quiet`. Written at once, since the process may end right after. Where it cannot be
 * written, as with a log on a full disk or a terminal that was closed, nobody hears it, and the work goes on.
 */
export function sayAlways(text: string): void {
  try {
    writeSync(process.stderr.fd, `${text}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') process.stderr.write(`${text}\n`);
  }
}

/** Columns of text, padded to line up; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[], gap = 2): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  }
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] + gap)))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}
