import { describe, expect, it } from 'vitest';
import { counted } from '../../src/words/counted.ts';
import { preferenceRule } from '../../src/words/lenses.ts';

describe('how many of a thing', () => {
  it('is one of one, and several of none, of a part and of many', () => {
    expect([0, 0.5, 1, 2].map((n) => counted(n, 'week'))).toEqual([
      '0 weeks',
      '0.5 weeks',
      '1 week',
      '2 weeks',
    ]);
  });

  it('takes a plural of its own, and another way of writing the number', () => {
    expect([1, 3].map((n) => counted(n, 'try', 'tries'))).toEqual(['1 try', '3 tries']);
    expect(counted(1200, 'client', undefined, '1,200')).toBe('1,200 clients');
  });
});

describe('what it takes for a view to prefer a design', () => {
  it('is one rule, said of a view and to whoever takes it', () => {
    const [of, to] = [preferenceRule('A view'), preferenceRule('You')];
    expect(to).toBe(of.replace('A view prefers', 'You prefer').replace('its measures', 'your measures'));
    expect(preferenceRule('It')).toBe(of.replace('A view', 'It'));
  });
});
