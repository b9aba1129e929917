import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages, repository } from './repository.ts';

/** Pages that speak of intervals and show no figure with one: keys, formulas, speed, history. */
const withoutFigures = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'docs/commands.md',
  'docs/performance.md',
  'docs/references.md',
  'docs/reproducibility.md',
  'docs/scaling.md',
  'docs/scenario-format.md',
];

const shown = pages().filter(
  (path) =>
    !withoutFigures.includes(path) &&
    /95% interval|\binterval/i.test(readFileSync(join(repository, path), 'utf8')),
);

describe('pages that show intervals', () => {
  it('are many', () => expect(shown.length).toBeGreaterThan(15));

  it.each(shown)('%s says that they are luck inside the model, or no doubt about it', (path) => {
    const text = readFileSync(join(repository, path), 'utf8').replaceAll(/\s+/g, ' ');
    const says = /luck inside the model|\bluck\b[^.|]{0,120}doubt about the model/i;
    expect(says.test(text)).toBe(true);
  });
});
