import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, csvNumber, parseCsv } from '../../src/tables/csv.ts';

describe('csv', () => {
  it('quotes only where it must', () => {
    expect(csvLine(['base', 0, 'disposition=caregiver,fifth=5', null, 'a "b"', 0.1])).toBe(
      'base,0,"disposition=caregiver,fifth=5",,"a ""b""",0.1\n',
    );
  });

  it('reads carriage returns, empty last fields and a missing last line end', () => {
    expect(parseCsv('a,b\r\n1,\r\n"x\ny",')).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['x\ny', ''],
    ]);
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('\n')).toEqual([['']]);
  });

  it('refuses NaN, infinities and an open quote', () => {
    expect(() => csvLine([Number.NaN])).toThrow(RangeError);
    expect(() => csvLine([Number.POSITIVE_INFINITY])).toThrow(RangeError);
    expect(() => parseCsv('a\n,"b\n')).toThrow('line 2: a quoted field');
    expect(() => parseCsv('a\n"b"c,\n')).toThrow('line 2: after a quoted field');
  });

  it('reads back any text and any number exactly', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => (Object.is(x, -0) ? 0 : x));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), number), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => csvLine(row)).join('');
        const back = parseCsv(text).map(([word, value]) => [word, csvNumber(value)]);
        expect(back).toEqual(rows);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
