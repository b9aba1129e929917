import { describe, expect, it } from 'vitest';
import {
  formatDifference,
  formatDifferenceRange,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRange,
  listInWords,
  spellName,
} from '../../src/words/format.ts';

describe('formatNumber', () => {
  it.each([
    [1234567.891, 1, '1,234,567.9'],
    [-0.125, 2, '−0.13'],
    [0, 2, '0'],
    [0.0004, 2, '0.0004'],
    [-0.00031, 2, '−0.0003'],
    [999.6, 0, '1,000'],
    [1e-9, 2, 'less than 0.000001'],
  ])('writes %d with %d decimals as %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  it('says "not defined" for what is no number, and never 0', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY])
      expect(formatNumber(value)).toBe('not defined');
  });
});

describe('shares, money and differences', () => {
  it('writes shares as percentages', () => {
    expect(formatPercent(0.2512)).toBe('25.1%');
    expect(formatPercent(0)).toBe('0%');
    expect(formatPercent(null)).toBe('not defined');
    expect(formatPercent(0.00002)).toBe('0.002%');
  });

  it('writes what rounding leaves of a share as 0', () => {
    expect(formatPercent(1.04e-8)).toBe('0%');
    expect(formatPercent(-1e-12)).toBe('0%');
    expect(formatRange(1.03e-8, 1.05e-8, 'share', 'GBP')).toBe('0% to 0%');
    expect(formatDifference(-1e-9, 'share', 'GBP')).toBe('0 points');
    expect(formatDifferenceRange(-1e-9, 0.004, 'share', 'GBP')).toBe('0 to 0.4');
  });

  it('writes money by size and currency', () => {
    expect(formatMoney(1250.4, 'GBP')).toBe('£1,250');
    expect(formatMoney(15_012_345, 'GBP')).toBe('£15.0m');
    expect(formatMoney(-2.1e9, 'EUR')).toBe('−€2.1bn');
    expect(formatMoney(3.5, 'GBP')).toBe('£3.50');
    expect(formatMoney(1250, 'CHF')).toBe('CHF 1,250');
  });

  it('gives differences a sign, and shares the word points', () => {
    expect(formatDifference(0.0123, 'share', 'GBP')).toBe('+1.2 points');
    expect(formatDifference(-40, 'money', 'GBP')).toBe('−£40');
    expect(formatDifference(0, 'index', 'GBP')).toBe('0');
    expect(formatDifference(1e-9, 'index', 'GBP')).toBe('less than 0.000001');
    expect(formatDifference(-1e-9, 'index', 'GBP')).toBe('between −0.000001 and 0');
    expect(formatDifferenceRange(-0.003, 0.005, 'share', 'GBP')).toBe('−0.3 to 0.5');
  });

  it('tells the ends of a narrow interval apart', () => {
    expect(formatRange(0.3021, 0.3049, 'hours', 'GBP')).toBe('0.302 to 0.305');
    expect(formatRange(0.5, 0.5, 'hours', 'GBP')).toBe('0.50 to 0.50');
  });
});

describe('lists and names', () => {
  it('joins with commas and a last "and"', () => {
    expect(listInWords([])).toBe('');
    expect(listInWords(['a'])).toBe('a');
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('spells names of the scenario as words', () => {
    expect(spellName('jobStart')).toBe('job start');
    expect(spellName('sustained26')).toBe('sustained 26');
  });
});
