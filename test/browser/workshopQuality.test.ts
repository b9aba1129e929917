import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { allIn, exportWorkshop, openWorkshop } from './workshopPage.ts';

describe.runIf(chromiumIsThere())('the workshop page for everybody', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-quality-'));
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    address = await exportWorkshop(folder, 'first');
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['light', 1920],
  ] as const)('has nothing serious to say against it: %s, %i pixels wide', async (colorScheme, width) => {
    const { context, page } = await openWorkshop(browser, address, {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await allIn(page, 10);
    await page.waitForSelector('figure[data-chart=hoursByFifth][data-live=true]');
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });

  it('can be used by keyboard alone', async () => {
    const { context, page } = await openWorkshop(browser, address);
    await allIn(page, 10);
    const before = await page.textContent('.headlines tbody');
    await tabTo(page, () => document.activeElement?.id === 'feePerJob-fee');
    await page.keyboard.press('End');
    await page.waitForFunction(
      (text) => document.querySelector('.headlines tbody')?.textContent !== text,
      before,
    );
    await allIn(page, 10);
    expect(await page.inputValue('input[type=range][id="feePerJob-fee"]')).toBe('6000');
    await tabTo(page, () => document.activeElement?.textContent === 'Undo', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (text) => document.querySelector('.headlines tbody')?.textContent === text,
      before,
    );
    await tabTo(
      page,
      () => document.activeElement?.closest('figure[data-chart=hoursByFifth] summary') != null,
    );
    await page.keyboard.press('Enter');
    await page.waitForSelector('figure[data-chart=hoursByFifth] table');
    await context.close();
  });

  it('tells a screen reader how far it is, and what a slider stands at', async () => {
    const { context, page } = await openWorkshop(browser, address);
    await allIn(page, 10);
    const said = page.locator('[role=status]').filter({ hasText: 'replicates are in' });
    expect(await said.count()).toBe(1);
    const slider = page.locator('input[type=range][id="feePerJob-fee"]');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^\d+ GBP, in the scenario \d+$/);
    const pictures = await page.$$eval('figure.chart', (all) =>
      all.map((figure) => figure.querySelector('[role=img], svg')?.getAttribute('aria-label') ?? ''),
    );
    expect(pictures.length).toBeGreaterThan(3);
    for (const label of pictures) expect(label.length).toBeGreaterThan(20);
    await context.close();
  });

  it('prints charts and figures without controls', async () => {
    const { context, page } = await openWorkshop(browser, address);
    await allIn(page, 10);
    await page.emulateMedia({ media: 'print' });
    const seen = async (selector: string) =>
      (
        await page
          .locator(selector)
          .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0))
      ).length;
    expect(await seen('.headlines')).toBe(1);
    expect(await seen('figure.chart svg')).toBeGreaterThan(3);
    expect(await seen('.toolbar, .buttons, .tabs')).toBe(0);
    await context.close();
  });
});

/** Presses a key until the test holds, as somebody looks for a control; fails after a long page of them. */
async function tabTo(page: Page, isThere: () => boolean, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    if (await page.evaluate(isThere)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead there`);
}
