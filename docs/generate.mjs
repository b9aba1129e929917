/**
 * Writes the generated parts of the documentation: reference pages and tables from the code, and the output of the
 * snippets in tutorial and lessons. Run by `npm run docs`, which builds first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['docs/generator/index.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  packages: 'external',
  logLevel: 'warning',
});
const bundle = join(root, 'node_modules', '.cache', 'streetlevel', 'docs.mjs');
mkdirSync(dirname(bundle), { recursive: true });
writeFileSync(bundle, outputFiles[0].contents);
const { writeAll } = await import(pathToFileURL(bundle));
const changed = writeAll(root);
console.log(changed.length > 0 ? changed.map((path) => `wrote ${path}`).join('\n') : 'all fresh');
