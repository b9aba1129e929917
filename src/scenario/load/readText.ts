import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { ProblemList } from './problems.ts';
import type { Entry, MapNode, Origin, Scalar, SourceNode } from './sourceNode.ts';
import { finishNode } from './statedForm.ts';
import { guardText } from './textGuard.ts';

/** Values that aliases may add, so that a few lines cannot unfold into millions. */
const maximumAliased = 10_000;

/** Entries of one map or list: far above any scenario, and few enough to be checked at once. */
const maximumEntries = 1000;

/** What YAML's own tags for plain values say is true of values without them; all others stand for things of a program. */
const plainTags = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((tag) => `tag:yaml.org,2002:${tag}`),
);

/** One text with the name that messages call it by. */
export interface SourceText {
  text: string;
  file: string;
}

/**
 * Reads YAML 1.2 or JSON, which is YAML too, into nodes that know their lines. Problems go to the list, and then
 * nothing is returned: a text that is no YAML has no parts worth checking.
 */
export function readText(
  { text, file }: SourceText,
  problems: ProblemList,
  by: Origin['by'] = 'file',
): SourceNode | undefined {
  const refused = guardText(text);
  if (refused) {
    problems.add({ file, path: '', found: '', ...refused });
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    customTags: [],
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const at = (offset: number): Origin => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col), by };
  };
  // What follows the first syntax error is mostly its echo.
  const [first] = [...document.errors, ...document.warnings];
  if (first) {
    const { line, column } = at(first.pos[0]);
    const message = `this is no valid YAML: ${first.message.split('\n')[0]}`;
    problems.add({ file, line, column, path: '', message, found: '', allowed: 'YAML 1.2 or JSON' });
    return undefined;
  }
  if (!document.contents) return undefined;
  const count = { aliased: 0 };
  const reader = new Reader(document, at, problems, count);
  return reader.read(document.contents as Node, []);
}

/** The top of a scenario file: a map, or a problem. */
export function readFileText(source: SourceText, problems: ProblemList): MapNode | undefined {
  const before = problems.count;
  const node = readText(source, problems);
  if (node?.kind === 'map') return node;
  if (!node && problems.count > before) return undefined;
  const { line, column } = node?.at ?? { line: 1, column: 1 };
  problems.add({
    file: source.file,
    line,
    column,
    path: '',
    message: node ? 'a scenario is a map of sections' : 'the file is empty',
    found: node ? (node.kind === 'list' ? 'a list' : 'a single value') : 'nothing',
    allowed: 'keys such as "format: 1", "title:", "clients:"',
  });
  return undefined;
}

class Reader {
  readonly #active = new Set<Node>();
  /** The last node read of each anchor, and the nodes that aliases were found to repeat. */
  readonly #anchors = new Map<string, Node>();
  readonly #targets = new Map<Node, Node>();
  readonly #document: ReturnType<typeof parseDocument>;
  readonly #at: (offset: number) => Origin;
  readonly #problems: ProblemList;
  readonly #count: { aliased: number };
  #insideAlias = 0;

  constructor(
    document: ReturnType<typeof parseDocument>,
    at: (offset: number) => Origin,
    problems: ProblemList,
    count: { aliased: number },
  ) {
    this.#document = document;
    this.#at = at;
    this.#problems = problems;
    this.#count = count;
  }

