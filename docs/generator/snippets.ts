import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * In a scratch folder `npx streetlevel` and `streetlevel` are this build. Everything goes to one stream, as a
 * reader sees it on a terminal.
 */
const prelude = `exec 2>&1
npx() { [ "$1" = streetlevel ] && shift; node "$STREETLEVEL" "$@"; }
streetlevel() { node "$STREETLEVEL" "$@"; }
`;

const fence = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm;

/** A folder in which the snippets of a page are run: the bundled scenarios are in it, as in a checkout. */
export class SnippetFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'streetlevel-docs-')));

  /** What scripts printed that were run here before: pages of one lesson share commands. */
  private readonly printed = new Map<string, string>();

  constructor(private readonly root: string) {
    symlinkSync(join(root, 'scenarios'), join(this.path, 'scenarios'));
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Runs shell lines; gives what they print, with the folder's own path taken out. */
  run(script: string): { output: string; code: number } {
    const { stdout, status, error } = spawnSync('bash', ['-c', prelude + script], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...process.env, STREETLEVEL: join(this.root, 'dist', 'streetlevel.js'), NO_COLOR: '1' },
    });
    if (error) throw error;
    return { output: stdout.replaceAll(`${this.path}/`, ''), code: status ?? 1 };
  }

  /**
   * Runs the snippets of a page in their order and returns the page with fresh output. A fence `yaml file=x.yaml` is
   * written as that file, `sh` is run, and `text` straight after it is what it printed. `sh fails=2` has to end with
   * that exit code, any other with 0; `sh skip` is not run. Throws where a snippet ends otherwise.
   */
  refresh(page: string): string {
    let printed: string | undefined;
    let end = 0;
    return page.replaceAll(fence, (whole, language: string, about: string, body: string, at: number) => {
      const between = page.slice(end, at);
      end = at + whole.length;
      if (language === 'text' && printed !== undefined && between.trim() === '') {
        const output = printed.trimEnd();
        printed = undefined;
        return `\`\`\`text\n${output}\n\`\`\``;
      }
      printed = undefined;
      const file = /file=(\S+)/.exec(about)?.[1];
      if (file !== undefined) {
        mkdirSync(dirname(join(this.path, file)), { recursive: true });
        writeFileSync(join(this.path, file), body);
      }
      if (language === 'sh' && !/\bskip\b/.test(about)) printed = this.runChecked(body, about);
      return whole;
    });
  }

  private runChecked(script: string, about: string): string {
    const before = this.printed.get(script);
    if (before !== undefined) return before;
    const wanted = Number(/fails=(\d+)/.exec(about)?.[1] ?? 0);
    const { output, code } = this.run(script);
    if (code !== wanted) throw new Error(`exit code ${code}, not ${wanted}, from:\n${script}\n${output}`);
    this.printed.set(script, output);
    return output;
  }
}
