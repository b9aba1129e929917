import { describe, expect, it } from 'vitest';
import { type Verdict, verdictOf, verdictOfAll } from './band.ts';
import { estimate } from './estimate.ts';
import type { Fact } from './fact.ts';
import { facts } from './facts/index.ts';
import { expectedOf, judge } from './judge.ts';
import { commandOf, type Replicate, type Runs } from './runs.ts';
import { level } from './statistics.ts';
import { unitsOf } from './units.ts';
import { bandText, factSentence, partSentence, verdictText } from './words.ts';

describe('a verdict', () => {
  const cases: [string, [number, number], { above?: number; below?: number }, Verdict][] = [
    ['inside an open band', [0.1, 0.2], { above: 0 }, 'shown'],
    ['outside an open band', [-0.2, -0.1], { above: 0 }, 'not shown'],
    ['across the end of an open band', [-0.1, 0.2], { above: 0 }, 'cannot be told'],
    ['inside two ends', [3, 5], { above: 2, below: 7 }, 'shown'],
    ['above two ends', [8, 9], { above: 2, below: 7 }, 'not shown'],
    ['across the upper end', [6, 8], { above: 2, below: 7 }, 'cannot be told'],
    ['wider than the band', [1, 8], { above: 2, below: 7 }, 'cannot be told'],
    ['exactly nothing where more is claimed', [0, 0], { above: 0 }, 'not shown'],
    ['nothing known', [Number.NaN, Number.NaN], { above: 0 }, 'cannot be told'],
  ];
  it.each(cases)('%s', (_, [lo, hi], band, verdict) => {
    expect(verdictOf({ lo, hi }, band)).toBe(verdict);
  });

  it('of a fact needs all parts, and one against it is enough', () => {
    expect(verdictOfAll(['shown', 'shown'])).toBe('shown');
    expect(verdictOfAll(['shown', 'cannot be told'])).toBe('cannot be told');
    expect(verdictOfAll(['cannot be told', 'not shown', 'shown'])).toBe('not shown');
    expect(verdictOfAll([])).toBe('cannot be told');
  });
});

describe('an estimate', () => {
  it('is the mean with its t interval', () => {
    // t of 0.975 with 3 degrees of freedom is 3.1824; the standard error of 1, 2, 3, 4 is 0.6455.
    const { mean, lo, hi, n } = estimate([1, 2, 3, 4]);
    expect([mean, n]).toEqual([2.5, 4]);
    expect(hi - lo).toBeCloseTo(2 * 3.1824 * 0.6455, 3);
  });

  it('of ratios is geometric, with an interval that reads the same upside down', () => {
    const values = [2, 4, 8];
    const [there, back] = [
      estimate(values, true),
      estimate(
        values.map((value) => 1 / value),
        true,
      ),
    ];
    expect(there.mean).toBeCloseTo(4, 12);
    expect(there.lo * back.hi).toBeCloseTo(1, 12);
  });

  it('leaves no replicate out', () => {
    expect(() => estimate([1, Number.NaN, 3])).toThrow(RangeError);
    expect(() => estimate([1, 0, 3], true)).toThrow(RangeError);
    expect(estimate([1]).lo).toBeNaN();
  });
});

const runs: Runs = { scenario: 'first', only: ['base'], scale: 1, replicates: 2 };
const fact: Fact = {
  id: 'F0',
  claim: 'Something is above one.',
  source: 'nowhere',
  kind: 'hard',
  how: 'set',
  howSo: 'for a test',
  runs: { runs },
  parts: [{ says: 'Something', values: level('runs', 'base', 'some'), band: { above: 1 } }],
};
/** What is found where the statistic has these values. */
const withValues = (...values: number[]): Map<string, Replicate> =>
  new Map(unitsOf([fact]).map(({ id, replicate }) => [id, { base: { some: values[replicate] } }]));

describe('a band in words', () => {
  it.each([
    [{ below: 0 }, 'points', 'below 0'],
    [{ above: 2, below: 7 }, 'times', '2 to 7'],
    [{ above: 0.05 }, 'percent', 'above 5%'],
    [{ below: 0.01 }, 'points', 'below 1 point'],
    [{ above: -0.01, below: 0.11 }, 'points', '−1 to 11 points'],
    [{ above: -0.3, below: 0.3 }, undefined, '−0.3 to 0.3'],
  ] as const)('%j in %s is %s', (band, unit, words) => {
    expect(bandText(band, unit)).toBe(words);
  });
});

describe('a fact', () => {
  it('is judged by what its runs found, and its sentence follows from the numbers', () => {
    const shown = judge(fact, withValues(2, 2.02));
    expect(shown.verdict).toBe('shown');
    expect(partSentence(shown.parts[0])).toBe(
      'Something is 2.01 (1.88 to 2.14), as the fact says (above 1).',
    );
    const against = judge(fact, withValues(0.5, 0.5));
    expect(verdictText(against)).toBe('not shown (expected: shown)');
    expect(partSentence(against.parts[0])).toContain('against the fact');
  });

  it('of several statistics tells those that do not hold', () => {
    const two = {
      ...fact,
      parts: [fact.parts[0], { ...fact.parts[0], says: 'Another', band: { below: 1 } }],
    };
    const sentence = factSentence(judge(two, withValues(2, 2.02)));
    expect(sentence).toMatch(
      /^1 of 2 statistics lie where the fact says\. Another is .*, against the fact \(below 1\)\.$/,
    );
    const both = { ...two, parts: [fact.parts[0], { ...two.parts[1], band: { above: 0 } }] };
    expect(factSentence(judge(both, withValues(2, 2.02)))).toMatch(
      /^Something is .* The other statistic lies in its band, too\.$/,
    );
  });

  it('has no number for a name that no run knows', () => {
    const other = { ...fact, parts: [{ ...fact.parts[0], values: level('runs', 'base', 'other') }] };
    expect(() => judge(other, withValues(1, 2))).toThrow('base has no number other');
  });
});

describe('runs', () => {
  it('of the same settings are done once, with the designs of all facts', () => {
    const other = { ...fact, runs: { runs: { ...runs, only: ['grant'], replicates: 3 } } };
    const apart = { ...fact, runs: { runs: { ...runs, set: ['clients.referrals=3'] } } };
    const units = unitsOf([fact, other, apart]);
    expect(units.map(({ replicate, runs: { only } }) => [replicate, only])).toEqual([
      [0, ['base', 'grant']],
      [1, ['base', 'grant']],
      [2, ['grant']],
      [0, ['base']],
      [1, ['base']],
    ]);
  });

  it('are written as a user would type them', () => {
    expect(commandOf({ ...runs, set: ['a.b=1', 'a.c={d: 2}'], scale: 0.5, reference: 'equalTime' })).toBe(
      "streetlevel compare first --only base --set a.b=1 --set 'a.c={d: 2}' --reference equal-time --scale 0.5 --replicates 2",
    );
  });
});

describe('the list of facts', () => {
  it('gives each a number of its own, in order, at least five replicates, and a reason where it does not show', () => {
    const numbers = facts.map(({ id }) => Number(id.slice(1)));
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    for (const each of facts) {
      for (const { replicates } of Object.values(each.runs))
        expect(replicates, each.id).toBeGreaterThanOrEqual(5);
      expect(each.reason !== undefined, each.id).toBe(expectedOf(each) !== 'shown');
    }
  });
});
