import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { facts } from './facts/index.ts';
import { expectedOf } from './judge.ts';
import { commandOf } from './runs.ts';
import { bandText } from './words.ts';

/** What the page says of the list can be told without its runs; that its figures are fresh is told with them in facts.test.ts. */
describe('the page of facts', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/facts.md', import.meta.url)), 'utf8');
  const [top, ...sections] = page.split(/^(?=## F\d+$)/m);

  it('has a section for each fact of the list, in its order, and no other', () => {
    expect(sections.map((section) => section.match(/^## (F\d+)$/m)?.[1])).toEqual(facts.map(({ id }) => id));
  });

  it.each(facts.map((fact, at) => ({ id: fact.id, fact, at })))(
    'tells of $id what its file says',
    ({ fact, at }) => {
      const row = top.split('\n').find((line) => line.startsWith(`| [${fact.id}]`));
      expect(row).toContain(`| ${fact.claim} | ${fact.kind} |`);
      expect(row).toMatch(new RegExp(`\\| ${expectedOf(fact)} \\|$`));
      const section = sections[at];
      expect(section).toContain(fact.howSo);
      for (const { says, band, unit } of fact.parts) {
        const line = section.split('\n').find((each) => each.startsWith(`| ${says} |`));
        expect(line, says).toContain(`| ${bandText(band, unit)}`);
      }
      for (const runs of Object.values(fact.runs)) expect(section).toContain(`\`${commandOf(runs)}\``);
      expect(section.includes('\nWhy: ')).toBe(fact.reason !== undefined);
      if (fact.reason !== undefined) expect(section).toContain(fact.reason);
    },
  );
});

describe('the page of facts by appointments', () => {
  const read = (name: string) =>
    readFileSync(fileURLToPath(new URL(`../../docs/${name}.md`, import.meta.url)), 'utf8');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [verdicts, statistics] = read('facts-by-appointments').split(/^## Statistics$/m);
  const rows = (text: string) =>
    text
      .split('\n')
      .filter((line) => /^\| \[?F\d/.test(line))
      .map(cells);

  it('asks every fact of the list again, beside the verdict that it has as bundled', () => {
    expect(rows(verdicts).map(([id, claim, bundled]) => [id, claim, bundled])).toEqual(
      facts.map((fact) => [`[${fact.id}](facts.md#${fact.id.toLowerCase()})`, fact.claim, expectedOf(fact)]),
    );
  });

  it('has every statistic with the figure that the page of facts has, so that both come from one set of runs', () => {
    const parts = facts.flatMap(({ id, parts: some }) => some.map(({ says }) => [id, says]));
    expect(rows(statistics).map(([id, says]) => [id, says])).toEqual(parts);
    const page = read('facts');
    for (const [, says, bundled] of rows(statistics)) expect(page).toContain(`| ${says} | ${bundled} |`);
  });
});
