import { existsSync } from 'node:fs';
import {
  differencesBetween,
  readerTexts,
  type ToldDifference,
  tellDifferences,
} from '../../explanation/index.ts';
import type { LoadedScenario } from '../../scenario/index.ts';
import { openScenario, type Scenario } from '../../simulation/index.ts';
import { counted } from '../../words/counted.ts';
import { bundledNames } from '../bundledScenarios.ts';
import type { CommandInput } from '../command.ts';
import { fileAndDesigns } from '../fileAndDesigns.ts';
import { didYouMean } from '../nearest.ts';
import { findScenario } from '../scenarioFile.ts';
import { UsageError } from '../usageError.ts';
import { paragraph } from './lines.ts';

interface Side {
  /** As the reader can write it. */
  name: string;
  loaded: LoadedScenario<Scenario>;
  id: string;
}

/** What differs between two designs: as data for `--json`, and as text. */
export interface ExplainedDifference {
  explains: 'difference';
  a: string;
  b: string;
  same: boolean;
  differences: ToldDifference[];
  /** Every path that differs, also inside entries that are told as a whole. */
  paths: string[];
  /** Paths of titles and the like, which change no number. */
  texts: string[];
}

/**
 * The pairs that `--diff` asks for: two designs or files, a file and two of its designs, or a file alone for its base
 * against each other design. A file without designs stands for its base.
 */
export function differencesAsked(words: readonly string[], input: CommandInput): ExplainedDifference[] {
  return pairs(words, input).map(([a, b]) => {
    const found = differencesBetween(a, b);
    const [left, right] = [compared(a), compared(b)];
    return {
      explains: 'difference',
      a: a.name,
      b: b.name,
      same: found.length === 0,
      differences: tellDifferences(found, left, right),
      paths: [...new Set(found.map(({ path }) => path))],
      texts: readerTexts(found, left, right),
    };
  });
}

function compared({ name, loaded, id }: Side) {
  const { title, phases } = loaded.designs.find((each) => each.id === id)!;
  return { name, title, phases };
}

function pairs(words: readonly string[], input: CommandInput): [Side, Side][] {
  const opened = new Map<string, LoadedScenario<Scenario>>();
  const open = (file: string): LoadedScenario<Scenario> => {
    const known = opened.get(file) ?? openScenario(findScenario(file, input).bundle);
    opened.set(file, known);
    return known;
  };
  const side = (file: string, id?: string): Side => {
    const loaded = open(file);
    const ids = loaded.designs.map((design) => design.id);
    if (id !== undefined && !ids.includes(id))
      throw new UsageError(
        `${file} has no design "${id}": there are ${ids.join(', ')}.${didYouMean(id, ids)}`,
      );
    return { name: `${file}#${id ?? loaded.base}`, loaded, id: id ?? loaded.base };
  };
  const [first, ...others] = words.map(fileAndDesigns);
  const { file } = first;
  if (first.designs && first.designs.length > 2)
    throw new UsageError(`--diff compares two designs, not ${first.designs.length}: ${words[0]}`);
  if (others.length === 0) {
    const [a, b] = first.designs ?? [];
    if (b !== undefined) return [[side(file, a), side(file, b)]];
    const base = open(file).base;
    const rest =
      a === undefined
        ? open(file)
            .designs.map(({ id }) => id)
            .filter((id) => id !== base)
        : [a];
    if (rest.length === 0)
      throw new UsageError(`${file} has one design, ${base}: name another file or design to compare it with`);
    return rest.map((id) => [side(file, base), side(file, id)]);
  }
  if (others.length === 2 && !first.designs) return [[side(file, words[1]), side(file, words[2])]];
  if (others.length > 1)
    throw new UsageError(
      `--diff takes two designs or files, a file and two of its designs, or a file; not ${words.length} names`,
    );
  if (first.designs && first.designs.length > 1)
    throw new UsageError(`${words[0]} names two designs already, and ${words[1]} would be a third`);
  const [second] = others;
  const isOwn = !isScenario(second.file) && open(file).designs.some(({ id }) => id === words[1]);
  const a = side(file, first.designs?.[0]);
  return [[a, isOwn ? side(file, words[1]) : side(second.file, oneOf(second.designs, words[1]))]];
}

function oneOf(designs: readonly string[] | undefined, word: string): string | undefined {
  if (designs && designs.length > 1) throw new UsageError(`${word} names more than one design`);
  return designs?.[0];
}

const isScenario = (name: string): boolean =>
  name === '-' || existsSync(name) || bundledNames().includes(name);

/** The text that a person reads. */
export function differenceText({ a, b, same, differences, texts }: ExplainedDifference): string {
  if (same) return `${a} and ${b}: no difference.`;
  const count = counted(differences.length, 'difference');
  const heading =
    differences.length === 0 ? `${a} and ${b}: no difference but in titles.` : `${a} → ${b}: ${count}.`;
  const readers =
    texts.length > 0 ? [paragraph(`Titles and texts that change no number: ${texts.join(', ')}.`, 2, 4)] : [];
  return [heading, ...differences.map(differenceLines), ...readers].join('\n');
}

function differenceLines({ path, from, about, a, b, sources }: ToldDifference): string {
  const when = from > 0 ? ` (from week ${from} on)` : '';
  const source = (text: string | undefined) => (text === undefined ? '' : ` [${text}]`);
  return [
    paragraph(`${path}${when}${about === '' ? '' : `: ${about}`}`, 2, 6),
    paragraph(`− ${a}${source(sources.a)}`, 4, 6),
    paragraph(`+ ${b}${source(sources.b)}`, 4, 6),
  ].join('\n');
}
