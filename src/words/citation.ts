import { counted } from './counted.ts';
import type { ManifestFacts } from './tables.ts';

/** "10 runs a design", "8 runs a design, stopped before 20". */
function runsInWords({ replicates, replicatesAsked, partial }: ManifestFacts): string {
  const runs = `${counted(replicates, 'run')} a design`;
  return partial ? `${runs}, stopped before ${replicatesAsked}` : runs;
}

/** A reference in one line: program, version, scenario by its hash, seed, runs. No date: equal runs have equal reports. */
export function citation(manifest: ManifestFacts): string {
  const { version, commit, title, scenario, hash, seed } = manifest;
  const of = commit ? `, commit ${commit.slice(0, 12)}` : '';
  return `streetlevel, version ${version}${of} [computer program]. Scenario “${title}” (${scenario}, hash ${hash.slice(0, 12)}), seed ${seed}, ${runsInWords(manifest)}. Repeated by: ${manifest.command}`;
}

/** The same as an entry for BibTeX. */
export function bibtex(manifest: ManifestFacts): string {
  const { version, commit, title, scenario, hash, seed, command } = manifest;
  const short = hash.slice(0, 12);
  const fields: [string, string][] = [
    ['author', '{The streetlevel contributors}'],
    ['title', 'streetlevel: an agent-based simulation of street-level discretion'],
    ['version', commit ? `${version}, commit ${commit.slice(0, 12)}` : version],
    ['howpublished', 'Computer program'],
    [
      'note',
      `Scenario “${title}” (${scenario}, hash ${short}), seed ${seed}, ${runsInWords(manifest)}. Command: ${command}`,
    ],
  ];
  const key = `streetlevel-${scenario.replaceAll(/[^A-Za-z0-9-]+/g, '-')}-${short.slice(0, 6)}`;
  const lines = fields.map(([name, value]) => `  ${name} = {${name === 'author' ? value : forTex(value)}}`);
  return `@misc{${key},\n${lines.join(',\n')}\n}`;
}

const texCharacters: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '“': '``',
  '”': "''",
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '–': '--',
};

/** Text in which nothing is a command to TeX. */
const forTex = (text: string): string =>
  text.replaceAll(/[\\{}“”~^–&%$#_]/g, (one) => texCharacters[one] ?? `\\${one}`);
