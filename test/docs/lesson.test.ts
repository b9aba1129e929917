import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { creamingLesson, freshPages, readSummary } from '../../docs/generator/index.ts';
import type { Summary } from '../../src/tables/rows.ts';
import { repository } from './repository.ts';

/** Claims of the lesson are held against 95% intervals of ten runs at the bundled seed, so they cannot flicker. */
describe('the lesson "creaming without cream in the code"', () => {
  const summaries: Record<string, Summary> = {};
  const fresh = freshPages(repository, creamingLesson, (folder) => {
    for (const name of [
      'creaming-without-cream',
      'creaming-without-cream-prices',
      'prices-unknown',
      'fewer-advisers',
    ])
      summaries[name] = readSummary(folder, name);
  });
  const of = (name: string, design: string, key: string) => {
    const { mean, lo, hi } = summaries[name].designs[design].measures[key];
    return { mean: mean!, lo: lo!, hi: hi! };
  };
  const cell = (design: string, key = 'creaming.concentration') => of('creaming-without-cream', design, key);
  const scheme = (design: string, key = 'creaming.concentration') =>
    of('creaming-without-cream-prices', design, key);

  it.each(creamingLesson.paths)('%s shows what its commands print', (path) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(fresh[path]);
  });

  it('creams in three cells of four, and not where both roots are off', () => {
    for (const design of ['bothRoots', 'payoffOnly', 'copingOnly'])
      expect(cell(design).hi, design).toBeLessThan(0);
    expect(cell('neitherRoot').lo).toBeGreaterThan(0);
  });

  it('creams most by payoff alone, since motives compete', () => {
    expect(cell('payoffOnly').hi).toBeLessThan(cell('bothRoots').lo);
    expect(cell('bothRoots').hi).toBeLessThan(cell('copingOnly').lo);
  });

  it('keeps the outcome rate of all, and moves what the hardest fifth gains', () => {
    const rates = ['bothRoots', 'payoffOnly', 'copingOnly', 'neitherRoot'].map((design) =>
      cell(design, 'outcome.rate'),
    );
    expect(Math.max(...rates.map(({ lo }) => lo))).toBeLessThan(Math.min(...rates.map(({ hi }) => hi)));
    expect(cell('neitherRoot', 'hours.perClientWeek[fifth=5]').lo).toBeGreaterThan(
      cell('bothRoots', 'hours.perClientWeek[fifth=5]').hi,
    );
  });

  it('has a counter-example at equal spend in which payment by results turns hours to the hardest', () => {
    expect(scheme('flatFee').hi).toBeLessThan(scheme('grant').lo);
    expect(scheme('grant').hi).toBeLessThan(0);
    expect(scheme('pricedFee').lo).toBeGreaterThan(0);
    const spend = ['grant', 'flatFee', 'pricedFee'].map((design) => scheme(design, 'paid.perClient').mean);
    expect(Math.max(...spend) / Math.min(...spend)).toBeLessThan(1.1);
  });

  it('says rightly that the priced fee needs prices to be known', () => {
    expect(of('prices-unknown', 'pricedFee', 'creaming.concentration').hi).toBeLessThan(0);
  });

  it('says rightly that load parks', () => {
    const parked = 'parking.share[fifth=5]';
    expect(of('fewer-advisers', 'bothRoots', parked).lo).toBeGreaterThan(2 * cell('bothRoots', parked).hi);
  });
});
