import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a build, types, style and tests need of the project. */
const needed =
  'src test docs scenarios build.mjs package.json package-lock.json tsconfig.json vitest.config.ts biome.json .gitignore'.split(
    ' ',
  );

const block = /^```(ts|diff) into=(\S+)\n([\s\S]*?)^```$/gm;

/** A copy of the project in which somebody has done what pages say. Remove it after use. */
export class ChangedProject {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'streetlevel-changed-')));

  /** Files that the pages write anew, from the root. */
  readonly written: string[] = [];

  /** Throws where a change does not fit the file. */
  constructor(root: string, pages: readonly string[]) {
    for (const name of needed) cpSync(join(root, name), join(this.path, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(this.path, 'node_modules'));
    for (const page of pages)
      for (const [, language, file, text] of readFileSync(join(root, page), 'utf8').matchAll(block))
        if (language === 'diff') this.change(file, text);
        else this.write(file, text);
  }

  /** Runs a program of the project's packages there; gives what it printed, and its exit code. */
  run(program: string, ...options: string[]): { output: string; code: number } {
    const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, TEST_REPORT, ...env } = process.env;
    const { stdout, stderr, status, error } = spawnSync(process.execPath, [program, ...options], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...env, NO_COLOR: '1' },
    });
    if (error) throw error;
    return { output: stdout + stderr, code: status ?? 1 };
  }

  /** Builds `dist`. Throws where that fails. */
  build(): this {
    const { output, code } = this.run('build.mjs');
    if (code !== 0) throw new Error(`the changed project cannot be built:\n${output}`);
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  private write(file: string, text: string): void {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    this.written.push(file);
  }

  /** Lines that begin with a space or a minus stand in the file one after the other, once; those with a plus come into it. */
  private change(file: string, text: string): void {
    const lines = text.trimEnd().split('\n');
    const side = (marks: string): string =>
      lines
        .filter((line) => marks.includes(line[0]))
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const path = join(this.path, file);
    const parts = readFileSync(path, 'utf8').split(side(' -'));
    if (parts.length !== 2) throw new Error(`found ${parts.length - 1} times in ${file}, not once:\n${text}`);
    writeFileSync(path, parts.join(side(' +')));
  }
}
