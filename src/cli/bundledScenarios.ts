import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { scenariosFolder } from '../backends/packageFiles.ts';
import { TARGETS } from './bundledTargets.ts';

/** Folders of bundled scenarios: the scenarios themselves, then parts of larger ones, then those of lessons. */
function bundledFolders(): string[] {
  const within = readdirSync(scenariosFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== LESSONS && entry.name !== TARGETS)
    .map(({ name }) => name)
    .sort();
  return [scenariosFolder, ...[...within, LESSONS].map((name) => join(scenariosFolder, name))];
}

const LESSONS = 'lessons';

/** The files of the package's own scenarios by the name under which they can be run and extended. */
function bundledFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of bundledFolders()) {
    for (const file of readdirSync(folder).sort()) {
      if (file.endsWith('.yaml')) files.set(file.slice(0, -'.yaml'.length), join(folder, file));
    }
  }
  return files;
}

/** Names of the bundled scenarios in alphabetical order, those of parts and of lessons after them. */
export const bundledNames = (): string[] => [...bundledFiles().keys()];

/** Where a bundled scenario lies. Throws RangeError for a name that is not bundled. */
export function bundledPath(name: string): string {
  const path = bundledFiles().get(name);
  if (path === undefined) throw new RangeError(`no bundled scenario is called "${name}"`);
  return path;
}

/** The bundled scenarios by name with their titles, read without the rest of their files. */
export function bundledTitles(): { name: string; title: string }[] {
  return bundledNames().map((name) => {
    const lines = topEntry(readFileSync(bundledPath(name), 'utf8'), 'title');
    const { title } = parseDocument(lines).toJS() ?? {};
    return { name, title: typeof title === 'string' ? title : '' };
  });
}

/** The lines of a key at the top of a file and of its value; nothing where it is not there. */
function topEntry(text: string, key: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (from < 0) return '';
  const length = lines.slice(from + 1).findIndex((line) => /^[^\s#]/.test(line));
  return lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n');
}

/** The bundled scenarios with what their files say of themselves. */
export function bundledScenarios(): { name: string; title: string; about: string; designs: string[] }[] {
  return bundledNames().map((name) => {
    const { title, about, designs } = parseDocument(readFileSync(bundledPath(name), 'utf8')).toJS() ?? {};
    return {
      name,
      title: typeof title === 'string' ? title : '',
      about: typeof about === 'string' ? about.trim() : '',
      designs: Object.keys(designs ?? {}),
    };
  });
}
