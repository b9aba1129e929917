/** `npm run intervals`: makes one file of what lies here and runs it. */
import { importBundled, root } from '../../../docs/importBundled.mjs';

const { main } = await importBundled('test/experiment/intervals/main.ts', 'intervals');
process.exitCode = main(process.argv.slice(2), root);
