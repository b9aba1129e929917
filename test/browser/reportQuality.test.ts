import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { streetlevel } from '../cli/command.ts';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { faultsOnPaper } from './paper.ts';
import { printedOn } from './sheets.ts';

/** Sheets of A4 that the evaluation of a small scenario takes, and all with its annexes. */
const MOST_SHEETS = { body: 10, all: 20 };

/** Width between the margins of a report's sheet, in CSS pixels. */
const BETWEEN_MARGINS = 688;

const kinds = {
  'a comparison': ['--replicates', '3'],
  'one design': ['--replicates', '3', '--only', 'feePerJob'],
  // One run has no intervals, and so groups of marks that hold none.
  'one run': ['--replicates', '1'],
};
type Kind = keyof typeof kinds;

describe.runIf(chromiumIsThere())('whole reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-report-'));
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'scenario.yaml'), firstScenario);
    browser = await launch();
    for (const [kind, more] of Object.entries(kinds)) {
      const run = ['run', 'scenario.yaml', '--out', kind, ...more];
      expect((await streetlevel(run, { cwd: folder })).code).toBe(0);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(kind: Kind): Promise<Page> {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, kind, 'report.html')).href);
    await page.waitForSelector('html[data-charts=live]');
    return page;
  }

  it.each(Object.keys(kinds) as Kind[])(
    '%s keeps nobody out, with live charts, then with all that folds open and on a dark screen',
    async (kind) => {
      const page = await open(kind);
      expect(await page.locator('.live svg').count()).toBeGreaterThan(4);
      expect(await violationsOf(page)).toEqual([]);
      // A page has one dress, in which a reader with a dark screen must read it, too.
      await page.emulateMedia({ colorScheme: 'dark' });
      const folded = page.locator('figure > details, details.annexed');
      expect(await folded.count()).toBeGreaterThan(6);
      await folded.evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await violationsOf(page)).toEqual([]);
      await page.context().close();
    },
  );

  it.each(['a comparison', 'one design'] as const)(
    '%s prints well: a front page with its chart, nothing cut, and no more sheets than are read',
    async (kind) => {
      const page = await open(kind);
      expect(await faultsOnPaper(page, 'body', BETWEEN_MARGINS)).toEqual([]);
      const { count, pieces } = await printedOn(page, 'section, figure, tbody tr');
      const find = (name: string) => pieces.find((piece) => piece.name === name);
      const parted = pieces.filter(({ name, from, to }) => !name.startsWith('SECTION') && from !== to);
      expect(parted).toEqual([]);
      expect(pieces.filter(({ from }) => from < 1)).toEqual([]);
      expect(pieces.length).toBeGreaterThan(40);
      expect(find('SECTION finding')).toMatchObject({ from: 1, to: 1 });
      expect(pieces.find(({ name }) => name.startsWith('FIGURE'))).toMatchObject({ from: 1, to: 1 });
      expect(find('SECTION designs')?.from).toBe(2);
      expect(find('SECTION cite')?.to).toBeLessThanOrEqual(MOST_SHEETS.body);
      expect(count).toBeLessThanOrEqual(MOST_SHEETS.all);
      await page.context().close();
    },
  );
});
