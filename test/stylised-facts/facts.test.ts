import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { facts } from './facts/index.ts';
import { expectedOf, type JudgedFact, judge } from './judge.ts';
import { factsPage } from './page.ts';
import type { Replicate } from './runs.ts';
import { perform, unitsOf } from './units.ts';

/**
 * Every fact in the size of the table. Seeds are fixed, so nothing here fails by luck: a change of the model that moves
 * a verdict does, and one that moves a figure asks for the page to be written anew.
 */
describe('stylised facts', () => {
  let judged: JudgedFact[] = [];

  beforeAll(() => {
    const done = new Map<string, Replicate>(unitsOf(facts).map((unit) => [unit.id, perform(unit)]));
    judged = facts.map((fact) => judge(fact, done));
  }, 900_000);

  it.each(facts.map((fact, at) => ({ at, id: fact.id, expected: expectedOf(fact) })))(
    '$id: $expected, as before',
    ({ at }) => {
      const verdicts = judged[at].parts.map(({ part, verdict }) => [part.says, verdict]);
      expect(verdicts).toEqual(
        judged[at].parts.map(({ part: { says, expects = 'shown' } }) => [says, expects]),
      );
    },
  );

  it('stand on their page as they were found: else run `npm run facts -- --markdown`', () => {
    const page = fileURLToPath(new URL('../../docs/facts.md', import.meta.url));
    expect(readFileSync(page, 'utf8')).toBe(factsPage(judged));
  });
});
