import { describe, expect, it } from 'vitest';
import type { DifferenceRow } from '../../src/tables/rows.ts';
import { comparisonSentences, differenceSentence } from '../../src/words/comparison.ts';
import { differenceInWords, verdict, withInterval } from '../../src/words/intervals.ts';
import { measureName, measureQuantity } from '../../src/words/names.ts';
import { designParagraph, summaryParagraph } from '../../src/words/paragraphs.ts';
import { designIds, designTitle } from '../../src/words/read.ts';
import { leaning } from '../../src/words/sentences.ts';
import { fakeSummary, fakeTables } from '../charts/fakeTables.ts';

const row = (
  mean: number | null,
  sd: number | null,
  lo: number | null,
  hi: number | null,
): DifferenceRow => ({
  design: 'b',
  base: 'a',
  measure: 'outcome.rate',
  slice: '',
  mean,
  sd,
  n: 20,
  lo,
  hi,
});

describe('verdicts on differences', () => {
  it.each([
    [row(0, 0, 0, 0), 'identical', 'exactly the same in every run'],
    [row(0.001, 0.01, -0.003, 0.005), 'none', 'no clear difference (+0.1 points; −0.3 to 0.5)'],
    [row(0.012, 0.01, 0.008, 0.016), 'up', '+1.2 points (0.8 to 1.6)'],
    [row(-0.012, 0.01, -0.016, -0.008), 'down', '−1.2 points (−1.6 to −0.8)'],
    [row(3e-8, 1e-9, 2e-8, 4e-8), 'tiny', 'no difference that shows'],
    [row(3e-8, null, null, null), 'tiny', 'no difference that shows'],
    [row(2e-8, 1e-5, 1e-9, 4e-5), 'up', '0 points (0 to 0.004)'],
    [row(0.012, null, null, null), 'single', '+1.2 points (one run, no interval)'],
    [row(null, null, null, null), 'undefined', 'not defined'],
  ] as const)('%o is %s', (difference, kind, words) => {
    expect(verdict(difference)).toBe(kind);
    expect(differenceInWords(difference, 'share', 'GBP')).toBe(words);
  });

  it('does not call a mean of 0 with spread identical', () => {
    expect(verdict(row(0, 0.01, -0.004, 0.004))).toBe('none');
  });
});

describe('figures with intervals', () => {
  it('says what is missing, undefined or single', () => {
    expect(withInterval(undefined, 'share', 'GBP')).toBe('not measured');
    expect(withInterval(fakeSummary(null, 20), 'share', 'GBP')).toBe('not defined (nobody was attached)');
    expect(withInterval(fakeSummary(0.25, 1), 'share', 'GBP')).toBe('25.0% (one run, no interval)');
  });

  it('reads the direction of a concentration from its interval', () => {
    expect(leaning({ mean: -0.01, lo: -0.03, hi: 0.01 })).toBe(
      'leans neither to the easiest nor to the hardest as far as these runs can tell',
    );
    expect(leaning({ mean: -0.3, lo: -0.31, hi: -0.29 })).toBe('leans strongly to the easiest to help');
    expect(leaning({ mean: 0.02, lo: 0.01, hi: 0.03 })).toBe('leans slightly to the hardest to help');
    expect(leaning({ mean: 0, lo: null, hi: null })).toBe('is shared evenly over need');
  });
});

describe('names', () => {
  const tables = fakeTables();
  it('names measures and their slices', () => {
    expect(measureName('outcome.rate[fifth=5]', tables)).toBe('outcome rate of the hardest fifth');
    expect(measureName('event.rate[event=jobStart]', tables)).toBe('event rate, job start');
    expect(measureName('unheard.of', tables)).toBe('unheard.of');
  });

  it('takes quantities from the catalogue where a measure has no name of its own', () => {
    const catalogue = [{ ...tables.catalogue[0], id: 'queue.length', unit: 'weeks' }];
    expect(measureQuantity('queue.length', { ...tables, catalogue })).toBe('weeks');
    expect(measureQuantity('paid.total', tables)).toBe('money');
  });

  it('puts the base first and tells equal titles apart', () => {
    const renamed = fakeTables({
      designs: [
        { id: 'a', title: 'Same' },
        { id: 'b', title: 'Same' },
      ],
    });
    renamed.summary.base = 'b';
    expect(designIds(renamed)).toEqual(['b', 'a']);
    expect(designTitle(renamed, 'a')).toBe('Same (a)');
  });
});

describe('paragraphs', () => {
  it('reads every figure from the tables', () => {
    const tables = fakeTables();
    const { measures } = tables.summary.designs.asBuilt;
    measures['outcome.rate'] = { ...measures['outcome.rate'], mean: 0.4321, lo: 0.4211, hi: 0.4431 };
    measures['parking.share[fifth=5]'] = { ...measures['parking.share[fifth=5]'], mean: 0.6543 };
    const text = summaryParagraph(tables);
    expect(text).toContain('43.2% (42.1% to 44.3%) reached the outcome (job start)');
    expect(text).toContain('parked or held in 65.4%');
    expect(text).toContain('£15.0m');
    expect(text).toMatch(
      /£4,960 \([^)]*\) per outcome on record and £25,000 \([^)]*\) per outcome that the service/,
    );
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it('names the design that differs most, by the size of the difference', () => {
    const tables = fakeTables();
    const text = comparisonSentences(tables);
    expect(text).toMatch(
      /parked share of client-weeks of the hardest fifth, “Work Programme caseload.*\+39\.0 points/,
    );
    const raised = tables.differences.find(
      (one) => one.design === 'blockGrant' && one.measure === 'outcome.rate' && one.slice === '',
    )!;
    Object.assign(raised, { mean: 0.2, lo: 0.19, hi: 0.21 });
    expect(comparisonSentences(tables)).toContain(
      'In outcome rate, “Block grant at that spend” differs most from the base: +20.0 points (19.0 to 21.0).',
    );
  });

  it('says of a design that makes no difference that it makes none', () => {
    const tables = fakeTables();
    const base = designTitle(tables, 'asBuilt');
    expect(designParagraph(tables, 'twinOfBase')).toBe(
      `It makes no difference against “${base}”: every headline measure is exactly the same in every run.`,
    );
    for (const one of tables.differences)
      if (one.design === 'blockGrant') Object.assign(one, { mean: 0.001, sd: 0.1, lo: -0.04, hi: 0.05 });
    expect(differenceSentence(tables, 'blockGrant')).toBe(
      `It makes no difference against “${base}” that these runs can show.`,
    );
  });

  it('says "not measured" for missing keys', () => {
    const tables = fakeTables();
    tables.summary.designs.asBuilt.measures = {};
    tables.differences = [];
    const text = summaryParagraph(tables);
    expect(text).toContain('who got the time was not measured');
    expect(text).toContain('Who was parked was not measured');
    expect(text).toContain('What was paid was not measured');
    expect(text).toContain('Differences between the designs were not measured');
    expect(designParagraph(tables, 'nobody')).toContain('was not measured');
  });

  it('tells undefined from not measured, with the reason', () => {
    const tables = fakeTables();
    tables.summary.designs.asBuilt.measures['parking.share[fifth=5]'] = fakeSummary(null, 20);
    expect(summaryParagraph(tables)).toContain('Who was parked is not defined (nobody was attached).');
  });

  it('gives no interval for one run, and compares nothing for one design', () => {
    const text = summaryParagraph(
      fakeTables({ designs: [{ id: 'base', title: 'The only one' }], replicates: 1 }),
    );
    expect(text).toContain('one run, no interval');
    expect(text).not.toContain('95%');
    expect(text).toContain('There is one design');
  });
});
