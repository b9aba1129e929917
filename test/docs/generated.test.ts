import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesFromCode } from '../../docs/generator/index.ts';
import { repository } from './repository.ts';

const fresh = filesFromCode(repository);

describe('pages made from the code', () => {
  it.each(Object.keys(fresh))('%s is fresh: `npm run docs` would change nothing', (path) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(fresh[path]);
  });

  it('are the reference pages, the first scenario and the tables inside pages', () => {
    expect(Object.keys(fresh)).toHaveLength(15);
    expect(fresh['docs/measures.md']).toContain('### `creaming.concentration`');
    expect(fresh['docs/scenario-format.md']).toContain('`<name>.pressure.response`');
    expect(fresh['docs/reviews.md']).toContain('## Tender: `tender`');
    expect(fresh['docs/model.md']).toMatch(/\| 10 \| `observe`/);
  });
});
