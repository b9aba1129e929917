/**
 * CSV text after RFC 4180, with `\n` as line end: a field with a comma, quote or line break is quoted.
 * Numbers are written in their shortest form that reads back as the same number; null is an empty field.
 */

/** What a CSV field may hold. */
export type CsvValue = string | number | null | undefined;

/** One line with its line end. NaN and infinities are no values of a table and raise a RangeError. */
export function csvLine(values: readonly CsvValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) line += (i > 0 ? ',' : '') + csvField(values[i]);
  return `${line}\n`;
}

/** One field, quoted where it has to be. */
export function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new RangeError(`${value} cannot stand in a table: write null and say why`);
    return String(value);
  }
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * The records of a CSV text, header first, each a list of fields. Reads what {@link csvLine} writes and also
 * `\r\n` line ends; an empty text has no records. Throws a RangeError that names the line where a quote is never closed, or
 * something other than a comma or the end of the line follows one that is.
 */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      [field, at] = quotedField(text, at);
      if (!/^(,|\r?\n|\r?$)/.test(text.slice(at, at + 2)))
        throw new RangeError(
          `line ${lineOf(text, at)}: after a quoted field stands neither a comma nor the end of the line`,
        );
    } else {
      let end = at;
      while (end < text.length && text[end] !== ',' && text[end] !== '\n') end++;
      field = text.slice(at, text[end] === '\n' && text[end - 1] === '\r' && end > at ? end - 1 : end);
      at = end;
    }
    fields.push(field);
    if (text[at] === '\r') at++;
    if (text[at] === ',') {
      at++;
      if (at === text.length) fields.push('');
      else continue;
    }
    records.push(fields);
    fields = [];
    at++;
  }
  return records;
}

/** Of a character, from 1. */
const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function quotedField(text: string, open: number): [field: string, end: number] {
  let field = '';
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0)
      throw new RangeError(`line ${lineOf(text, open)}: a quoted field that begins there has no end`);
    field += text.slice(from, quote);
    if (text[quote + 1] !== '"') return [field, quote + 1];
    field += '"';
    from = quote + 2;
  }
}

/** The number in a CSV field, or null where the field is empty. */
export function csvNumber(field: string): number | null {
  return field === '' ? null : Number(field);
}
