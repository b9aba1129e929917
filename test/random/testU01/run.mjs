/** `npm run randomness`: makes one file of what lies here and runs it. */
import { importBundled, root } from '../../../docs/importBundled.mjs';

const { main } = await importBundled('test/random/testU01/main.ts', 'randomness');
process.exitCode = await main(process.argv.slice(2), root);
