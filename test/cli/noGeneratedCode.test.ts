import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { root, visit } from '../house/sources.ts';
import { scratchFolder } from '../results/scratch.ts';
import { commandPath } from './command.ts';

const scratch = scratchFolder();
const node = promisify(execFile);
/** Makes eval and new Function throw, as a strict content policy does in a browser. */
const strict = '--disallow-code-generation-from-strings';

/** Calls of eval and Function in a built file, with what stands around them. */
function generatedCode(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const found: string[] = [];
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest), (each) => {
    const called = ts.isCallExpression(each) || ts.isNewExpression(each) ? each.expression : undefined;
    if (called === undefined || !ts.isIdentifier(called)) return;
    if (called.text === 'eval' || called.text === 'Function')
      found.push(text.slice(called.pos - 40, called.end + 40));
  });
  return found;
}

describe('what is built', () => {
  it('holds no code that makes code, but for parts of the chart library that are never called', () => {
    const dist = join(root, 'dist');
    const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
    expect(files).toEqual(expect.arrayContaining(['index.js', 'streetlevel.js', 'worker.js']));
    const withCode = files.filter((name) => generatedCode(join(dist, name)).length > 0);
    // Charts and report share the chart library, which then is a chunk of its own that only they load.
    const loadedBy = (name: string) =>
      files.filter((other) => other !== name && readFileSync(join(dist, other), 'utf8').includes(name));
    const ofCharts = (name: string) => /^chunk-(charts|report)-|^(embed|page)\.js$/.test(name);
    const elsewhere = withCode.filter(
      (name) => !ofCharts(name) && (loadedBy(name).length === 0 || !loadedBy(name).every(ofCharts)),
    );
    expect(elsewhere).toEqual([]);
  });

  it('reads, simulates, draws and reports where code may not be made at run time', async () => {
    await expect(node(process.execPath, [strict, '--eval', 'new Function("return 1")()'])).rejects.toThrow(
      /Code generation from strings disallowed/,
    );
    writeFileSync(join(scratch(), 'mine.yaml'), firstScenario);
    const words = ['run', 'mine.yaml', '--replicates', '2', '--quiet', '--threads', '2'];
    const { stdout } = await node(process.execPath, [strict, commandPath, ...words], { cwd: scratch() });
    expect(stdout).toContain('report.html');
    expect(readdirSync(join(scratch(), 'results/mine/charts')).some((name) => name.endsWith('.svg'))).toBe(
      true,
    );
  });
});
