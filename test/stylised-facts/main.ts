import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conduct } from './conduct.ts';
import { facts } from './facts/index.ts';
import { expectedOf, judge } from './judge.ts';
import { factsPage } from './page.ts';
import { terminalTable } from './table.ts';
import { unitsOf } from './units.ts';

const USAGE = `npm run facts                  all facts
npm run facts -- F3 F7         these facts
npm run facts -- --markdown    all facts, and docs/facts.md written from them
`;

/** Prints the table of the facts that are asked for. The exit code is 1 where a verdict is not as expected. */
export async function main(given: readonly string[], root: string): Promise<number> {
  const markdown = given.includes('--markdown');
  const ids = given.filter((each) => each !== '--markdown').map((each) => each.toUpperCase());
  const unknown = ids.filter((id) => !facts.some((fact) => fact.id === id));
  if (unknown.length > 0 || (markdown && ids.length > 0)) {
    const problem =
      unknown.length > 0
        ? `there is no fact ${unknown.join(', ')}; there are ${facts.map(({ id }) => id).join(', ')}`
        : 'the page is of all facts';
    process.stderr.write(`${problem}\n${USAGE}`);
    return 2;
  }
  const chosen = facts.filter(({ id }) => ids.length === 0 || ids.includes(id));
  const units = unitsOf(chosen);
  const onTerminal = process.stderr.isTTY;
  const done = await conduct(units, new URL(import.meta.url), (count) => {
    const line = `${count} of ${units.length} runs`;
    if (onTerminal) process.stderr.write(`\r${line}${count === units.length ? '\n' : ''}`);
    else if (count % 20 === 0 || count === units.length) process.stderr.write(`${line}\n`);
  });
  const judged = chosen.map((fact) => judge(fact, done));
  process.stdout.write(terminalTable(judged));
  if (markdown) writeFileSync(join(root, 'docs/facts.md'), factsPage(judged));
  return judged.every(({ fact, verdict }) => verdict === expectedOf(fact)) ? 0 : 1;
}
