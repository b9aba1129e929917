import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streetlevel } from '../cli/command.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { exportWorkshop, openWorkshop, saved } from './workshopPage.ts';

describe.runIf(chromiumIsThere())('measures that hold designs against the base', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-contrasts-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are on the page as on the command line', async () => {
    const { context, page } = await openWorkshop(browser, await exportWorkshop(folder, 'strategic-outcomes'));
    await page.getByRole('combobox', { name: 'Replicates' }).selectOption('1');
    await page.waitForSelector('.progress:has-text("The one replicate is in")');
    const yaml = await saved(page, () => page.getByRole('button', { name: 'Scenario as YAML' }).click());
    const archive = await saved(page, () => page.getByRole('button', { name: 'Tables as CSV' }).click());
    writeFileSync(join(folder, yaml.name), yaml.bytes);
    const designs = /#(\S+)/.exec((await page.textContent('.said')) ?? '')![1];
    await streetlevel(['compare', `${yaml.name}#${designs}`, '--out', 'results', '--quiet'], { cwd: folder });
    for (const name of ['measures.csv', 'differences.csv']) {
      const onPage = strFromU8(unzipSync(archive.bytes)[name]);
      expect(onPage, name).toContain('goodhart.gap');
      expect(onPage === readFileSync(join(folder, 'results', name), 'utf8'), name).toBe(true);
    }
    await context.close();
  });
});
