import { basename } from 'node:path';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import type { ScenarioSource } from '../../web/engine/protocol.ts';

const bundledPrefix = 'bundled:';

/**
 * A scenario as the page opens it. Files go by their names alone, since a page may be given away and folders are nobody's
 * business; of two files with one name the second is told apart by a number.
 */
export function firstSource({ file, text, extended }: ScenarioBundle): ScenarioSource {
  if (file.startsWith(bundledPrefix)) return { bundled: file.slice(bundledPrefix.length) };
  const names = namesOf([file, ...Object.values(extended).map((one) => one.file)]);
  const shown = (path: string) => names.get(path) ?? nameOf(path);
  const entries = Object.entries(extended).map(([key, one]) => {
    const [from, reference] = key.split('\u0000');
    return [`${shown(from)}\u0000${reference}`, { file: shown(one.file), text: one.text }] as const;
  });
  return { file: shown(file), text, extended: Object.fromEntries(entries) };
}

function namesOf(files: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of new Set(files)) {
    const name = nameOf(file);
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name} (${number})`;
    taken.add(free);
    names.set(file, free);
  }
  return names;
}

const nameOf = (file: string): string => (file.startsWith(bundledPrefix) ? file : basename(file));
