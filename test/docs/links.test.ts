import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, repository } from './repository.ts';

/** A heading as a Markdown viewer names it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

function anchors(path: string): string[] {
  const text = readFileSync(path, 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading));
}

describe.each(pages())('%s', (page) => {
  const text = readFileSync(join(repository, page), 'utf8');

  it('has links that lead somewhere', () => {
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file, anchor] = target.split('#');
        const path = file === '' ? join(repository, page) : join(repository, dirname(page), file);
        if (!existsSync(path)) return true;
        return anchor !== undefined && !anchors(path).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|scenarios)\/[\w./-]+)`/g)].map(([, path]) => path);
    const missing = named.filter((path) => !existsSync(join(repository, path)));
    // How-to pages write files of their own.
    expect(missing.filter((path) => !text.includes(` into=${path}\n`))).toEqual([]);
  });

  it('has no line that waits for its text', () => {
    expect(text.replaceAll(/^```[\s\S]*?^```/gm, '').match(/^[A-Z]{4,}$/m)).toBeNull();
  });

  it('has no line that only a machine could read', () => {
    // Pieces of changed code are there to be read as code.
    const prose = text.replace(/<!-- generated: mutation -->.*?<!-- end -->/s, '');
    expect(prose).not.toMatch(/\bundefined\b|\[object Object\]|\bNaN\b/);
  });
});
