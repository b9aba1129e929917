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

/**
 * Sheets of A4: of the body, which is read, and of the annexes before the list of assumptions, which are looked up in. Measured: bodies
 * of 4 (one design), 6 (two), 8 (six) and 10 (ten designs and areas); annexes of 3, 4, 6 and 8. A body that needs more has begun to
 * say things twice.
 */
const MOST_SHEETS = { body: 11, annexes: 9 };

/** At least so many assumptions, each with its source, stand on a sheet of their list. Measured: 240. It begins on a sheet that is partly full. */
const NUMBERS_ON_A_SHEET = 200;

/** Width between the margins of a report's sheet, in CSS pixels. */
const BETWEEN_MARGINS = 688;

const kinds = {
  'a comparison': ['--replicates', '3'],
  'one design': ['--replicates', '3', '--only', 'feePerJob'],
  // One run has no intervals, and so groups of marks that hold none.
  'one run': ['--replicates', '1'],
};
type Kind = keyof typeof kinds;

/** Bundled scenarios with many designs, long titles and long findings, as small as they run. */
const bundled = {
  'activation-pilot': ['--scale', '0.05', '--replicates', '2'],
  'justice-reinvestment': ['--scale', '0.01', '--replicates', '2'],
};

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
    for (const [name, more] of Object.entries(bundled)) {
      const run = ['run', name, '--out', name, ...more];
      expect((await streetlevel(run, { cwd: folder })).code).toBe(0);
    }
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(kind: Kind | keyof typeof bundled): Promise<Page> {
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

  it.each(['a comparison', 'one design', 'activation-pilot', 'justice-reinvestment'] as const)(
    '%s prints well: a front page with its chart, nothing cut, and no more sheets than are read',
    async (kind) => {
      const page = await open(kind);
      // As a reader may print it: all unfolded, but what then takes a lying sheet.
      const folds = page.locator('details.annexed:not(.wide)');
      await folds.evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await faultsOnPaper(page, 'body', BETWEEN_MARGINS)).toEqual([]);
      await folds.evaluateAll((all) => {
        for (const one of all) one.removeAttribute('open');
      });
      const { count, pieces } = await printedOn(page, 'section, figure, tbody tr');
      const find = (name: string) => pieces.find((piece) => piece.name === name);
      const parted = pieces.filter(({ name, from, to }) => !name.startsWith('SECTION') && from !== to);
      expect(parted).toEqual([]);
      expect(pieces.filter(({ from }) => from < 1)).toEqual([]);
      expect(pieces.length).toBeGreaterThan(40);
      expect(find('SECTION finding')).toMatchObject({ from: 1, to: 1 });
      expect(pieces.find(({ name }) => name.startsWith('FIGURE'))).toMatchObject({ from: 1, to: 1 });
      expect(find('SECTION designs')?.from).toBe(2);
      const [body, list] = [find('SECTION cite')!.to, find('SECTION assumptions')!];
      expect(body).toBeLessThanOrEqual(MOST_SHEETS.body);
      expect(list.from - body).toBeLessThanOrEqual(MOST_SHEETS.annexes);
      const numbers = await page
        .locator('.dense h3')
        .evaluateAll((all) =>
          all.reduce((sum, one) => sum + Number(one.textContent?.match(/\((\d+)\)$/)?.[1]), 0),
        );
      expect(numbers).toBeGreaterThan(200);
      expect(list.to - list.from).toBeLessThanOrEqual(Math.ceil(numbers / NUMBERS_ON_A_SHEET));
      expect(count).toBeGreaterThanOrEqual(list.to);
      await page.context().close();
    },
  );

  it('has the finding and the head of its chart on one screen with many designs, and is no wider than a telephone', async () => {
    const page = await open('activation-pilot');
    await page.setViewportSize({ width: 1280, height: 1100 });
    const bottom = await page
      .locator('#finding figure')
      .evaluate((one) => one.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThan(1300);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    // Letters keep their size: a chart that is wider than the screen scrolls.
    expect(await page.locator('#finding .live svg.marks').evaluate((one) => one.clientWidth)).toBeGreaterThan(
      600,
    );
    await page.context().close();
  });
});
