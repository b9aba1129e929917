/** A piece of HTML that is safe to insert: what came into it as text has been escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Insert = Html | Html[] | string | number | null | undefined | false;

/**
 * A template whose inserted strings are escaped, so that no title, source or file name can become markup.
 * Null, undefined and false insert nothing; lists of HTML are joined.
 */
export function html(strings: TemplateStringsArray, ...inserts: Insert[]): Html {
  let text = strings[0];
  inserts.forEach((insert, index) => {
    text += insertion(insert) + strings[index + 1];
  });
  return new Html(text);
}

function insertion(insert: Insert): string {
  if (insert === null || insert === undefined || insert === false) return '';
  if (insert instanceof Html) return insert.text;
  if (Array.isArray(insert)) return insert.map((one) => one.text).join('');
  return escapeHtml(String(insert));
}

/** Text as HTML, also within quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON for a data block in a page: nothing in it can end the block or open a comment. */
export function jsonBlock(value: unknown): Html {
  return new Html(
    JSON.stringify(value)
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
  );
}

/** A table of so many lines is not parted between two sheets of paper. */
const SHORT = 10;

/** What is folded away on screen until it is opened, and stands on paper only where it is open. `wide` takes a sheet lying. */
export function folded(summary: string, content: Html | Html[], wide = false): Html {
  return html`<details class="annexed${wide && ' wide'}"><summary>${summary}</summary>${content}</details>`;
}

/** A table with caption and headers. The first column names the row; an empty `rows` gives nothing. */
export function table(caption: string, head: readonly (string | Html)[], rows: readonly Row[]): Html {
  if (rows.length === 0) return html``;
  const columns = head.map((cell) => html`<th scope="col">${cell}</th>`);
  const body = rows.map((row) =>
    'heading' in row
      ? html`<tr class="group"><th scope="rowgroup" colspan="${head.length}">${row.heading}</th></tr>`
      : html`<tr><th scope="row">${row.name}</th>${row.cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  );
  return html`<div class="scroll${rows.length <= SHORT && ' short'}" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${columns}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A line of a table: a heading over the lines below it, or a name with its cells. */
export type Row = { heading: string } | { name: string | Html; cells: readonly (string | Html)[] };
