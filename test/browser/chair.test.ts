import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChair, openScenario } from '../../src/simulation/index.ts';
import type { ChairResult } from '../../src/tables/chair.ts';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { noteWhatIsSaid, saidSince } from './heard.ts';
import { faultsOnPaper } from './paper.ts';
import { exportWorkshop, type OpenWorkshop, openWorkshop, saved } from './workshopPage.ts';

/** Answers the first call and lets the others ring; returns how many there were. */
async function phone(page: Page): Promise<number> {
  let calls = 0;
  while ((await page.locator('dialog[open]').count()) > 0) {
    const title = await page.textContent('#phone-title');
    await page.getByRole('button', { name: calls++ === 0 ? /^Answer/ : 'Let it ring' }).click();
    await page.waitForFunction(
      (before) => document.querySelector('#phone-title')?.textContent !== before,
      title,
    );
  }
  return calls;
}

describe.runIf(chromiumIsThere())('the caseworker’s chair in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-chair-'));
  let browser: Browser;
  let address: string;
  let open: OpenWorkshop;
  let first: { name: string; bytes: Buffer };

  beforeAll(async () => {
    const file = join(folder, 'office.yaml');
    const text = readFileSync(new URL('../../scenarios/first.yaml', import.meta.url), 'utf8')
      .replace('clients:\n', 'clients:\n  crisis: { onset: 0.04 }\n')
      .replace('offices:\n', '  duties: { file: { kind: recording, role: adviser } }\noffices:\n')
      .replace('incentives:\n', 'incentives:\n  goal: { kind: target, event: jobStart, threshold: 30 }\n');
    writeFileSync(file, text);
    address = await exportWorkshop(folder, file);
    browser = await launch();
    open = await openWorkshop(browser, address);
    await open.page.getByRole('tab', { name: /chair/ }).click();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is set by the teacher, and sat in at the desk of those settings', async () => {
    const { page } = open;
    await page.getByLabel('Weeks by hand').fill('2');
    await page.getByLabel('First of them').fill('21');
    await page.getByLabel('Hints').check();
    expect(await violationsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sit down' }).click();
    await page.waitForSelector('h2:has-text("Week 21: 1 of 2")');
    expect(await phone(page)).toBeGreaterThan(0);
    expect(await page.textContent('.board')).toMatch(/Goal: \d+ of 30\.0 \(job start\)/);
    expect(await page.textContent('.hints')).toMatch(/in a crisis/);
    expect(await violationsOf(page)).toEqual([]);
    expect(await faultsOnPaper(page)).toEqual([]);
  });

  it('counts hours as they are given, and refuses too many and too few', async () => {
    const { page } = open;
    const left = () => page.textContent('.left [role=status]');
    await page.getByRole('button', { name: 'Clear' }).click();
    const whole = await left();
    expect(whole).toMatch(/^([\d.]+) of \1 hours left$/);
    const hours = page.locator('.clients input[type=number]').first();
    await page.locator('.clients button[aria-label*="hours more for"]').first().click();
    expect(await hours.inputValue()).toBe('0.5');
    expect(await left()).not.toBe(whole);
    await hours.fill('0.2');
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('.problems li');
    expect(await page.textContent('.problems li')).toMatch(/^c0-.*: an appointment takes at least 0.5 hours/);
    expect(await hours.getAttribute('aria-invalid')).toBe('true');
    await hours.fill('90');
    await hours.press('Tab');
    expect(await left()).toMatch(/hours too many/);
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('.problems li:has-text("more than there are")');
    expect(await page.textContent('.desk h2')).toContain('Week 21');
  });

  it('shows what came of it, with the same figures as the engine gives for the same hours', async () => {
    const { page } = open;
    await page.getByRole('button', { name: /^Greatest need/ }).click();
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('h2:has-text("Week 22: 2 of 2")');
    await phone(page);
    await page.getByRole('button', { name: 'As last week' }).click();
    await page.getByRole('button', { name: /^Greatest need/ }).click();
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('.debrief');
    expect(await violationsOf(page)).toEqual([]);
    expect(await faultsOnPaper(page)).toEqual([]);
    await page.getByLabel('Name for the file').fill('Ada L.');
    first = await saved(page, () => page.getByRole('button', { name: 'Save the result' }).click());
    expect(first.name).toBe('ada-l-.chair.json');
    const result = JSON.parse(first.bytes.toString()) as ChairResult;
    expect(result).toMatchObject({ student: 'Ada L.', settings: { from: 20, weeks: 2, hints: true } });
    const text = readFileSync(join(folder, 'office.yaml'), 'utf8');
    const set = ['scale=1', 'replicates=10'];
    const loaded = openScenario({ file: 'office.yaml', text, extended: {}, set });
    const chair = openChair(loaded, result.settings);
    for (const division of result.divisions) expect(chair.divide(division)).toEqual([]);
    const { parked, ...debrief } = JSON.parse(JSON.stringify(chair.debrief()));
    expect(result.debrief).toEqual(debrief);
    expect(await page.locator('.debrief table').count()).toBeGreaterThan(3);
    expect(await page.textContent('.debrief')).toContain(`${parked.length} of `);
  });

  it('says in few words that a week goes by, and leads to the phone or to the next week', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Divide week 22 anew' }).click();
    await page.waitForSelector('h2:has-text("Week 22: 2 of 2")');
    await page.getByRole('button', { name: 'Take last week back' }).click();
    await page.waitForSelector('h2:has-text("Week 21: 1 of 2")');
    await page.waitForSelector('h2:focus:has-text("Week 21")');
    await noteWhatIsSaid(page);
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('dialog[open]');
    expect(await saidSince(page)).toEqual(['The week goes by …']);
    const phoneRings = page.getByRole('dialog', { name: /^The phone rings/ });
    expect(await phoneRings.getAttribute('aria-describedby')).toBe('phone-caller');
    expect(await page.textContent('#phone-caller')).toMatch(/^It is c\S+ .*in a crisis/);
    await page.waitForSelector('button:focus:has-text("Answer")');
    await phone(page);
    await page.waitForSelector('h2:focus:has-text("Week 22")');
    await saidSince(page);
    await page.locator('.clients button[aria-label*="hours more for"]').first().click();
    expect(await saidSince(page)).toEqual([expect.stringMatching(/hours left$/)]);
    await page.getByRole('button', { name: /^Greatest need/ }).click();
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('.debrief');
  });

  it('gives a week that is taken back as it was divided, and does not ring again', async () => {
    const { page } = open;
    const week = (text: string) => page.waitForSelector(`h2:has-text("${text}")`);
    const hours = () =>
      page
        .locator('.desk input[type=number]')
        .evaluateAll((all) => all.map((input) => [input.id, (input as HTMLInputElement).value]));
    await page.getByRole('button', { name: 'Divide week 22 anew' }).click();
    await week('Week 22: 2 of 2');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    const result = JSON.parse(first.bytes.toString()) as ChairResult;
    const given = result.divisions[1];
    const shown = Object.fromEntries(await hours());
    for (const [id, own] of Object.entries(given.clients))
      expect(Number(shown[`hours-${id}`])).toBeCloseTo(own, 3);
    const spent = Object.values(shown).reduce<number>((sum, each) => sum + Number(each), 0);
    expect(spent).toBeGreaterThan(5);
    // The week before that, too: what was put there, and nothing of the week after.
    await page.getByRole('button', { name: 'Take last week back' }).click();
    await week('Week 21: 1 of 2');
    const given21 = Object.entries(result.divisions[0].clients).map(([id]) => `hours-${id}`);
    const shown21 = (await hours()).filter(([id, value]) => id.startsWith('hours-') && Number(value) > 0);
    expect(shown21.map(([id]) => id).sort()).toEqual(given21.sort());
    await page.getByRole('button', { name: 'Close the week' }).click();
    await week('Week 22: 2 of 2');
    // A new week begins empty, with its calls.
    expect(await phone(page)).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Greatest need/ }).click();
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.waitForSelector('.debrief');
  });

  it('lays the files of a class over each other, dropped or chosen, and says which do not belong', async () => {
    const { page } = open;
    const other = { ...(JSON.parse(first.bytes.toString()) as ChairResult), student: 'Bo' };
    const stray = { ...other, scenario: { ...other.scenario, seed: 'elsewhere' } };
    const files = [
      { name: first.name, mimeType: 'application/json', buffer: first.bytes },
      { name: 'bo.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) },
      { name: 'stray.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(stray)) },
    ];
    await page.locator('.teacher input[type=file]').setInputFiles(files);
    await page.waitForSelector('.teacher [role=status]:has-text("2 students")');
    expect(await page.textContent('.teacher .problems li')).toMatch(/^stray\.json: /);
    const namesake = { ...other, student: 'Ada L.', divisions: other.divisions.toReversed() };
    await page
      .locator('.teacher input[type=file]')
      .setInputFiles([
        files[0],
        { ...files[0], name: 'again.json' },
        { ...files[1], name: 'ada2.json', buffer: Buffer.from(JSON.stringify(namesake)) },
      ]);
    await page.waitForSelector('.teacher .problems li:has-text("again.json")');
    expect(await page.textContent('.teacher .problems')).toMatch(/same result as ada-l-\.chair\.json/);
    expect(await page.textContent('.teacher [role=status]:has-text("sat")')).toContain('2 students');
    const rows = await page.locator('.teacher .bars').first().locator('tr.yours th').allTextContents();
    expect(rows.sort()).toEqual(['Ada L. (ada-l-.chair.json)', 'Ada L. (ada2.json)']);
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'one.json', { type: 'application/json' }));
      return transfer;
    }, first.bytes.toString());
    await page.dispatchEvent('body', 'drop', { dataTransfer: data });
    await page.waitForSelector('.teacher [role=status]:has-text("1 student sat")');
    expect(await page.locator('.problems').count()).toBe(0);
  });

  it('can be used by keyboard alone, at 360 pixels, from the teacher’s link', async () => {
    const link = await open.page.evaluate(() => location.hash);
    const options = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' } as const;
    const narrow = await openWorkshop(browser, `${address}${link}`, options, '.chair');
    const { page, complaints } = narrow;
    expect(await page.locator('.teacher[open]').count()).toBe(0);
    await page.getByRole('button', { name: 'Sit down' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    while ((await page.locator('dialog[open]').count()) > 0) {
      const title = await page.textContent('#phone-title');
      await page.keyboard.press('Escape');
      await page.waitForFunction(
        (before) => document.querySelector('#phone-title')?.textContent !== before,
        title,
      );
    }
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    const input = page.locator('.clients input[type=number]').first();
    await input.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1');
    // Enter ends the number and not the week.
    await page.keyboard.press('Enter');
    expect(await page.textContent('h2')).toContain('1 of 2');
    await page.getByRole('button', { name: 'Close the week' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('h2:has-text("2 of 2")');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await narrow.context.close();
  });

  it('complains of nothing and asks nobody', () => {
    expect(open.complaints).toEqual([]);
    expect(open.requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  });
});
