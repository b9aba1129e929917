import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshPages, readSummary, tutorial } from '../../docs/generator/index.ts';
import type { Summary } from '../../src/tables/rows.ts';
import { repository } from './repository.ts';

describe('the tutorial', () => {
  const summaries: Record<string, Summary> = {};
  const fresh = freshPages(repository, tutorial, (folder) => {
    for (const name of ['my', 'four-advisers', 'double-fee', 'groups'])
      summaries[name] = readSummary(folder, name);
  });
  /** Mean and 95% interval of a measure; a claim that holds beyond both intervals is hard to reach by luck. */
  const of = (name: string, design: string, key: string) => {
    const { mean, lo, hi } = summaries[name].designs[design].measures[key];
    return { mean: mean!, lo: lo!, hi: hi! };
  };

  it.each(tutorial.paths)('%s shows what its commands print', (path) => {
    expect(readFileSync(join(repository, path), 'utf8')).toBe(fresh[path]);
  });

  it('says rightly that the grant turns hours to need and hardly changes jobs', () => {
    expect(of('my', 'grant', 'creaming.concentration').lo).toBeGreaterThan(
      of('my', 'feePerJob', 'creaming.concentration').hi,
    );
    const [fee, grant] = ['feePerJob', 'grant'].map((design) => of('my', design, 'outcome.rate'));
    expect(Math.abs(fee.mean - grant.mean)).toBeLessThan(0.02);
    expect(of('my', 'feePerJob', 'deadweight.share').lo).toBeGreaterThan(0.5);
  });

  it('says rightly that load parks the hardest under the fee and not under the grant', () => {
    const parked = 'parking.share[fifth=5]';
    expect(of('four-advisers', 'feePerJob', parked).lo).toBeGreaterThan(of('my', 'feePerJob', parked).hi);
    expect(of('four-advisers', 'feePerJob', parked).lo).toBeGreaterThan(0.02);
    expect(of('four-advisers', 'grant', parked).hi).toBeLessThan(0.01);
    expect(of('four-advisers', 'feePerJob', 'creaming.concentration').hi).toBeLessThan(0);
  });

  it('says rightly that a double fee pulls harder to the easiest and brings no more jobs', () => {
    expect(of('double-fee', 'feePerJob', 'creaming.concentration').hi).toBeLessThan(
      of('four-advisers', 'feePerJob', 'creaming.concentration').lo,
    );
    expect(of('double-fee', 'feePerJob', 'outcome.rate').mean).toBeLessThan(
      of('four-advisers', 'feePerJob', 'outcome.rate').mean + 0.01,
    );
  });

  it('says rightly that a group price moves the part between groups and not the part within', () => {
    const moved = (part: string) =>
      of('groups', 'groupFee', `creaming.${part}`).mean - of('groups', 'feePerJob', `creaming.${part}`).mean;
    expect(of('groups', 'groupFee', 'creaming.between').lo).toBeGreaterThan(
      of('groups', 'feePerJob', 'creaming.between').hi,
    );
    expect(of('groups', 'groupFee', 'creaming.within').hi).toBeLessThan(0);
    expect(moved('within')).toBeLessThan(moved('between') / 2);
  });
});
