/**
 * Writes the generated parts of the documentation: reference pages and tables from the code, and the output of the
 * snippets in tutorial and lessons. Run by `npm run docs`, which builds first.
 */
import { importBundled, root } from './importBundled.mjs';

const { writeAll } = await importBundled('docs/generator/index.ts', 'docs');
const changed = writeAll(root);
console.log(changed.length > 0 ? changed.map((path) => `wrote ${path}`).join('\n') : 'all fresh');
