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

/** Where a scenario's results stand: `out`, run anew, with further options if any, unless `file` is there already. */
export function resultsOf(path, out, file, options = []) {
  if (!existsSync(join(out, file))) {
    const command = ['dist/streetlevel.js', 'run', path, '--out', out, '--quiet', '--force', ...options];
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

/** Values of a folder of results, [design][measure[slice]], one a replicate in order; undefined ones are left out. */
export function readMeasures(out) {
  const found = {};
  for (const line of readFileSync(join(out, 'measures.csv'), 'utf8').trim().split('\n').slice(1)) {
    const [, design, replicate, measure, quoted, plain, value] =
      line.match(/^([^,]*),(\d+),([^,]*),(?:"([^"]*)"|([^,]*)),([^,]*),/) ?? [];
    if (value === undefined || value === '') continue;
    const slice = quoted ?? plain;
    const key = slice === '' ? measure : `${measure}[${slice}]`;
    ((found[design] ??= {})[key] ??= [])[Number(replicate)] = Number(value);
  }
  return found;
}

/** Student's t for 95% intervals of 20 and 100 runs. */
const T = { 20: 2.093, 100: 1.984 };

/** Mean over the runs in which there is a value. */
export const mean = (values) => {
  const known = values.filter((value) => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

export const spread = (values) =>
  Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));

/** Half of the width of the 95% interval of a mean over runs. */
export const halfWidth = (values) => (T[values.length] * spread(values)) / Math.sqrt(values.length);

export const number = (value, places = 1) => {
  const text = value.toFixed(places);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
};

export const percent = (value, places = 0) => `${number(value * 100, places)}%`;

export const table = (heads, rows) => [
  `| ${heads.join(' | ')} |`,
  `| --- |${' --: |'.repeat(heads.length - 1)}`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

/** "+1.8 (1.3 to 2.3)": the mean of differences paired by run, with its interval. */
export function difference(a, b, places = 1, scale = 1) {
  const each = a.map((value, run) => (value - b[run]) * scale);
  const middle = mean(each);
  const half = halfWidth(each);
  const ends = `${number(middle - half, places)} to ${number(middle + half, places)}`;
  return `${middle > 0 ? '+' : ''}${number(middle, places)} (${ends})`;
}
