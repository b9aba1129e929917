import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localNames } from '../../src/authoring/index.ts';
import { streetlevel } from '../cli/command.ts';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { exportWorkshop, type OpenWorkshop, openWorkshop, saved } from './workshopPage.ts';

const answers = ['2', '', '3', '45', '35', '£3,000', '0', '42000'];

describe.runIf(chromiumIsThere())('the form of eight local numbers on the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-local-'));
  let browser: Browser;
  let open: OpenWorkshop;

  beforeAll(async () => {
    const address = await exportWorkshop(folder, 'first');
    browser = await launch();
    open = await openWorkshop(browser, address);
    await open.page.locator('.local summary').click();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says what is taken, and where an answer cannot be used why', async () => {
    const { page } = open;
    await page.fill('#local-staff', '2');
    expect(await page.getAttribute('#local-referrals', 'placeholder')).toBe('1.9');
    await page.fill('#local-caseload', '4');
    await page.getByRole('button', { name: 'Open as a scenario' }).click();
    await page.waitForFunction(() => document.activeElement?.id === 'local-caseload');
    expect(await page.getAttribute('#local-caseload', 'aria-invalid')).toBe('true');
    expect(await page.textContent('#local-caseload-takes')).toContain(
      'Caseload takes a whole number from 5 to 148',
    );
    expect(await page.textContent('h1')).toBe('My first scheme');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('opens the scenario, and saves the same bytes that the terminal writes', async () => {
    const { page, complaints } = open;
    for (const [at, name] of localNames.entries()) await page.fill(`#local-${name}`, answers[at]);
    await page.getByRole('button', { name: 'Open as a scenario' }).click();
    await page.waitForSelector('h1:has-text("Our programme: 2 caseworkers, 3 people referred a week")');
    await page.waitForSelector('.headlines');
    expect(await page.textContent('.headlines thead')).toContain('Plain grant');
    const file = await saved(page, () => page.getByRole('button', { name: 'Save the file' }).click());
    expect(file.name).toBe('our-numbers.yaml');
    const { code } = await streetlevel(['init', 'terminal.yaml', '--ask'], {
      cwd: folder,
      input: answers.join('\n'),
    });
    expect(code).toBe(0);
    expect(file.bytes.equals(readFileSync(join(folder, 'terminal.yaml')))).toBe(true);
    expect(await page.textContent('.local [role=status]')).toContain('Fees pay the posts if');
    expect(complaints).toEqual([]);
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('first');
    await page.waitForSelector('h1:has-text("My first scheme")');
    expect(await page.textContent('.local [role=status]')).toBe('');
  });
});
