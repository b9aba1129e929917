import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goldenCases } from '../golden/cases.ts';
import { bundledBundle } from '../support/opened.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { checksums, replicateText } from './coreEntry.ts';

describe.runIf(chromiumIsThere())('the simulation core in Chromium', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('coreEntry.ts', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'core',
      platform: 'browser',
      target: 'es2023',
      logLevel: 'error',
    });
    browser = await launch();
    page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0].text });
  });
  afterAll(() => browser?.close());

  it('gives the same bits for exp, log, pow, quantiles and draws as Node', async () => {
    const inPage = await page.evaluate(() => (globalThis as never as { core: Core }).core.checksums());
    expect(inPage).toEqual(checksums());
  });

  it.each(goldenCases)(
    'gives byte-identical rows, series and tables for a replicate of $scenario',
    async (one) => {
      const bundle = bundledBundle(one.scenario, [`scale=${one.scale}`]);
      const inNode = replicateText(bundle, 2);
      const inPage = await page.evaluate(
        (asked) => (globalThis as never as { core: Core }).core.replicateText(asked, 2),
        bundle,
      );
      expect(inNode.length).toBeGreaterThan(30_000);
      expect(inPage === inNode).toBe(true);
    },
  );

  it('tells replicates apart', () => {
    const bundle = bundledBundle('first');
    expect(replicateText(bundle, 2) === replicateText(bundle, 3)).toBe(false);
  });
});

type Core = typeof import('./coreEntry.ts');
