/** `npm run faults`: makes one file of what lies here and runs it. Needs the built command. */
import { importBundled, root } from '../../docs/importBundled.mjs';

const { main } = await importBundled('test/faults/main.ts', 'faults');
process.exitCode = await main(process.argv.slice(2), root);
