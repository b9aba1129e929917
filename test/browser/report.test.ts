import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { streetlevel } from '../cli/command.ts';
import { chromiumIsThere, launch } from './chromium.ts';

describe.runIf(chromiumIsThere())('a report in Chromium, without a network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-report-'));
  const report = pathToFileURL(join(folder, 'results', 'report.html')).href;
  const complaints: string[] = [];
  const requests: string[] = [];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    writeFileSync(join(folder, 'scenario.yaml'), firstScenario);
    const words = ['run', 'scenario.yaml', '--replicates', '3', '--out', 'results'];
    const { code, err } = await streetlevel(words, { cwd: folder });
    expect([code, err]).toEqual([0, expect.any(String)]);
    browser = await launch();
    context = await browser.newContext({ offline: true, viewport: { width: 1200, height: 900 } });
    page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(report);
    await page.waitForSelector('html[data-charts=live]');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loads nothing but itself and has nothing to complain of', () => {
    expect(requests).toEqual([report]);
    expect(complaints).toEqual([]);
  });

  it('has one first heading and the sections that its contents name, without a skipped level', async () => {
    const levels = await page.$$eval('h1, h2, h3', (all) => all.map((one) => Number(one.tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    levels.forEach((level, at) => {
      expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
    });
    const missing = await page.$$eval('nav a', (links) =>
      links.map((link) => link.getAttribute('href') ?? '').filter((href) => !document.querySelector(href)),
    );
    expect(missing).toEqual([]);
  });

  it('shows every chart live, with marks, in place of its picture', async () => {
    const figures = await page.$$eval('figure[data-chart]', (all) =>
      all.map((figure) => ({
        id: figure.getAttribute('data-chart'),
        marks: figure.querySelectorAll('.live svg [role="graphics-symbol"], .live svg .mark-symbol path')
          .length,
        size: figure.querySelector('.live svg')?.getBoundingClientRect().width ?? 0,
        picture: getComputedStyle(figure.querySelector('.static')!).display,
      })),
    );
    expect(figures.length).toBeGreaterThanOrEqual(6);
    for (const figure of figures) {
      expect(figure, String(figure.id)).toMatchObject({ picture: 'none' });
      expect(figure.marks, String(figure.id)).toBeGreaterThan(0);
      expect(figure.size, String(figure.id)).toBeGreaterThan(300);
    }
  });

  it('answers the pointer: a mark shows a tooltip', async () => {
    const marks = page.locator(
      'figure[data-chart=hoursByFifth] .live svg [role="graphics-symbol"][aria-roledescription]',
    );
    await marks.first().scrollIntoViewIfNeeded();
    const tooltip = page.locator('#vg-tooltip-element.visible');
    for (let at = 0; at < (await marks.count()) && (await tooltip.count()) === 0; at++) {
      const box = await marks.nth(at).boundingBox();
      if (!box) continue;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.waitForTimeout(50);
    }
    expect((await tooltip.textContent())?.length).toBeGreaterThan(5);
  });

  it('runs no script but its own', async () => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.strangerRan = true';
      document.body.append(script);
      return 'strangerRan' in window;
    });
    expect(ran).toBe(false);
  });

  it('prints pictures in place of live charts', async () => {
    await page.emulateMedia({ media: 'print' });
    const shown = await page.$$eval('figure[data-chart]', (all) =>
      all.map((figure) => [
        getComputedStyle(figure.querySelector('.static')!).display,
        getComputedStyle(figure.querySelector('.live')!).display,
      ]),
    );
    await page.emulateMedia({ media: 'screen' });
    for (const pair of shown) expect(pair).toEqual(['block', 'none']);
  });
});
