/** Makes one file of a TypeScript entry and all that it imports, and imports that. Needs no build of the package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** `entry` is a path from the root; `name` names the bundle in the cache. */
export async function importBundled(entry, name) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2023',
    packages: 'external',
    logLevel: 'warning',
  });
  const bundle = join(root, 'node_modules', '.cache', 'streetlevel', `${name}.mjs`);
  mkdirSync(dirname(bundle), { recursive: true });
  writeFileSync(bundle, outputFiles[0].contents);
  return import(pathToFileURL(bundle));
}
