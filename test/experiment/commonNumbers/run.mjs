/** `npm run common-numbers`: makes one file of what lies here and runs it. */
import { importBundled, root } from '../../../docs/importBundled.mjs';

const { main } = await importBundled('test/experiment/commonNumbers/main.ts', 'common-numbers');
process.exitCode = main(process.argv.slice(2), root);
