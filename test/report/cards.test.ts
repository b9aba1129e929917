import { describe, expect, it } from 'vitest';
import { buildCards } from '../../src/report/cards/cardsPage.ts';
import { measureCatalogue } from '../../src/simulation/index.ts';
import { lenses } from '../../src/tables/lensRegistry.ts';
import { parseMeasureKey } from '../../src/tables/rows.ts';

const catalogue = measureCatalogue();
const sheets = buildCards(catalogue, '1.2.3').split('<article').slice(1);
const plain = (text: string) =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('cards for a room', () => {
  it('are a run sheet of an hour, a card for each view, and the card of limits', () => {
    expect(sheets).toHaveLength(lenses.length + 2);
    const minutes = [...sheets[0].matchAll(/<th scope="row">(\d+) to (\d+)/g)];
    expect(minutes[0][1]).toBe('0');
    for (const [at, [, from]] of minutes.slice(1).entries()) expect(from).toBe(minutes[at][2]);
    expect(minutes.at(-1)![2]).toBe('60');
    expect(plain(sheets.at(-1)!)).toContain('What this cannot tell you');
  });

  it.each(lenses.map((lens, at) => [lens.id, lens, sheets[at + 1]] as const))(
    '%s: names each measure of the view, with its definition by the catalogue',
    (_id, lens, sheet) => {
      expect(plain(sheet)).toContain(lens.asks);
      expect(lens.knows.length).toBeGreaterThan(0);
      for (const { measure, of } of lens.looksAt) {
        const doc = catalogue.find(({ id }) => id === parseMeasureKey(measure).measure)!;
        if (of !== 'spread') expect(plain(sheet)).toContain(doc.definition);
      }
      expect(sheet.match(/is better\)/g)).toHaveLength(lens.looksAt.length);
      expect(sheet).not.toMatch(/undefined|\{main\}|\[event/);
    },
  );

  it('fail rather than name a measure that is none', () => {
    expect(() => buildCards(catalogue.slice(0, 1), '1')).toThrow('which is no measure');
  });
});
