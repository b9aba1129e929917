import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { watchDesign } from '../../src/simulation/index.ts';
import { lifeFigures, lifeStory, twinStory, underOther, weekOfCaseworker } from '../../src/words/index.ts';
import { openBundled } from '../support/whatIf.ts';
import { violationsOf } from './axe.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { noteWhatIsSaid, saidSince } from './heard.ts';
import { faultsOnPaper } from './paper.ts';
import { exportWorkshop, type OpenWorkshop, openWorkshop } from './workshopPage.ts';

/** Waits until all weeks are run, beside the replicates of the other view on a busy machine. */
const allRun = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () => document.querySelector('#week') && !document.querySelector('.toolbar .progress'),
    undefined,
    { timeout: 100_000 },
  );

async function goToWeek(page: Page, week: number): Promise<void> {
  await page.locator('#week').evaluate((input, to) => {
    (input as HTMLInputElement).value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, week);
  await page.waitForSelector(`.sums caption:has-text("week ${week}")`);
}

/** The field as a picture. */
const pictureOf = (page: Page): Promise<string> =>
  page
    .locator('.field canvas')
    .first()
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

describe.runIf(chromiumIsThere())('people on the workshop page, in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-people-'));
  let browser: Browser;
  let address: string;
  let open: OpenWorkshop;

  beforeAll(async () => {
    address = await exportWorkshop(folder, 'first');
    browser = await launch();
    open = await openWorkshop(browser, address);
    await open.page.getByRole('tab', { name: 'People' }).click();
    await allRun(open.page);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the weeks of the run: step, slider, play and pause', async () => {
    const { page } = open;
    const week = () => page.inputValue('#week');
    expect(await week()).toBe('1');
    await page.getByRole('button', { name: 'One week on' }).click();
    expect(await week()).toBe('2');
    const early = await pictureOf(page);
    await goToWeek(page, 30);
    const later = await pictureOf(page);
    expect(later).not.toBe(early);
    await goToWeek(page, 2);
    expect(await pictureOf(page)).toBe(early);
    await page.getByLabel('Speed').selectOption('25');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction(
      () => Number((document.querySelector('#week') as HTMLInputElement).value) > 34,
    );
    await page.getByRole('button', { name: 'Pause' }).click();
    const stopped = await week();
    await page.waitForTimeout(300);
    expect(await week()).toBe(stopped);
  });

  it('draws a week in a few calls, whatever the number of clients', async () => {
    const { page } = open;
    await goToWeek(page, 20);
    const before = await pictureOf(page);
    await page.evaluate(() => {
      const calls: string[] = [];
      Object.assign(globalThis, { calls });
      const pen = CanvasRenderingContext2D.prototype as never as Record<string, (...all: never[]) => void>;
      for (const name of [
        'fillRect',
        'strokeRect',
        'stroke',
        'fill',
        'fillText',
        'drawImage',
        'putImageData',
      ]) {
        const own = pen[name];
        pen[name] = function (this: CanvasRenderingContext2D, ...all: never[]) {
          if (this.canvas.isConnected) calls.push(name);
          own.apply(this, all);
        };
      }
    });
    await goToWeek(page, 21);
    expect(await pictureOf(page)).not.toBe(before);
    const calls = await page.evaluate(() => (globalThis as never as { calls: string[] }).calls);
    expect(calls.filter((name) => name === 'putImageData').length).toBeGreaterThan(0);
    // Five bands: the cells of each, and a heading of a ground and two texts.
    expect(calls.length).toBeLessThanOrEqual(5 * 4);
    await goToWeek(page, 20);
    expect(await pictureOf(page)).toBe(before);
  });

  it('tells the numbers that the model has, as a table and to who listens', async () => {
    const { page } = open;
    await goToWeek(page, 40);
    const loaded = openBundled('first');
    const session = watchDesign(loaded, loaded.designs[0].id, 0);
    const { sums } = session.runTo(39);
    const rows = await page.locator('.sums tbody tr').allTextContents();
    expect(rows).toHaveLength(5);
    rows.forEach((row, k) => {
      expect(row).toContain(String(sums.claiming[k]));
      expect(row).toContain(sums.hoursSoFar[k].toFixed(2));
    });
    await page.waitForSelector('.people > [role=status]:has-text("week 40")');
  });

  it('tells the life of the client under the pointer, and the week of the caseworker', async () => {
    const { page } = open;
    await goToWeek(page, 40);
    const box = (await page.locator('.field .sky').boundingBox())!;
    await page.locator('.field .sky').click({ position: { x: 8, y: box.height / 2 + 20 } });
    await page.waitForSelector('.life .story');
    const id = /Client (\S+):/.exec((await page.textContent('#life-title')) ?? '')?.[1] ?? '';
    const loaded = openBundled('first');
    const session = watchDesign(loaded, loaded.designs[0].id, 0);
    const life = session.lifeOf(session.placeOf(id));
    const told = await page.locator('.life .story').allTextContents();
    for (const { text } of lifeStory(life)) expect(told[0]).toContain(text);
    for (const { text } of twinStory(life)) expect(told[1]).toContain(text);
    await page.getByLabel('The week of a caseworker').selectOption({ index: 1 });
    await page.waitForSelector('svg.waterline');
    const week = (await page.textContent('section.caseworker')) ?? '';
    for (const sentence of weekOfCaseworker(session.weekOf(0, 39)[0])) expect(week).toContain(sentence);
    expect(await page.locator('svg.waterline rect[fill^="url"]').count()).toBeGreaterThan(5);
    await page.getByText('All figures as a table').click();
    expect(await page.locator('section.caseworker tbody tr').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Close the week' }).click();
    await page.getByRole('button', { name: 'Close the life' }).click();
    expect(await page.locator('section.life, section.caseworker').count()).toBe(0);
  });

  it('tells the same client under the other design, and changes to it with the client and the week kept', async () => {
    const { page } = open;
    await goToWeek(page, 40);
    await page.locator('.field .sky').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.under[aria-busy=false] table');
    const id = /Client (\S+):/.exec((await page.textContent('#life-title')) ?? '')?.[1] ?? '';
    const loaded = openBundled('first');
    const [here, there] = loaded.designs.map((design) => {
      const session = watchDesign(loaded, design.id, 0);
      return session.lifeOf(session.placeOf(id));
    });
    const under = (await page.textContent('.under')) ?? '';
    expect(under).toContain(underOther(here, there, 'A grant in its place'));
    const cells = await page.locator('.under tbody td').allTextContents();
    expect(cells).toEqual(lifeFigures(here, there).flatMap((row) => [row.here, row.there, row.twin]));
    const stories = await page.locator('.life .story').allTextContents();
    expect(stories).toHaveLength(3);
    for (const { text } of lifeStory(there)) expect(stories[2]).toContain(text);
    await page.getByRole('button', { name: 'Change to “A grant in its place” with this client' }).click();
    await page.waitForSelector('#life-title:has-text("A grant in its place")');
    expect(await page.textContent('#life-title')).toContain(`Client ${id}:`);
    await page.waitForSelector('#life-title:focus');
    expect(await page.inputValue('#week')).toBe('40');
    await page.waitForSelector('.under[aria-busy=false] table');
    expect(await page.textContent('.under')).toContain(underOther(there, here, 'A fee for every job'));
    expect(await page.textContent('.fields h2')).toMatch(/^A grant in its place, week 40/);
    await page.getByRole('button', { name: 'Change to “A fee for every job” with this client' }).click();
    await page.waitForSelector('#life-title:has-text("A fee for every job")');
    await allRun(page);
    await page.getByRole('button', { name: 'Close the life' }).click();
  });

  it('can be walked through with the keyboard alone', async () => {
    const { page } = open;
    await page.locator('.field .sky').focus();
    await page.keyboard.press('Home');
    const said = () => page.textContent('.field .marked');
    const first = await said();
    expect(first).toMatch(/^Client \S+, easiest fifth/);
    await page.keyboard.press('ArrowRight');
    expect(await said()).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await said()).toBe(first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await said()).toBe(first);
    for (let fifth = 0; fifth < 4; fifth++) await page.keyboard.press('PageDown');
    expect(await said()).toContain('hardest fifth');
    await page.keyboard.press('End');
    const last = /Client (\S+),/.exec((await said()) ?? '')?.[1];
    await page.keyboard.press('Enter');
    await page.waitForSelector('.life .story');
    expect(await page.textContent('#life-title')).toContain(`Client ${last}:`);
    await page.waitForSelector('#life-title:focus');
  });

  it('sets two designs side by side on the same luck', async () => {
    const { page } = open;
    await page.getByLabel('Beside it, on the same luck').selectOption({ index: 1 });
    await page.waitForFunction(() => document.querySelectorAll('.field canvas').length === 2);
    await allRun(page);
    expect(await page.locator('.sums table').count()).toBe(2);
  });

  it('keeps the field back until the forecast that is asked for first is given', async () => {
    const { page, context } = await openWorkshop(browser, address);
    await page.getByLabel('Ask for a forecast first').check();
    await page.getByRole('tab', { name: 'People' }).click();
    await page.waitForSelector('form.forecast');
    expect(await page.textContent('.kept-back')).toContain('would give the answer away');
    const shown = () => page.locator('.people, .field, canvas, .sums, #week').count();
    expect(await shown()).toBe(0);
    await page.locator('form.forecast').getByLabel('The hardest to help').first().check();
    await page.getByRole('button', { name: 'Show the result' }).click();
    await allRun(page);
    await page.waitForSelector('#forecast-result-title:focus');
    expect(await page.locator('.field canvas').count()).toBe(1);
    // Another question is another forecast; who wants none passes.
    await page.getByRole('tab', { name: 'Compare designs' }).click();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('tab', { name: 'People' }).click();
    await page.waitForSelector('form.forecast');
    expect(await shown()).toBe(0);
    await page.getByRole('button', { name: 'Show it without a forecast' }).click();
    await allRun(page);
    await page.waitForSelector('.people:focus');
    await context.close();
  });

  it('tells who listens of a week when it stands still, and of nothing while weeks go by', async () => {
    const { page, context } = await openWorkshop(browser, address);
    await page.getByRole('tab', { name: 'People' }).click();
    await allRun(page);
    await page.locator('.field .sky').focus();
    await page.keyboard.press('End');
    await page.waitForSelector('.people > [role=status]:has-text("week 1:")');
    await noteWhatIsSaid(page);
    await page.getByLabel('Speed').selectOption('25');
    // Before the weeks go by: afterwards a slow machine may read it late.
    const shown = page.locator('.field .marked');
    const early = await shown.textContent();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForFunction(() => Number(document.querySelector<HTMLInputElement>('#week')!.value) > 60);
    expect(await saidSince(page)).toEqual([]);
    expect(await shown.textContent()).not.toBe(early);
    await page.getByRole('button', { name: 'Pause' }).click();
    const week = await page.inputValue('#week');
    await page.waitForSelector(`.people > [role=status]:has-text("week ${week}:")`);
    expect(await saidSince(page)).toHaveLength(1);
    // A slider that is dragged passes many weeks and tells the last.
    for (let to = 70; to <= 90; to++) await goToWeek(page, to);
    await page.waitForSelector('.people > [role=status]:has-text("week 90:")');
    expect((await saidSince(page)).filter((text) => !text.includes('week 90:')).length).toBeLessThan(3);
    await page.locator('.field .sky').press('Enter');
    await page.waitForSelector('.life .story');
    const said = await saidSince(page);
    expect(said.length).toBeLessThanOrEqual(2);
    expect(said.at(-1)).toMatch(/client|twin/);
    for (const text of said) expect(text.length).toBeLessThan(120);
    await context.close();
  });

  it('prints field, life and week: light, nothing cut off, in proportion, without controls', async () => {
    const { page, context } = await openWorkshop(browser, address);
    await page.getByRole('tab', { name: 'People' }).click();
    await allRun(page);
    await goToWeek(page, 40);
    await page.locator('.field .sky').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.under[aria-busy=false] table');
    await page.getByLabel('The week of a caseworker').selectOption({ index: 1 });
    await page.waitForSelector('svg.waterline');
    await page.getByText('All figures as a table').click();
    expect(await faultsOnPaper(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.textContent('.fields h2:visible')).toBe('A fee for every job, week 40, run of luck 1');
    const canvas = page.locator('.field canvas');
    expect(await canvas.evaluate((one) => getComputedStyle(one).filter)).toContain('invert(1)');
    // A printer lays the page out once more without running it: nobody draws the field anew.
    const stretched = await canvas.evaluate((one) => {
      const picture = one as HTMLCanvasElement;
      picture.parentElement!.style.width = '300px';
      const { width, height } = picture.getBoundingClientRect();
      return width / height / (picture.width / picture.height);
    });
    expect(stretched).toBeCloseTo(1, 1);
    await context.close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing serious against it, in %s and at 360 pixels',
    async (colorScheme) => {
      const { page, context } = await openWorkshop(browser, address, {
        colorScheme,
        viewport: { width: 360, height: 800 },
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      await page.getByRole('tab', { name: 'People' }).click();
      await page.locator('.field .sky').focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.life .story');
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await context.close();
    },
  );

  it('asks nobody for anything', () => {
    expect(open.requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    expect(open.complaints).toEqual([]);
  });
});
