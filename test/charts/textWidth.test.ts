import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from '../../src/charts/textWidth.ts';

describe('text widths', () => {
  it('are those of DejaVu Sans', () => {
    // Advance widths of the font: i 278, W 989 thousandths of an em.
    expect(textWidth('i', 100)).toBeCloseTo(27.8);
    expect(textWidth('WW', 10)).toBeCloseTo(19.78);
    expect(textWidth('a', 10, true)).toBeGreaterThan(textWidth('a', 10));
  });

  it('wrap without losing a character and never beyond the width', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 30 })),
        fc.integer({ min: 30, max: 300 }),
        (words, width) => {
          const text = words.join(' ');
          const lines = wrapText(text, width, 11);
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const line of lines)
            if ([...line].length > 1) expect(textWidth(line, 11)).toBeLessThanOrEqual(width);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});
