import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { scenariosFolder } from '../backends/packageFiles.ts';

/** Names under which the package's own scenarios can be run and extended, in alphabetical order. */
export function bundledNames(): string[] {
  return readdirSync(scenariosFolder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();
}

export const bundledPath = (name: string): string => join(scenariosFolder, `${name}.yaml`);

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
