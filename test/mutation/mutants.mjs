/** The mutants that there are, and a sample of them that is the same until the code they change is another. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

/** What is mutated: the model, its measures and the formulas of scenarios. */
export const mutatedFolders = ['src/model', 'src/measures', 'src/scenario/expressions'];

const silent = new Proxy({}, { get: () => () => false });

/** Every mutant that the tool makes of folders of the source, with what stands there now. */
export async function allMutants(root, folders) {
  const files = folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((name) => ({ name, content: readFileSync(join(root, name), 'utf8'), mutate: true }));
  const { mutants } = await new Instrumenter(silent).instrument(files, {
    plugins: null,
    ignorers: [],
    excludedMutations: [],
  });
  const text = new Map(files.map(({ name, content }) => [name, content.split('\n')]));
  return mutants.map(({ fileName, location: { start, end }, mutatorName, replacement }) => {
    const lines = text.get(fileName).slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
    lines[0] = lines[0].slice(start.column);
    return { file: fileName, start, end, mutator: mutatorName, replacement, original: lines.join('\n') };
  });
}

/** What a mutant is told by: where it is, and what becomes of it. Lines as an editor counts them. */
export const keyOf = ({ file, start, end, replacement }) =>
  `${file}:${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1} ${replacement}`;

/** Mutants drawn without replacement: those whose hash with the seed is smallest. */
export function drawn(mutants, count, seed) {
  const rank = (mutant) =>
    createHash('sha256')
      .update(`${seed} ${keyOf(mutant)}`)
      .digest('hex');
  return mutants
    .map((mutant) => ({ mutant, at: rank(mutant) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, count)
    .map(({ mutant }) => mutant);
}
