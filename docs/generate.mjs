/**
 * Writes the generated parts of the documentation: reference pages and tables from the code, and the output of the
 * snippets in tutorial, lessons and how-to pages. Run by `npm run docs`, which builds first; `npm run docs -- --code` leaves out
 * what has to be run, which takes minutes.
 */
import { importBundled, root } from './importBundled.mjs';

const { writeAll } = await importBundled('docs/generator/index.ts', 'docs');
const changed = writeAll(root, { runs: !process.argv.includes('--code') });
console.log(changed.length > 0 ? changed.map((path) => `wrote ${path}`).join('\n') : 'all fresh');
