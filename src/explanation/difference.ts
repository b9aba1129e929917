import type { Scenario } from '../model/schema/scenario.ts';
import type { DesignDifference, DifferingValue } from '../scenario/index.ts';
import { spellName } from '../words/format.ts';
import { unitOfOne } from '../words/parameters.ts';
import { type RuleOfContact, requiredContact } from './rules.ts';
import { tellerOf } from './teller.ts';
import { sayingKinds, type Telling } from './telling.ts';

/** A design that is held against another: what it is called, and what it is from each week on. */
export interface ComparedDesign {
  /** As the reader named it. */
  name: string;
  title: string;
  phases: readonly { from: number; scenario: Scenario }[];
}

/** One difference in words: where, from when, and what each design has. */
export interface ToldDifference {
  path: string;
  from: number;
  /** What the path is about, with the title that the scenario gives to the thing. */
  about: string;
  a: string;
  b: string;
  /** Where the values come from, where somebody says so. */
  sources: { a?: string; b?: string };
}

/** What stands where a design has nothing at a path. */
export const NOTHING = 'nothing';

/**
 * Differences in words. An entry that only one design has, such as an instrument, is told as a whole; one that is of another
 * kind there as well. Texts for readers, which change no number, are left to `readerTexts`.
 */
export function tellDifferences(
  differences: readonly DesignDifference[],
  a: ComparedDesign,
  b: ComparedDesign,
): ToldDifference[] {
  const told: ToldDifference[] = [];
  const wholes = new Set<string>();
  for (const each of differences) {
    if (each.forReaders && !isPartOfEntry(each, a, b)) continue;
    const [mine, yours] = [tellingOf(a, each.from), tellingOf(b, each.from)];
    const whole = wholeEntry(each.path, mine.scenario, yours.scenario);
    if (whole === undefined) {
      told.push(single(each, mine, yours));
      continue;
    }
    const key = `${each.from} ${whole}`;
    if (wholes.has(key)) continue;
    wholes.add(key);
    const has = (telling: Telling) => entryInWords(telling, whole);
    told.push({ path: whole, from: each.from, about: '', a: has(mine), b: has(yours), sources: {} });
  }
  return told;
}

/** Paths of texts for readers, such as titles, in which the designs differ. */
export const readerTexts = (
  differences: readonly DesignDifference[],
  a: ComparedDesign,
  b: ComparedDesign,
): string[] =>
  differences.filter((each) => each.forReaders && !isPartOfEntry(each, a, b)).map(({ path }) => path);

const isPartOfEntry = ({ path, from }: DesignDifference, a: ComparedDesign, b: ComparedDesign): boolean =>
  wholeEntry(path, scenarioAt(a, from), scenarioAt(b, from)) !== undefined;

const scenarioAt = ({ phases }: ComparedDesign, week: number): Scenario =>
  phases.findLast(({ from }) => from <= week)!.scenario;

function tellingOf(design: ComparedDesign, week: number): Telling {
  const scenario = scenarioAt(design, week);
  return { scenario, tell: tellerOf(scenario), most: 6 };
}

/** The shortest beginning of a path that only one of them has, or that is of another kind in each; undefined where there is none. */
function wholeEntry(path: string, a: Scenario, b: Scenario): string | undefined {
  const names = path.split('.');
  for (let length = 2; length < names.length; length++) {
    const start = names.slice(0, length);
    const [mine, yours] = [valueAt(a, start), valueAt(b, start)];
    if (mine === undefined || yours === undefined || kindOf(mine) !== kindOf(yours)) return start.join('.');
  }
  return undefined;
}

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? ((value as { kind?: unknown }).kind ?? (value as { dist?: unknown }).dist)
    : undefined;

function valueAt(root: unknown, names: readonly string[]): unknown {
  let value = root;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function single(
  { path, from, doc, unit, order, a, b }: DesignDifference,
  mine: Telling,
  yours: Telling,
): ToldDifference {
  const value = (side: DifferingValue | undefined, { tell }: Telling): string => {
    if (side === undefined) return NOTHING;
    if (typeof side.value === 'boolean') return side.value ? 'yes' : 'no';
    if (typeof side.value !== 'number') return side.value === '' ? 'empty' : String(side.value);
    if (unit === 'money') return tell.money(side.value);
    if (path === 'priceYear') return String(side.value);
    return `${tell.number(side.value)}${unit === undefined ? '' : ` ${side.value === 1 ? unitOfOne(unit) : unit}`}`;
  };
  return {
    path,
    from,
    about: order ? 'The same entries in another order, which decides ties.' : (doc ?? ''),
    a: value(a, mine),
    b: value(b, yours),
    sources: {
      ...(a?.source !== undefined && { a: a.source }),
      ...(b?.source !== undefined && { b: b.source }),
    },
  };
}

/** An entry as a whole: as its kind says it, or by what stands in it. */
function entryInWords(telling: Telling, path: string): string {
  const { scenario, tell } = telling;
  const names = path.split('.');
  const entry = valueAt(scenario, names);
  if (entry === undefined) return NOTHING;
  const kinds = sayingKinds[names.slice(0, -1).join('.')];
  const kind = kinds?.[String(kindOf(entry))];
  if (kind) return `${kind.title}: ${kind.says(entry as never, tell)}`;
  if (names[0] === 'rules' && names.length === 2) return requiredContact(entry as RuleOfContact, telling);
  const leaves = leavesInWords(entry, telling);
  const told = leaves.length > telling.most + 1 ? leaves.slice(0, telling.most) : leaves;
  const rest = leaves.length - told.length;
  return `${told.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function leavesInWords(value: unknown, telling: Telling, under = ''): string[] {
  // A path such as `manager.passesOn`, as a reader would say it.
  const name = under.split('.').map(spellName).join(' ');
  if (Array.isArray(value)) return [`${name}: ${value.join(', ')}`];
  if (typeof value === 'object' && value !== null) {
    const { dist, text } = value as { dist?: string; text?: string | number };
    if (dist !== undefined) return [`${name}: ${telling.tell.spread(value as never)}`];
    if (text !== undefined && 'context' in value) return [`${name}: ${text}`];
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesInWords(inner, telling, under === '' ? key : `${under}.${key}`),
    );
  }
  if (value === '' || value === 0 || value === undefined || value === false) return [];
  const words =
    value === true ? 'yes' : typeof value === 'number' ? telling.tell.number(value) : String(value);
  return [under === '' ? words : `${name}: ${words}`];
}
