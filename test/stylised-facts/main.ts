import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appointmentsPage } from './appointmentsPage.ts';
import { conduct } from './conduct.ts';
import type { Fact } from './fact.ts';
import { facts } from './facts/index.ts';
import { expectedOf, judge } from './judge.ts';
import { factsPage } from './page.ts';
import { terminalTable } from './table.ts';
import { unitsOf } from './units.ts';
import { appointments, withSettings } from './variant.ts';

const USAGE = `npm run facts                                all facts
npm run facts -- F3 F7                       these facts
npm run facts -- F3 --set PATH=VALUE         the same with another setting in every run
npm run facts -- --markdown                  all facts, with the waterline and by appointments; docs/facts.md and
                                             docs/facts-by-appointments.md are written from them
`;

/** Prints the table of the facts that are asked for. The exit code is 1 where a verdict is not as expected. */
export async function main(given: readonly string[], root: string): Promise<number> {
  const asked = read(given);
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}`);
    return 2;
  }
  const { chosen, set, markdown } = asked;
  const varied = withSettings(chosen, markdown ? appointments : set);
  const units = unitsOf(markdown ? [...chosen, ...varied] : varied);
  const onTerminal = process.stderr.isTTY;
  const done = await conduct(units, new URL(import.meta.url), (count) => {
    const line = `${count} of ${units.length} runs`;
    if (onTerminal) process.stderr.write(`\r${line}${count === units.length ? '\n' : ''}`);
    else if (count % 20 === 0 || count === units.length) process.stderr.write(`${line}\n`);
  });
  const judged = (markdown ? chosen : varied).map((fact) => judge(fact, done));
  process.stdout.write(terminalTable(judged));
  if (markdown) {
    const again = varied.map((fact) => judge(fact, done));
    writeFileSync(join(root, 'docs/facts.md'), factsPage(judged));
    writeFileSync(join(root, 'docs/facts-by-appointments.md'), appointmentsPage(judged, again));
  }
  return set.length > 0 || judged.every(({ fact, verdict }) => verdict === expectedOf(fact)) ? 0 : 1;
}

interface Asked {
  chosen: readonly Fact[];
  set: readonly string[];
  markdown: boolean;
}

/** What was typed; a text says what is wrong with it. */
function read(given: readonly string[]): Asked | string {
  const ids: string[] = [];
  const set: string[] = [];
  for (let at = 0; at < given.length; at++) {
    if (given[at] === '--set') {
      const setting = given[++at];
      if (!setting?.includes('=')) return `--set takes PATH=VALUE, and not ${setting ?? 'nothing'}`;
      set.push(setting);
    } else if (given[at] !== '--markdown') ids.push(given[at].toUpperCase());
  }
  const markdown = given.includes('--markdown');
  const unknown = ids.filter((id) => !facts.some((fact) => fact.id === id));
  if (unknown.length > 0)
    return `there is no fact ${unknown.join(', ')}; there are ${facts.map(({ id }) => id).join(', ')}`;
  if (markdown && (ids.length > 0 || set.length > 0)) return 'the page is of all facts as they are bundled';
  return { chosen: facts.filter(({ id }) => ids.length === 0 || ids.includes(id)), set, markdown };
}
