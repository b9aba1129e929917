import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/backends/wholeFile.ts';
import { scratchFolder } from '../results/scratch.ts';

describe('a file that is written whole', () => {
  const scratch = scratchFolder();

  it('is named by its own name where it cannot be written, and leaves nothing', () => {
    writeFileSync(join(scratch(), 'file'), '');
    const path = join(scratch(), 'file', 'page.html');
    expect(() => writeWhole(path, 'text')).toThrow(expect.objectContaining({ code: 'ENOTDIR', path }));
    expect(readdirSync(scratch())).toEqual(['file']);
  });
});
