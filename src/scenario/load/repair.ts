import type { z } from 'zod';
import { type FieldInfo, withinBounds } from '../kit/fields.ts';
import { schemaAt } from './fields.ts';
import type { ScenarioProblem } from './problems.ts';
import { fromPlain, type MapNode, nodeAt, type SourceNode, toPlain, withEntry } from './sourceNode.ts';
import { zodProblems } from './zodProblems.ts';

type Path = readonly string[];

/** Each round may bring to light what the one before hid: a wrong word first, then the entry that needs it. */
const maximumRounds = 6;

/** A scenario of the right form, made from a tree of the wrong one so that its meaning can be checked all the same. */
export interface Repaired<S> {
  scenario: S;
  /** What was wrong with the form. */
  problems: ScenarioProblem[];
  /** Whether a problem of the repaired scenario may come of the repair alone. */
  follows(path: Path, problem: { message: string; found?: string; allowed?: string }): boolean;
}

/**
 * Takes out of a tree what its schema refuses, so that defaults stand in, or a harmless value where there are none.
 * Without a scenario where that cannot be done soundly: what should be a map but is none may have held any names.
 */
export function repairTree<S>(
  tree: MapNode,
  schema: z.ZodType<S>,
  extraKeys: readonly string[],
): Repaired<S> | { problems: ScenarioProblem[] } {
  const problems: ScenarioProblem[] = [];
  const changes = new Changes(tree, schema);
  for (let round = 0; round < maximumRounds; round++) {
    const root = changes.current;
    const parsed = schema.safeParse(toPlain(root));
    if (parsed.success)
      return { scenario: parsed.data, problems, follows: (path, problem) => changes.cause(path, problem) };
    const wrong = parsed.error.issues.map((issue) => ({
      path: issue.path.map(String),
      keys: issue.code === 'unrecognized_keys' ? issue.keys : undefined,
      told: zodProblems({ root, schema, extraKeys }, [issue]),
    }));
    problems.push(
      ...wrong.flatMap(({ path, told }) => told.filter((problem) => !changes.cause(path, problem))),
    );
    const mended = wrong.map(({ path, keys, told }) =>
      keys
        ? keys.map((key, i) => changes.dropKey([...path, key], told[i].nearest)).every(Boolean)
        : changes.mend(path),
    );
    if (!mended.every(Boolean)) break;
  }
  return { problems };
}

/** A tree with what was changed in it, and the names that were lost on the way. */
class Changes {
  current: MapNode;
  readonly #original: MapNode;
  readonly #schema: z.ZodType;
  readonly #paths: Path[] = [];
  readonly #lost = new Set<string>();

  constructor(tree: MapNode, schema: z.ZodType) {
    this.current = tree;
    this.#original = tree;
    this.#schema = schema;
  }

  /** Takes out an unknown key; the key that it most likely meant is in doubt, too. */
  dropKey(path: Path, meant: string | undefined): boolean {
    if (meant !== undefined) this.#paths.push([...path.slice(0, -1), meant]);
    return this.#put(path, undefined);
  }

  /** Takes out or replaces what is wrong at a path; false where nothing harmless can stand there. */
  mend(blamed: Path): boolean {
    const path = this.#whole(blamed);
    if (path.length === 0) return false;
    const node = nodeAt(this.current, path);
    const field = schemaAt(this.current, this.#schema, path);
    const above = path.slice(0, -1);
    if (field && node && node.kind !== 'map' && holdsNames(field.definition)) return false;
    const isEntry = schemaAt(this.current, this.#schema, above)?.definition.type === 'record';
    if (node && (!field || isEntry || field.absent || field.optional)) return this.#put(path, undefined);
    const value = standIn(field?.info);
    if (value !== undefined) return this.#put(path, fromPlain(value, this.current.at));
    // An entry that nothing can complete goes as a whole.
    return above.length > 1 && this.#put(above, undefined);
  }

  /** Whether a problem may come of what was changed: there, among its neighbours, or for a name that was lost. */
  cause(path: Path, { message, found = '', allowed = '' }: Parameters<Repaired<unknown>['follows']>[1]) {
    // A name may have lost its small letter, or stand behind a word of the vocabulary, as in "recentAdviser".
    const isLost = (name: string) =>
      found.toLowerCase() === name.toLowerCase() || found.endsWith(capital(name));
    if ([...this.#lost].some(isLost)) return true;
    const words = `${message} ${allowed}`;
    const beside = path.slice(0, -1);
    // Of a thousand problems each is held against a thousand changes: what takes its time is asked once.
    let isComparison: boolean | undefined;
    return this.#paths.some(
      (changed) =>
        begins(path, changed) ||
        // Checks of a map, such as shares that sum to 1, read its entries and their fields.
        (begins(changed, path) && changed.length - path.length <= 2) ||
        (changed.length > 1 && words.includes(changed.join('.'))) ||
        (changed.length === path.length &&
          begins(changed, beside) &&
          (isComparison ??= this.#isComparison(path))),
    );
  }

  /** A number, or a value left open, may be held against those beside it; a name that somebody wrote is not. */
  #isComparison(path: Path): boolean {
    const node = nodeAt(this.#original, path);
    if (path.length < 2 || node?.kind === 'map') return false;
    if (schemaAt(this.#original, this.#schema, path)?.info?.kind === 'formula') return false;
    return node?.kind !== 'scalar' || typeof node.value !== 'string' || node.at.by === 'default';
  }

  #put(path: Path, node: SourceNode | undefined): boolean {
    this.#paths.push(path);
    const before = nodeAt(this.current, path);
    const names = [path[path.length - 1], ...(before ? namesIn(before) : [])];
    for (const name of names) if (/^[a-z]/i.test(name)) this.#lost.add(name);
    this.current = replaced(this.current, path, node);
    return true;
  }

  /** The value to change: lists and distributions go as a whole. */
  #whole(path: Path): Path {
    for (let length = 1; length < path.length; length++) {
      const part = path.slice(0, length);
      const kind = schemaAt(this.current, this.#schema, part)?.info?.kind;
      if (nodeAt(this.current, part)?.kind === 'list' || kind === 'distribution') return part;
    }
    return path;
  }
}

const begins = (path: Path, start: Path): boolean => start.every((name, i) => path[i] === name);

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const holdsNames = ({ type, shape }: { type: string; shape?: unknown }): boolean =>
  shape !== undefined || type === 'record';

function replaced(map: MapNode, [name, ...rest]: Path, node: SourceNode | undefined): MapNode {
  if (rest.length === 0) return withEntry(map, name, node);
  const inner = map.entries.get(name)?.node;
  return inner?.kind === 'map' ? withEntry(map, name, replaced(inner, rest, node)) : map;
}

/** Every key and word in a value: it may be what other parts of the file refer to. */
function namesIn(node: SourceNode): string[] {
  if (node.kind === 'scalar') return [String(node.value)];
  if (node.kind === 'list') return node.items.flatMap(namesIn);
  return [...node.entries].flatMap(([name, entry]) => [name, ...namesIn(entry.node)]);
}

/** A value that fits a field which has no default; undefined for what has none that is sure to fit. */
function standIn(info: FieldInfo | undefined): string | number | undefined {
  switch (info?.kind) {
    case 'text':
      return '';
    case 'choice':
      return info.values?.[0];
    case 'parameter':
    case 'formula': {
      const { min, max, above, below } = info;
      const middle = ((above ?? min ?? 0) + (below ?? max ?? (above ?? min ?? 0) + 2)) / 2;
      return [0, min, max, middle, 1].find((value) => value !== undefined && withinBounds(value, info));
    }
    default:
      return undefined;
  }
}
