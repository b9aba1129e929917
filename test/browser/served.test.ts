import { type ChildProcess, spawn } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandPath } from '../cli/command.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { openWorkshop } from './workshopPage.ts';

describe.runIf(chromiumIsThere())('the workshop page as the command serves it', () => {
  let browser: Browser;
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    browser = await launch();
    server = spawn(process.execPath, [commandPath, 'workshop', 'first', '--no-open', '--quiet']);
    address = await new Promise<string>((resolve) => {
      server.stdout!.once('data', (bytes) => resolve(String(bytes).trim()));
    });
  });
  afterAll(async () => {
    server?.kill('SIGINT');
    await browser?.close();
  });

  it('runs under the headers that come with it, workers included, and asks for nothing more', async () => {
    const { context, page, complaints, requests } = await openWorkshop(browser, address, { offline: false });
    await page.waitForSelector('.headlines');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(`blob:${address}`))).toEqual([address]);
    // What the policy forbids a page to do, it cannot do.
    expect(
      await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'sent',
            () => 'stopped',
          ),
        `${address}x`,
      ),
    ).toBe('stopped');
    await context.close();
  });

  it('is not shown inside a page of somebody else', async () => {
    const page = await browser.newPage();
    const answered = page.waitForResponse(address);
    await page.setContent(`<iframe src="${address}"></iframe>`);
    expect((await answered).status()).toBe(200);
    await page.waitForTimeout(500);
    const [, frame] = page.frames();
    expect(await frame.locator('#workshop').count()).toBe(0);
    await page.close();
  });
});
