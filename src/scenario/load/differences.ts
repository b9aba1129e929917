import type { z } from 'zod';
import type { FieldInfo } from '../kit/fields.ts';
import { Formula } from '../kit/formula.ts';
import { visitFields } from './fields.ts';
import { type LoadedScenario, loadedTrees } from './loadScenario.ts';
import type { SourceNode } from './sourceNode.ts';
import { sourceInWords } from './statedSource.ts';

type Leaf = string | number | boolean | null;

/** What a design has at a path, and where it comes from as far as that is known. */
export interface DifferingValue {
  value: Leaf;
  source?: string;
}

/** One path at which two designs differ from a week on. */
export interface DesignDifference {
  path: string;
  /** First week in which they differ so. */
  from: number;
  doc?: string;
  unit?: string;
  /** Whether it is text for readers, such as a title, that changes no number. */
  forReaders: boolean;
  /** Whether the same entries stand in another order, which moves ties and sums; values are then the names. */
  order: boolean;
  /** Whether it is a number or a formula, and no switch, word or kind. */
  parameter: boolean;
  /** Undefined where the design has nothing at the path. */
  a: DifferingValue | undefined;
  b: DifferingValue | undefined;
}

/** One design of a loaded file. */
export interface DesignOf {
  loaded: LoadedScenario<unknown>;
  id: string;
}

/**
 * Everything in which two designs differ as they are resolved, week by week: defaults filled in, dated changes made, so that two
 * ways of writing the same are no difference. Empty where they are the same. A difference that goes on is told once, from
 * the week in which it begins; one that ends is told with equal values from that week on.
 */
export function designDifferences(a: DesignOf, b: DesignOf, schema: z.ZodType): DesignDifference[] {
  const [left, right] = [courseOf(a, schema), courseOf(b, schema)];
  const weeks = [...new Set([...left.weeks, ...right.weeks])].sort((x, y) => x - y);
  const told = new Map<string, string>();
  return weeks.flatMap((from) => differencesAt(from, left.at(from), right.at(from), told));
}

/** What a design changes on its way, by dates of its timeline: what held before (a) against what holds from then on (b). */
export function changesInTime(design: DesignOf, schema: z.ZodType): DesignDifference[] {
  const { weeks, at } = courseOf(design, schema);
  return weeks.slice(1).flatMap((from, i) => differencesAt(from, at(weeks[i]), at(from), new Map()));
}

/** `told` holds the differences that go on from earlier weeks, as values of both by path, and is brought up to date. */
function differencesAt(
  from: number,
  mine: State,
  yours: State,
  told: Map<string, string>,
): DesignDifference[] {
  const paths = [...new Set([...mine.leaves.keys(), ...yours.leaves.keys(), ...told.keys()])];
  return paths.flatMap((path): DesignDifference[] => {
    const [x, y] = [mine.leaves.get(path), yours.leaves.get(path)];
    // A list of names says the order of a map; where other names stand in it that is told of each of them.
    const order = path.endsWith(ORDER);
    const same = order ? sameOrder(x, y) : x === y;
    const now = JSON.stringify([x, y]);
    if (same ? !told.has(path) : told.get(path) === now) return [];
    if (same) told.delete(path);
    else told.set(path, now);
    const bare = order ? path.slice(0, -ORDER.length) : path;
    const notes = [mine.note(bare), yours.note(bare)];
    const { doc, unit, kind } = (notes[0] ?? notes[1])?.info ?? {};
    return [
      {
        path: bare,
        from,
        ...(doc !== undefined && { doc }),
        ...(unit !== undefined && { unit }),
        forReaders: isForReaders(bare),
        order,
        parameter: typeof (x ?? y) === 'number' || kind === 'formula',
        a: sideOf(x, notes[0]),
        b: sideOf(y, notes[1]),
      },
    ];
  });
}

const sideOf = (value: Leaf | undefined, note: Note | undefined): DifferingValue | undefined =>
  value === undefined ? undefined : { value, ...(note?.source !== undefined && { source: note.source }) };

const isForReaders = (path: string): boolean =>
  /^(title|about|question|sources\..*)$|\.(title|note)$/.test(path);

const ORDER = '\u0000order';

/** Whether the names that two maps have in common stand in the same order. */
function sameOrder(x: Leaf | undefined, y: Leaf | undefined): boolean {
  if (typeof x !== 'string' || typeof y !== 'string') return true;
  const [mine, yours] = [x.split(', '), y.split(', ')];
  return (
    mine.filter((name) => yours.includes(name)).join() === yours.filter((name) => mine.includes(name)).join()
  );
}

interface Note {
  info: FieldInfo;
  source?: string;
}

/** What a design is in some week. */
interface State {
  leaves: Map<string, Leaf>;
  note(path: string): Note | undefined;
}

interface Course {
  weeks: number[];
  at(week: number): State;
}

/** A design through the weeks: its values by path, and what is known of each. */
function courseOf({ loaded, id }: DesignOf, schema: z.ZodType): Course {
  const design = loaded.designs.find((each) => each.id === id);
  if (!design) throw new Error(`No design is called "${id}".`);
  const trees = loadedTrees(loaded).designs;
  const own = trees.find((each) => each.id === id)!;
  return {
    weeks: design.phases.map(({ from }) => from),
    at(week) {
      const phase = design.phases.findLast(({ from }) => from <= week)!;
      // Before its first week a design is the base.
      const { phases } = week < design.from ? trees[0] : own;
      const { tree } = phases.findLast(({ from }) => from <= week)!;
      let notes: Map<string, Note> | undefined;
      return {
        leaves: leavesOf(phase.scenario),
        note(path) {
          notes ??= notesOf(tree, schema);
          return notes.get(path) ?? notes.get(path.slice(0, path.lastIndexOf('.')));
        },
      };
    },
  };
}

function leavesOf(scenario: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  const visit = (value: unknown, path: string): void => {
    if (value === undefined) return;
    if (value instanceof Formula) leaves.set(path, formulaLeaf(value.text));
    else if (Array.isArray(value)) leaves.set(path, value.join(', '));
    else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      if (keys.length > 1) leaves.set(`${path}${ORDER}`, keys.join(', '));
      for (const key of keys)
        visit((value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
    } else leaves.set(path, value as Leaf);
  };
  visit(scenario, '');
  return leaves;
}

/** A formula without the blanks that change nothing; one that is a number, as that number. */
function formulaLeaf(text: string | number): Leaf {
  const number = Number(text);
  if (text !== '' && !Number.isNaN(number)) return number;
  return String(text)
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\w. ]) ?/g, '$1')
    .trim();
}

function notesOf(tree: SourceNode, schema: z.ZodType): Map<string, Note> {
  const notes = new Map<string, Note>();
  const add = (path: string, node: SourceNode, info: FieldInfo): void => {
    const unsaid = info.kind === 'text' && node.at.by === 'default';
    const source = node.kind === 'map' || unsaid ? undefined : sourceInWords(node);
    notes.set(path, { info, ...(source !== undefined && { source }) });
  };
  visitFields(tree, schema, (names, node, info) => {
    const path = names.join('.');
    add(path, node, info);
    if (node.kind === 'map')
      for (const [name, entry] of node.entries) add(`${path}.${name}`, entry.node, info);
  });
  return notes;
}
