import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/tables/rows.ts';
import { streetlevel } from '../cli/command.ts';
import { repository } from './repository.ts';

/** The part of the page on which a target does well: its commands and its file. */
const page = readFileSync(join(repository, 'docs/workshop.md'), 'utf8');
const [, part] = /\n## When the target does well\n([\s\S]*?)\n## /.exec(page)!;
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(part)![1];
const commands = block('sh')
  .replaceAll('\\\n', '')
  .trim()
  .split('\n')
  .map((line) => (line.match(/'[^']*'|[^\s']+/g) ?? []).map((word) => word.replaceAll("'", '')));

/** By scenario what the page says of the second design against the first, and which way. */
const said: Record<string, [measure: string, sign: 1 | -1][]> = {
  'standard.yaml': [
    ['parking.share[fifth=5]', -1],
    ['hours.perClientWeek[fifth=5]', 1],
    ['outcome.rate[fifth=5]', 1],
  ],
  'work-programme': [['parking.share[fifth=5]', -1]],
  'liaison-diversion': [
    ['parking.share[fifth=5]', -1],
    ['outcome.rate[fifth=5]', 1],
  ],
  'justice-reinvestment': [['outcome.rate[fifth=5]', 1]],
  'joint-commissioning': [
    ['parking.share[fifth=5]', -1],
    ['outcome.rate[fifth=5]', 1],
  ],
  'recording-against-seeing': [['outcome.rate[fifth=5]', 1]],
  'strategic-outcomes': [
    ['parking.share[fifth=5]', -1],
    ['hours.perClientWeek[fifth=5]', 1],
  ],
};

/** Three runs of each, at the bundled seeds: enough for the way, and the page has the figures of more. */
const FEW = '3';

describe('settings under which the target does well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-targets-'));
  beforeAll(() => writeFileSync(join(folder, 'standard.yaml'), block('yaml')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are those of every main scenario', () => {
    expect(commands.map(([, , , target]) => target.split('#')[0])).toEqual(Object.keys(said));
    const rows = part.match(/^\| `[^`]+`/gm)!.map((row) => row.slice(3, -1));
    expect(rows).toEqual(Object.keys(said).map((name) => name.replace('standard.yaml', 'activation-pilot')));
  });

  it.each(commands.map((words) => [words[3], words] as const))('%s', async (target, words) => {
    const [name, designs] = target.split('#');
    const [base, other] = designs.split(',');
    const asked = words.slice(2).filter((word, at, all) => ![word, all[at - 1]].includes('--replicates'));
    const { code, err } = await streetlevel(
      [...asked, '--replicates', FEW, '--out', `${name}.results`, '--quiet'],
      {
        cwd: folder,
      },
    );
    expect([code, err]).toEqual([0, '']);
    const summary: Summary = JSON.parse(
      readFileSync(join(folder, `${name}.results`, 'summary.json'), 'utf8'),
    );
    for (const [measure, sign] of said[name]) {
      const mean = (design: string) => summary.designs[design].measures[measure].mean!;
      expect(sign * (mean(other) - mean(base)), measure).toBeGreaterThan(0);
    }
  });
});
