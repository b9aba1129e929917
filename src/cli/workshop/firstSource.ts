import { basename } from 'node:path';
import type { ScenarioBundle } from '../../simulation/contract.ts';
import type { ScenarioSource } from '../../web/engine/protocol.ts';

const bundledPrefix = 'bundled:';

/**
 * A scenario as the page opens it. Files go by their names alone, since a page may be given away and folders are nobody's
 * business; only where two files of a scenario have one name they keep their paths.
 */
export function firstSource({ file, text, extended }: ScenarioBundle): ScenarioSource {
  if (file.startsWith(bundledPrefix)) return { bundled: file.slice(bundledPrefix.length) };
  const files = new Set([file, ...Object.values(extended).map((one) => one.file)]);
  const isClear = new Set([...files].map(nameOf)).size === files.size;
  const shown = isClear ? nameOf : (name: string) => name;
  const entries = Object.entries(extended).map(([key, one]) => {
    const [from, reference] = key.split('\u0000');
    return [`${shown(from)}\u0000${reference}`, { file: shown(one.file), text: one.text }] as const;
  });
  return { file: shown(file), text, extended: Object.fromEntries(entries) };
}

const nameOf = (file: string): string => (file.startsWith(bundledPrefix) ? file : basename(file));
