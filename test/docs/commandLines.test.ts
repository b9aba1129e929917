import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledNames } from '../../src/cli/bundledScenarios.ts';
import { commands } from '../../src/cli/commands.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { pages, repository } from './repository.ts';

/* What takes too long to run, or needs other machines, is read by the program at least: no page shows an option that there is not. */

/** The shell takes a line apart; the program's words are kept, and no other program is found. */
const prelude = `streetlevel() { for word in "$#" "$@"; do printf '%s\\0' "$word"; done >> words; }
npx() { [ "$1" = streetlevel ] && shift && streetlevel "$@"; }
node() { case "$1" in *dist/streetlevel.js) shift; streetlevel "$@";; esac; }
PATH=/nowhere
`;
const fence = /^```(?:sh|bash)[^\n]*\n([\s\S]*?)^```$/gm;

const folder = mkdtempSync(join(tmpdir(), 'streetlevel-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command lines of a page, each a list of words. */
function commandLines(page: string): string[][] {
  const script = [...page.matchAll(fence)].map(([, body]) => `( ${body}\n)\n`).join('');
  spawnSync('bash', ['-c', `rm -f words; ${prelude}${script}`], { cwd: folder });
  const kept = spawnSync('cat', ['words'], { cwd: folder, encoding: 'utf8' }).stdout.split('\0');
  rmSync(join(folder, 'words'), { force: true });
  const lines: string[][] = [];
  for (let at = 0; at < kept.length - 1; at += 1 + Number(kept[at]))
    lines.push(kept.slice(at + 1, at + 1 + Number(kept[at])));
  return lines;
}

const lines = pages().map((path) => ({
  path,
  lines: commandLines(readFileSync(join(repository, path), 'utf8')),
}));

describe('command lines of pages', () => {
  it('are many', () => {
    expect(lines.flatMap((page) => page.lines).length).toBeGreaterThan(100);
  });

  it.each(lines.filter((page) => page.lines.length > 0))('of $path are read by the program', async (page) => {
    for (const words of page.lines) {
      const read = await parseCommandLine(words, commands);
      // Help and version are answered while words are read.
      if (!words.some((word) => ['--help', '-h', '--version'].includes(word)))
        expect(read, words.join(' ')).toBeDefined();
    }
  });

  it.each(lines.filter((page) => page.lines.length > 0))('of $path name scenarios that there are', (page) => {
    const plain = /^[a-z][a-z-]*(\/[a-z-]+)?$/;
    const takeScenarios = [
      'run',
      'compare',
      'plan',
      'sweep',
      'sensitivity',
      'calibrate',
      'optimise',
      'validate',
      'cards',
      'trace',
    ];
    const named = page.lines
      .filter(([command]) => takeScenarios.includes(command))
      .flatMap(([, argument]) => (argument && plain.test(argument) ? [argument] : []));
    expect(named.filter((name) => !bundledNames().includes(name))).toEqual([]);
  });
});
