import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../docs/repository.ts';
import { mutatedFolders } from './mutants.mjs';

/* A file that cannot be loaded takes the tests that import it away with it, and the mutation tool sees none that failed. */

it.each(mutatedFolders)('all files of %s can be loaded', async (folder) => {
  const files = readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts')))
    expect(await import(join(repository, folder, file)), file).toBeTypeOf('object');
});
