import { describe, expect, it } from 'vitest';
import { checkPublished } from '../../src/experiment/publishedChecks.ts';
import { runWarnings } from '../../src/experiment/warnings.ts';

const measure = { mean: 0.25, sd: 0.01, n: 20, lo: 0.245, hi: 0.255, spreadLo: 0.23, spreadHi: 0.27 };

describe('published figures', () => {
  it('are inside where the spread of runs covers them', () => {
    const figures = {
      starts: {
        title: 'Job starts',
        measure: 'outcome.rate',
        value: 0.26,
        tolerance: 0.02,
        fitted: true,
        source: 'evaluation',
      },
      esa: {
        title: '',
        measure: 'outcome.rate',
        value: 0.3,
        tolerance: 0.02,
        fitted: false,
        source: 'evaluation',
        note: 'fully followed',
      },
    };
    const [starts, esa] = checkPublished(figures, { 'outcome.rate': measure });
    expect(starts).toMatchObject({
      id: 'starts',
      published: 0.26,
      mean: 0.25,
      inside: true,
      near: true,
      fitted: true,
    });
    expect(starts).not.toHaveProperty('note');
    expect(esa).toMatchObject({
      title: 'outcome.rate',
      inside: false,
      near: false,
      fitted: false,
      note: 'fully followed',
    });
  });

  it('say so where the measure is missing', () => {
    const figures = {
      a: {
        title: 'A',
        measure: 'no.such',
        value: 1,
        tolerance: 0,
        fitted: false,
        source: 's',
        note: 'read so',
      },
    };
    expect(checkPublished(figures, {})[0]).toMatchObject({
      mean: null,
      inside: false,
      note: 'read so; no.such is not measured',
    });
  });
});

describe('warnings', () => {
  const row = { base: 'a', measure: 'm', slice: '', n: 5, lo: 0, hi: 0 };

  it('name a design that is the base under another name', () => {
    const rows = [
      { ...row, design: 'twin', mean: 0, sd: 0 },
      { ...row, design: 'other', mean: 0, sd: 0.1 },
      { ...row, design: 'undefined', mean: null, sd: null },
    ];
    expect(runWarnings(rows, { replicates: 5, base: 'a', otherPeople: [] })).toEqual([
      'Design twin gives exactly the results of a: the two are one policy under two names.',
    ]);
  });

  it('name a design whose people are not those of the base', () => {
    const warnings = runWarnings([], { replicates: 5, base: 'a', otherPeople: ['more'] });
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^Design more changes who is referred/);
  });

  it('say of published figures that they are of the full size, where the run is of another', () => {
    const at = (publishedAtScale: number) =>
      runWarnings([], { replicates: 5, base: 'a', otherPeople: [], publishedAtScale });
    expect(at(1)).toEqual([]);
    expect(at(0.3)).toEqual([expect.stringMatching(/^Sizes are multiplied by 0\.3 \(scale\)/)]);
  });

  it('say that one replicate has no interval', () => {
    expect(runWarnings([], { replicates: 1, base: 'a', otherPeople: [] })).toHaveLength(1);
  });
});
