/** `npm run facts`: makes one file of what lies here and runs it. Needs no build. */
import { importBundled, root } from '../../docs/importBundled.mjs';

const { main } = await importBundled('test/stylised-facts/main.ts', 'facts');
process.exitCode = await main(process.argv.slice(2), root);
