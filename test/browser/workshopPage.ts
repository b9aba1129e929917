import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { streetlevel } from '../cli/command.ts';

/** The workshop page, exported as a file and opened from the disk, with what it complained of and asked for. */
export interface OpenWorkshop {
  context: BrowserContext;
  page: Page;
  complaints: string[];
  requests: string[];
}

/** Writes the page with a scenario and returns its address. */
export async function exportWorkshop(folder: string, scenario: string): Promise<string> {
  const { code, err } = await streetlevel(['workshop', scenario, '--export', 'page.html', '--force'], {
    cwd: folder,
  });
  expect([code, err]).toEqual([0, expect.any(String)]);
  return pathToFileURL(join(folder, 'page.html')).href;
}

/** Opens the page without a network, and waits until a part of it is shown. */
export async function openWorkshop(
  browser: Browser,
  address: string,
  options: Parameters<Browser['newContext']>[0] = {},
  shown = '.columns',
): Promise<OpenWorkshop> {
  const context = await browser.newContext({
    offline: true,
    acceptDownloads: true,
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.waitForSelector(shown);
  return { context, page, complaints, requests };
}

/** Waits until so many replicates, which are all, are in and drawn. */
export async function allIn(page: Page, replicates: number): Promise<void> {
  await page.waitForSelector(`.findings[aria-busy=false] .progress:has-text("All ${replicates} ")`);
}

/** The text of a file that a click saves. */
export async function saved(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Sets a slider as a script may: its value, and the events that a hand would cause. */
export async function slide(page: Page, id: string, value: number): Promise<void> {
  await page.locator(`input[type=range][id="${id}"]`).evaluate((input, to) => {
    const range = input as HTMLInputElement;
    range.value = String(to);
    range.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}
