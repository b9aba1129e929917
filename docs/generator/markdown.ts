/** First line of a page that nobody should edit by hand. */
export const generatedNotice = (from: string): string =>
  `<!-- Generated from ${from} by \`npm run docs\`. Do not edit. -->\n`;

/** A Markdown table; nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** Text as it may stand in one cell: on one line, with bars escaped. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

/** Text as code, empty for empty text. */
export const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

/** Puts new content between the marks `<!-- generated: name -->` and `<!-- end -->`. Throws where there are none. */
export function replaceBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => replaceBlock(text, name, content), page);
}

function replaceBlock(page: string, name: string, content: string): string {
  const open = `<!-- generated: ${name} -->`;
  const from = page.indexOf(open);
  const to = page.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`The page has no block "${name}" between its marks.`);
  return `${page.slice(0, from + open.length)}\n\n${content.trimEnd()}\n\n${page.slice(to)}`;
}
