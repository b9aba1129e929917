import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lenses } from '../../src/tables/lensRegistry.ts';
import { streetlevel } from '../cli/command.ts';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { faultsOnPaper } from './paper.ts';
import { allIn, exportWorkshop, type OpenWorkshop, openWorkshop, saved } from './workshopPage.ts';

/** Sheets of a PDF of Chromium. */
const sheetsOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

describe.runIf(chromiumIsThere())('what a facilitator has in a room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-room-'));
  let browser: Browser;
  let open: OpenWorkshop;

  beforeAll(async () => {
    const address = await exportWorkshop(folder, 'first');
    browser = await launch();
    open = await openWorkshop(browser, `${address}#scenario=first&predict=1`, {}, '.forecast fieldset');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps every result back until there is a forecast: numbers, views, charts, people, tables, and paper', async () => {
    const { page } = open;
    const results = '.headlines, .findings, .views, .changes, .warnings, figure, svg, canvas, .more';
    expect(await page.locator(results).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Tables as CSV' }).isDisabled()).toBe(true);
    // Numbers of results have decimals or a percent sign; levers have none of both in a text.
    expect(await page.locator('main .results').textContent()).not.toMatch(/\d%|\d\.\d/);
    await page.getByRole('tab', { name: 'People' }).click();
    await page.waitForSelector('.kept-back');
    expect(await page.locator(results).count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(results).count()).toBe(0);
    await page.emulateMedia({ media: null });
    await page.getByRole('tab', { name: 'Compare designs' }).click();
    await page.getByRole('button', { name: 'Show it without a forecast' }).click();
    await allIn(page, 10);
    await page.waitForSelector('figure.chart svg', { state: 'attached' });
    // A lever that is moved asks anew: an old forecast is none of the new settings.
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.waitForSelector('.forecast');
    expect(await page.locator(results).count()).toBe(0);
    await page.getByLabel('Ask for a forecast first').uncheck();
    await allIn(page, 10);
  });

  it('shows each view with its order of the designs and where they disagree, as the command line says it', async () => {
    const { page } = open;
    const rows = page.locator('.views tbody tr');
    expect(await rows.count()).toBe(lenses.length);
    for (const [at, { asks }] of lenses.entries()) expect(await rows.nth(at).textContent()).toContain(asks);
    const provider = (await rows.nth(1).textContent()) ?? '';
    expect(provider).toContain('A grant in its place');
    expect(provider).toMatch(/Providers' surplus \(higher is better\): .*£/);
    const { out } = await streetlevel(['compare', 'first', '--out', 'results', '--json', '--quiet'], {
      cwd: folder,
    });
    expect(out).not.toBe('');
    const report = readFileSync(join(folder, 'results/report.html'), 'utf8');
    const said = (await page.textContent('.views .disagreement')) ?? '';
    expect(said.length).toBeGreaterThan(40);
    const [start] = said.split(':');
    expect(report).toContain(start);
    expect(await violationsOf(page)).toEqual([]);
    // Levers are printed as they stand: they are the terms of what is shown.
    expect((await faultsOnPaper(page)).filter((fault) => !fault.startsWith('a control: INPUT'))).toEqual([]);
  });

  it('gives cards that print on a sheet of A4 each, the same from page and command', async () => {
    const file = await saved(open.page, () =>
      open.page.getByRole('button', { name: 'Cards for the room' }).click(),
    );
    expect(file.name).toBe('cards.html');
    const { code } = await streetlevel(['cards', '--quiet'], { cwd: folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'cards.html')).equals(file.bytes)).toBe(true);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'cards.html')).href);
    expect(await page.locator('article').count()).toBe(lenses.length + 2);
    expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toBe(lenses.length + 2);
    for (const { whose } of lenses)
      expect(await page.locator('h1', { hasText: `You are ${whose}` }).count(), whose).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });

  it('prints a scorecard on one sheet', async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(folder, 'results/scorecard.html')).href);
    expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    expect(sheetsOf(await page.pdf({ format: 'A4', landscape: true }))).toBe(1);
    await page.close();
  });
});
