import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstScenario } from '../../src/cli/firstScenario.ts';
import { streetlevel } from '../cli/command.ts';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';

describe.runIf(chromiumIsThere())('whole reports keep nobody out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-axe-'));
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'scenario.yaml'), firstScenario);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['a comparison', ['--replicates', '3']],
    ['one design', ['--replicates', '3', '--only', 'feePerJob']],
    // One run has no intervals, and so groups of marks that hold none.
    ['one run', ['--replicates', '1']],
  ])('%s, with live charts, then with all that folds open and on a dark screen', async (name, more) => {
    const out = join(folder, name);
    const run = ['run', 'scenario.yaml', '--out', out, ...more];
    expect((await streetlevel(run, { cwd: folder })).code).toBe(0);
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(out, 'report.html')).href);
    await page.waitForSelector('html[data-charts=live]');
    expect(await page.locator('.live svg').count()).toBeGreaterThan(4);
    expect(await violationsOf(page)).toEqual([]);
    // A page has one dress, in which a reader with a dark screen must read it, too.
    await page.emulateMedia({ colorScheme: 'dark' });
    const folded = page.locator('figure > details');
    expect(await folded.count()).toBeGreaterThan(4);
    await folded.evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    expect(await violationsOf(page)).toEqual([]);
    await context.close();
  });
});
