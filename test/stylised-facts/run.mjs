/** `npm run facts`: makes one file of what lies here and runs it. Needs no build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['test/stylised-facts/main.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'es2023',
  packages: 'external',
  logLevel: 'warning',
});
const bundle = join(root, 'node_modules', '.cache', 'streetlevel', 'facts.mjs');
mkdirSync(dirname(bundle), { recursive: true });
writeFileSync(bundle, outputFiles[0].contents);
const { main } = await import(pathToFileURL(bundle));
process.exitCode = await main(process.argv.slice(2), root);
