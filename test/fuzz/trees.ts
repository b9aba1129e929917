import fc from 'fast-check';

/** A scenario file as a value: what YAML makes of it. */
export type Tree = { [key: string]: unknown };
type Path = readonly (string | number)[];

const isBranch = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Numbers at which arithmetic breaks, and plain ones that are likely to be allowed. */
export const hostileNumbers = [
  ...[0, -0, 1, -1, 2, 0.5, 0.1, 1e-9, 5e-324, 3, 7, 10, 100, 1000, 4096, 65_536],
  ...[1e6, 1e9, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 1e15, 1e100, 1e308, 1.7976931348623157e308],
  ...[-0.5, -1e-9, -1e9, -1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
];

/** Names that a language or a table could stumble over. */
export const hostileNames = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'then', 'length'],
  ...[
    '',
    ' ',
    '0',
    '-1',
    'a b',
    'a.b',
    'A',
    'é',
    'а',
    '\u202e',
    '\u200b',
    'null',
    '~',
    '*',
    '<<',
    '%',
    'x\n',
  ],
  ...['value', 'source', 'range', 'dist', 'kind', 'set', 'base', 'all', 'other', 'x'.repeat(300)],
];

const hostileTexts = [
  ...hostileNames,
  ...['beta(0, 0)', 'beta(1e300, 1e-300)', 'normal(0, 0)', 'poisson(0)', 'poisson(1e7)', 'constant(-1)'],
  ...['uniform(1, 0)', 'lognormal(1, 20)', 'gamma(1e-300, 1e300)', 'binomial(1e8, 0.5)', 'triangular(0,0,0)'],
  ...['need / 0', '1 / (need - need)', 'exp(1000)', 'log(0)', 'log(-1)', 'sqrt(-1)', '0 ^ -1', '9^9^9^9'],
  ...['-1', '1e999', 'logistic(-1e9)', 'logistic(1e9)', 'min(need)', '((((', '0 * log(0)', 'x'.repeat(3000)],
  ...[
    '\u0000',
    '\ud800',
    '😀',
    '{}',
    '[]',
    '&a',
    '*a',
    '!!js/function x',
    '2020-01-01',
    '0x10',
    '1_000',
    'yes',
  ],
];

/** Every path of a tree below its root, in order. */
function pathsOf(tree: unknown, at: Path = []): Path[] {
  if (!isBranch(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => [[...at, key], ...pathsOf(value, [...at, key])]);
}

export function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>((node, key) => (isBranch(node) ? node[key] : undefined), tree);
}

/** Sets what is at a path, or takes it out; an own key whatever its name. */
function put(tree: Tree, path: Path | undefined, value: unknown): void {
  if (path === undefined) return;
  const parent = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1)!;
  if (!isBranch(parent)) return;
  if (value === undefined) delete parent[key];
  else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** One change of a tree, by numbers: any numbers mean some change, so that failures shrink. */
interface Change {
  what: number;
  /** Which of all paths, in parts of the whole. */
  where: number;
  elsewhere: number;
  number: number;
  text: string;
}

const part = fc.integer({ min: 0, max: 9999 }).map((of) => of / 10_000);

export const change: fc.Arbitrary<Change> = fc.record({
  what: fc.nat(14),
  where: part,
  elsewhere: part,
  number: fc.oneof(fc.constantFrom(...hostileNumbers), fc.double(), fc.integer()),
  text: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...hostileTexts) }, fc.string()),
});

const pick = <T>(from: readonly T[], at: number): T | undefined => from[Math.floor(at * from.length)];
const copied = (value: unknown): unknown => structuredClone(value);

/** Changes a copy of a tree. */
export function changed(tree: Tree, changes: readonly Change[]): Tree {
  const now = copied(tree) as Tree;
  for (const one of changes) apply(now, one);
  return now;
}

/** What a change has to do with: a place, another one, and what stands there. */
interface Site extends Change {
  path: Path;
  other: Path;
  value: unknown;
  /** A leaf of this type, by `where` or by `elsewhere`. */
  leaf(type: 'number' | 'string', at: number): Path | undefined;
}

const numberChanged = (tree: Tree, { leaf, where, number }: Site) => put(tree, leaf('number', where), number);
const sameType =
  (type: 'number' | 'string') =>
  (tree: Tree, { leaf, where, elsewhere }: Site) => {
    const like = leaf(type, elsewhere);
    if (like) put(tree, leaf(type, where), valueAt(tree, like));
  };
const beside = (path: Path, name: string): Path => [...path.slice(0, -1), name];

/** The kinds of changes; those that are likely to leave a file that runs come more often. */
const kinds: readonly ((tree: Tree, site: Site) => void)[] = [
  numberChanged,
  numberChanged,
  numberChanged,
  sameType('number'),
  // A word in place of another word: names, kinds and formulas that fit somewhere.
  sameType('string'),
  (tree, { leaf, where, text }) => put(tree, leaf('string', where), text),
  (tree, { path, elsewhere, number, text }) =>
    put(tree, path, pick([null, true, {}, [], '', number, text, [number], { [text]: number }], elsewhere)),
  (tree, { path }) => put(tree, path, undefined),
  (tree, { path, value, elsewhere }) => {
    put(tree, path, undefined);
    put(tree, beside(path, pick(hostileNames, elsewhere)!), value);
  },
  (tree, { path, value }) => put(tree, beside(path, `${String(path.at(-1))}Too`), copied(value)),
  (tree, { path, other, value }) => {
    const theirs = copied(valueAt(tree, other));
    put(tree, other, copied(value));
    put(tree, path, theirs);
  },
  (tree, { path, other }) => put(tree, path, copied(valueAt(tree, other))),
  (tree, { path, value, number, elsewhere, text }) =>
    put(tree, path, { value, range: [number, elsewhere], source: text }),
  (tree, site) => schedule(tree, site, 'designs'),
  (tree, site) => schedule(tree, site, 'timeline'),
];

function apply(tree: Tree, one: Change): void {
  const all = pathsOf(tree);
  const path = pick(all, one.where);
  const other = pick(all, one.elsewhere);
  if (path === undefined || other === undefined) return;
  const leaf = (type: string, at: number) =>
    pick(
      all.filter((each) => typeof valueAt(tree, each) === type),
      at,
    );
  kinds[one.what](tree, { ...one, path, other, value: valueAt(tree, path), leaf });
}

/** A dated change, or a design, in which one value of the file is another. */
function schedule(
  tree: Tree,
  { path, value, number, elsewhere }: Site,
  section: 'designs' | 'timeline',
): void {
  const to = typeof value === 'number' ? number : elsewhere < 0.3 ? null : copied(value);
  const set = [...path].reverse().reduce<unknown>((inner, key) => ({ [key]: inner }), to);
  const week = Math.floor(elsewhere * 20);
  if (!isBranch(tree[section])) put(tree, [section], section === 'designs' ? { base: {} } : {});
  const entry = section === 'timeline' ? { at: week, set } : { ...(elsewhere > 0.5 && { from: week }), set };
  put(tree, [section, 'fuzzed'], entry);
}

/** Every path of a tree at which a number stands, in order. */
export const numberPaths = (tree: Tree): Path[] =>
  pathsOf(tree).filter((path) => typeof valueAt(tree, path) === 'number');

/** A copy of a tree with another value at a path. */
export function withValue(tree: Tree, path: Path, value: unknown): Tree {
  const now = copied(tree) as Tree;
  put(now, path, value);
  return now;
}
