import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { code, table } from './markdown.ts';
import { protocol } from './protocol.ts';

/** A heading as a Markdown viewer names it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const link = (heading: string): string => `[${heading}](#${anchorOf(heading)})`;

/** The headings of a page below its title, with links, each as deep as it stands. */
export function contents(page: string): string {
  const text = page.replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^(##+) (.*)$/gm)]
    .map(([, marks, heading]) => `${'  '.repeat(marks.length - 2)}- ${link(heading)}`)
    .join('\n');
}

/** Every question of the protocol with the sections that answer it. */
export const checklistTable = (): string =>
  table(
    ['Protocol', 'Question', 'Answered under'],
    protocol.flatMap(({ id, questions }) =>
      questions.map(([question, ...sections], i) => [
        `${id}${questions.length > 1 ? `.${'abcdefgh'[i]}` : ''}`,
        question,
        sections.map(link).join(', '),
      ]),
    ),
  );

/** Files of the model by folder, each with the first sentence of its first comment: what it says of itself. */
export function filesTable(root: string): string {
  const paths = (readdirSync(join(root, 'src/model'), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts') && !path.startsWith('schema/'))
    // A folder's own files stand together, before those of the folders in it.
    .sort((a, b) => compare(folderOf(a), folderOf(b)) || compare(a, b));
  return table(
    ['File', 'What it does'],
    paths.map((path) => {
      const file = `src/model/${path}`;
      return [code(file), saysOfItself(readFileSync(join(root, file), 'utf8'), file)];
    }),
  );
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first sentence of the comment on the first thing that a file exports, else of its first comment. Throws where it has none. */
export function saysOfItself(text: string, file: string): string {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const commented = tree.statements.filter((node) => ts.getJSDocCommentsAndTags(node).length > 0);
  const isExported = (node: ts.Node): boolean =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  // What runs says more of a file than constants, and these more than the shape of what it takes; best of all what has its name.
  const own = file.replace(/^.*\/|\.ts$/g, '').toLowerCase();
  const rank = (node: ts.Node): number => {
    const name = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) ? node.name?.text : undefined;
    if (!isExported(node)) return 4;
    if (name?.toLowerCase() === own) return 0;
    if (name !== undefined) return 1;
    return ts.isVariableStatement(node) ? 2 : 3;
  };
  const [chosen] = commented.sort((a, b) => rank(a) - rank(b));
  if (!chosen) throw new Error(`${file} has no comment that says what it does`);
  const [comment] = ts.getJSDocCommentsAndTags(chosen);
  const words = (ts.getTextOfJSDocComment((comment as ts.JSDoc).comment) ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  // Steps of the week begin with their number.
  const sentences = words.replace(/^Step \d+\. /, '').split(/(?<=[.:]) (?=[A-Z])|(?<=;) /);
  return sentences[0].replace(/[:;]$/, '.');
}
