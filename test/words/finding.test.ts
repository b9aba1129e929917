import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMeasureKey } from '../../src/tables/rows.ts';
import { findingSentences, MOST_FINDINGS, noDifferenceSentence } from '../../src/words/finding.ts';
import type { ReportTables } from '../../src/words/tables.ts';
import { fakeTables, sevenDesigns } from '../charts/fakeTables.ts';

/** Two designs that differ by these means, each with an interval a tenth of its size to either side, and in nothing else. */
function differingBy(means: Readonly<Record<string, number>>): ReportTables {
  const tables = fakeTables({ designs: sevenDesigns.slice(0, 2) });
  const still = tables.differences.map((row) => ({ ...row, mean: 0, sd: 0, lo: 0, hi: 0 }));
  const moved = Object.entries(means).map(([key, mean]) => {
    const slice = key.match(/\[(.*)\]/)?.[1] ?? '';
    const reach = Math.abs(mean) / 10;
    const { measure } = parseMeasureKey(key);
    return { ...still[0], measure, slice, mean, sd: reach, lo: mean - reach, hi: mean + reach };
  });
  const isMoved = (row: { measure: string; slice: string }) =>
    moved.some(({ measure, slice }) => measure === row.measure && slice === row.slice);
  // Rewarded areas come first where there are any.
  const { summary } = tables;
  const designs = Object.fromEntries(
    Object.entries(summary.designs).map(([id, design]) => [
      id,
      {
        ...design,
        measures: Object.fromEntries(
          Object.entries(design.measures).filter(([key]) => !/^(areas|interventions)\./.test(key)),
        ),
      },
    ]),
  );
  return {
    ...tables,
    summary: { ...summary, designs },
    differences: [...still.filter((row) => !isMoved(row)), ...moved],
  };
}

/** The same where openings ran out in this share of the weeks, under every design. */
function runningShort(tables: ReportTables, share: number): ReportTables {
  const { summary } = tables;
  const short = { mean: share, sd: 0, n: 4, lo: share, hi: share, spreadLo: null, spreadHi: null };
  const designs = Object.fromEntries(
    Object.entries(summary.designs).map(([id, design]) => [
      id,
      { ...design, measures: { ...design.measures, 'openings.short': short } },
    ]),
  );
  return { ...tables, summary: { ...summary, designs } };
}

describe('the finding of an evaluation', () => {
  it('begins with the largest difference, pounds held against the base’s own', () => {
    const size = fc.double({ min: 0.01, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(size, size, (rate, paid) => {
        fc.pre(Math.abs(rate - paid) > 1e-3);
        const { summary } = differingBy({});
        const own = summary.designs[summary.base].measures['paid.perClient'].mean!;
        const found = findingSentences(differingBy({ 'outcome.rate': rate, 'paid.perClient': -paid * own }));
        const order = ['Outcome rate: ', 'Paid per client: '];
        if (paid > rate) order.reverse();
        const told = found.map((sentence) => sentence.replace(/: .*/, ': '));
        expect(told.filter((begin) => order.includes(begin))).toEqual(order);
        expect(found.join(' ')).toContain('These runs show no difference in ');
      }),
    );
  });

  it('tells a record that leaves the truth, once, where it moves as far as a headline', () => {
    const told = (means: Record<string, number>) =>
      findingSentences(differingBy(means)).filter((text) =>
        /^Reported minus|^Share of (records|token)/.test(text),
      );
    expect(told({ 'reported.gap': 0.3, 'misreport.share': 0.31, 'token.share': 0.1 })).toEqual([
      expect.stringMatching(/^Share of records of what did not happen: /),
    ]);
    expect(told({ 'reported.gap': -0.3 })).toHaveLength(1);
    // Three headlines that move farther leave no room on the front page: the section on records tells it.
    const far = { 'outcome.rate': 0.5, 'parking.share[fifth=5]': 0.5, 'additional.rate': 0.4 };
    expect(told({ ...far, 'reported.gap': 0.01 })).toEqual([]);
  });

  it('says what became of everybody beside added outcomes, where openings ran out', () => {
    const tables = differingBy({ 'additional.rate': 0.3 });
    const added = (of: ReportTables) =>
      findingSentences(of).find((text) => text.includes('additional outcome:'))!;
    expect(added(tables)).not.toContain('Openings');
    expect(added(runningShort(tables, 0))).not.toContain('Openings');
    const short = runningShort(tables, 0.4);
    expect(added(short)).toMatch(/Openings ran out, so part of this may be taken from others\. /);
    expect(added(short)).toContain('outcome rate of all referred');
    // Less added takes nothing from anybody.
    expect(added(runningShort(differingBy({ 'additional.rate': -0.3 }), 0.4))).not.toContain('Openings');
    // What stands beside added outcomes is not told again.
    const told = runningShort(differingBy({ 'additional.rate': 0.3, 'population.rate': 0.2 }), 0.4);
    expect(
      findingSentences(told)
        .join(' ')
        .match(/utcome rate of all referred/g),
    ).toHaveLength(1);
  });

  it('begins with rewarded areas, where there are any', () => {
    expect(findingSentences(fakeTables({ designs: sevenDesigns.slice(0, 2) }))[0]).toMatch(
      /^Areas passed .* of their tests/,
    );
  });

  it('is five sentences at most, however many designs there are', () => {
    for (let count = 1; count <= sevenDesigns.length; count++) {
      const found = findingSentences(fakeTables({ designs: sevenDesigns.slice(0, count) }));
      expect(found.length).toBeLessThanOrEqual(MOST_FINDINGS);
      expect(found.length).toBeGreaterThan(1);
      for (const sentence of found) expect(sentence.length).toBeLessThan(500);
    }
  });

  it('tells no difference that is smaller than results are written, however often it comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 16 }), fc.constantFrom(-1, 1), (places, sign) => {
        const tables = differingBy({ 'outcome.rate': sign * Number(`5e-${places + 1}`) });
        const found = findingSentences(tables).join(' ');
        expect(found).not.toMatch(/Outcome rate: |exactly the same/);
        expect(noDifferenceSentence(tables)).toBe(
          `“${sevenDesigns[1].title}” makes no difference that shows in any headline measure.`,
        );
      }),
    );
    expect(findingSentences(differingBy({ 'outcome.rate': 2e-6 })).join(' ')).toContain('Outcome rate: ');
  });

  it('says of a design under another name that it makes no difference, and only of that', () => {
    const words = noDifferenceSentence(fakeTables());
    expect(words).toContain(
      '“The same fees under another name” makes no difference: every headline measure is exactly the same',
    );
    expect(noDifferenceSentence(fakeTables({ designs: sevenDesigns.slice(0, 2) }))).toBe('');
  });

  it('tells one design by itself, and compares nothing', () => {
    const words = findingSentences(fakeTables({ designs: sevenDesigns.slice(0, 1) })).join(' ');
    expect(words).toContain('Of those attached');
    expect(words).not.toMatch(/other design|no difference|these runs do not tell/);
  });
});