  read(node: Node | null, path: readonly string[], place?: Origin): SourceNode {
    const at = node?.range ? this.#at(node.range[0]) : (place ?? this.#at(0));
    const missing: SourceNode = { kind: 'scalar', value: null, at };
    if (!node) return missing;
    if (this.#insideAlias > 0 && ++this.#count.aliased > maximumAliased) {
      if (this.#count.aliased === maximumAliased + 1)
        this.#refuse(at, path, 'aliases unfold to too many values', `more than ${maximumAliased} values`);
      return missing;
    }
    if (node.tag !== undefined && !plainTags.has(node.tag)) {
      this.#refuse(at, path, 'tags are not read: write the value itself', node.tag, 'no tag');
      return missing;
    }
    if (isAlias(node)) return this.#readAlias(node, path, at);
    this.#noteAnchor(node);
    if (isScalar(node))
      return finishNode(
        { kind: 'scalar', value: this.#scalar(node.value, at, path), at },
        path,
        this.#problems,
      );
    const { length } = isMap(node) || isSeq(node) ? node.items : [];
    if (length > maximumEntries) {
      const what = isMap(node) ? 'map' : 'list';
      this.#refuse(at, path, `this ${what} is too long`, `${length} entries`, `at most ${maximumEntries}`);
      return missing;
    }
    this.#active.add(node);
    const result: SourceNode = isSeq(node)
      ? {
          kind: 'list',
          items: node.items.map((item, i) => this.read(item as Node, [...path, String(i)], at)),
          at,
        }
      : {
          kind: 'map',
          entries: isMap(node) ? this.#readPairs(node.items as Pair<Node, Node>[], path, at) : new Map(),
          at,
        };
    this.#active.delete(node);
    return finishNode(result, path, this.#problems);
  }

  /** What an alias repeats is read again, and by then its anchors may stand for other nodes. */
  #noteAnchor(node: Node): void {
    const { anchor } = node as { anchor?: string };
    if (anchor !== undefined && this.#insideAlias === 0) this.#anchors.set(anchor, node);
  }

  #readAlias(
    node: Node & { source: string; resolve(document: unknown): unknown },
    path: readonly string[],
    at: Origin,
  ): SourceNode {
    // The document looks through all its nodes for an anchor; it is asked only for those in parts that were refused.
    const target =
      this.#targets.get(node) ??
      this.#anchors.get(node.source) ??
      (node.resolve(this.#document) as Node | undefined);
    if (target) this.#targets.set(node, target);
    if (!target || this.#active.has(target)) {
      this.#refuse(
        at,
        path,
        `the alias "*${node.source}" ${target ? 'lies inside what it repeats' : 'has no anchor before it'}`,
        `*${node.source}`,
      );
      return { kind: 'scalar', value: null, at };
    }
    this.#insideAlias++;
    const result = this.read(target, path);
    this.#insideAlias--;
    return result;
  }

  #readPairs(pairs: readonly Pair<Node, Node>[], path: readonly string[], mapAt: Origin): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const { key: keyNode, value } of pairs) {
      const key = keyNode?.range ? this.#at(keyNode.range[0]) : mapAt;
      if (keyNode) this.#noteAnchor(keyNode);
      const name = isScalar(keyNode) ? String(keyNode.value ?? '') : undefined;
      if (name === undefined || name === '') {
        this.#refuse(
          key,
          path,
          'a key must be a single word',
          'a key that is a list, a map, an alias or nothing',
        );
        continue;
      }
      const below = [...path, name];
      if (isNothing(value) && name.endsWith(')') && !name.includes('('))
        this.#refuse(
          key,
          path,
          'a comma inside { } ends the value: put quotes around it',
          `${name}, cut off`,
        );
      else if (name === '<<')
        this.#refuse(key, below, 'merge keys are not read: use "extends" or write the values', '<<');
      else if (entries.has(name)) this.#refuse(key, below, `the key "${name}" stands here twice`, name);
      else entries.set(name, { key, node: this.read(value, below, key) });
    }
    return entries;
  }

  #scalar(value: unknown, at: Origin, path: readonly string[]): Scalar {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.#refuse(at, path, 'numbers must be finite', String(value));
      return null;
    }
    // Hashes do not tell -0 from 0, so that runs must not either.
    return value === 0 ? 0 : (value as Scalar);
  }

  #refuse(
    { file, line, column }: Origin,
    path: readonly string[],
    message: string,
    found: string,
    allowed?: string,
  ): void {
    this.#problems.add({ file, line, column, path: path.join('.'), message, found, allowed });
  }
}

/** A pair without a value, as in { need: beta(2, 5) }, where YAML takes "5)" for a key. */
const isNothing = (value: Node | null): boolean =>
  value === null || (isScalar(value) && value.value === null);
