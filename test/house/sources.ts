import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One source file, with its path from the package's folder and its tree. */
export interface SourceFile {
  path: string;
  /** The room: the folder right under src. */
  room: string;
  text: string;
  tree: ts.SourceFile;
}

/** All sources of the package. */
export function readSources(): SourceFile[] {
  const folder = join(root, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => {
      const path = join('src', name);
      const text = readFileSync(join(folder, name), 'utf8');
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const [, room] = path.split('/');
      return { path, room, text, tree };
    });
}

/** Every node of a tree. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** What a file imports, for values or types, at once or late; files of the package as paths from its folder. */
export function importsOf(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file.tree, (node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (from === undefined) return;
    const name = ts.isStringLiteralLike(from) ? from.text : '?';
    found.push(name.startsWith('.') ? relative(root, resolve(root, dirname(file.path), name)) : name);
  });
  return found;
}

/** Where a node stands, such as `src/model/week/work.ts:12`. */
export function placeOf(file: SourceFile, node: ts.Node): string {
  return `${file.path}:${file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1}`;
}
