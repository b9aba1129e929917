/** What the scripts that write pages of findings share: results of a scenario, run if need be, and marked blocks of a page. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folder of the results, the only argument of each script. */
export function resultsFolder() {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('say in which folder results are to stand');
  return folder;
}

/** Where a scenario's results stand: `out`, run anew unless `file` is there already. */
export function resultsOf(path, out, file) {
  if (!existsSync(join(out, file))) {
    const command = ['dist/streetlevel.js', 'run', path, '--out', out, '--quiet', '--force'];
    execFileSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  }
  return out;
}

/** Writes lines into the blocks of a page, each between `<!-- runs: name -->` and the next `<!-- end -->`. */
export function writeBlocks(name, blocks) {
  const page = join(root, name);
  let text = readFileSync(page, 'utf8');
  for (const [block, lines] of Object.entries(blocks)) {
    const [from, to] = [`<!-- runs: ${block} -->`, '<!-- end -->'];
    const start = text.indexOf(from) + from.length;
    if (start < from.length) throw new Error(`the page has no mark ${from}`);
    text = `${text.slice(0, start)}\n${lines.join('\n')}\n${text.slice(text.indexOf(to, start))}`;
  }
  writeFileSync(page, text);
}
