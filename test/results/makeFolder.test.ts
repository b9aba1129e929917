import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/results/files.ts';

describe('making a folder', () => {
  it('makes those above it that are missing, and nothing where it is there', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'streetlevel-')), 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  it.runIf(process.platform === 'linux')('ends with a clear message where a folder takes none', () => {
    expect(() => makeFolder('/proc/streetlevel/results')).toThrow(/\/proc takes no new folders/);
  });
});
