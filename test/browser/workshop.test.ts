import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { streetlevel } from '../cli/command.ts';
import { chromiumIsThere, launch } from './chromium.ts';
import { allIn, exportWorkshop, type OpenWorkshop, openWorkshop, saved, slide } from './workshopPage.ts';

describe.runIf(chromiumIsThere())('the workshop page in Chromium, from a file and without a network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'streetlevel-workshop-'));
  let browser: Browser;
  let address: string;
  let open: OpenWorkshop;

  beforeAll(async () => {
    address = await exportWorkshop(folder, 'first');
    browser = await launch();
    open = await openWorkshop(browser, address);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows numbers after one replicate, then all, and makes its charts live', async () => {
    const { page } = open;
    await page.waitForSelector('.headlines');
    await allIn(page, 10);
    expect(await page.textContent('h1')).toBe('My first scheme');
    // Each measure of the table is explained under it, by the catalogue.
    expect(await page.locator('.definitions dt').allTextContents()).toEqual(
      await page.locator('.headlines tbody th').allTextContents(),
    );
    expect(await page.locator('.definitions dd').allTextContents()).toContainEqual(
      expect.stringMatching(/^Share of .*\.$/),
    );
    await page.waitForSelector('figure[data-chart=hoursByFifth][data-live=true]');
    const marks = page.locator('figure[data-chart=hoursByFifth] .live svg .mark-rect path');
    expect(await marks.count()).toBeGreaterThan(9);
  });

  it('gives the numbers of the command line, digit for digit, after levers, a copy and another size', async () => {
    const { page } = open;
    await slide(page, 'feePerJob-fee', 1500);
    await page.getByRole('button', { name: /^Copy A grant/ }).click();
    await slide(page, 'own1-advisers', 9);
    await slide(page, 'own1-mix-caregiver', 70);
    await page.getByRole('button', { name: /^Remove A fee/ }).click();
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ index: 1 });
    await page.getByRole('combobox', { name: 'Replicates' }).selectOption('5');
    await allIn(page, 5);
    const yaml = await saved(page, () => page.getByRole('button', { name: 'Scenario as YAML' }).click());
    const archive = await saved(page, () => page.getByRole('button', { name: 'Tables as CSV' }).click());
    expect(await page.textContent('.said')).toContain('streetlevel compare first.yaml#grant,own1');
    expect([yaml.name, archive.name]).toEqual(['first.yaml', 'first.tables.zip']);
    writeFileSync(join(folder, 'first.yaml'), yaml.bytes);
    const { code, err } = await streetlevel(
      ['compare', 'first.yaml#grant,own1', '--out', 'results', '--quiet'],
      {
        cwd: folder,
      },
    );
    expect([code, err]).toEqual([0, '']);
    const tables = unzipSync(archive.bytes);
    expect(Object.keys(tables).sort()).toEqual([
      'differences.csv',
      'measures.csv',
      'ranking.csv',
      'weekly.csv',
    ]);
    for (const [name, bytes] of Object.entries(tables)) {
      const onDisk = readFileSync(join(folder, 'results', name), 'utf8');
      expect(onDisk.length, name).toBeGreaterThan(500);
      expect(strFromU8(bytes) === onDisk, name).toBe(true);
    }
  });

  it('says what a lever changed, and undo brings back every number', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Reset' }).click();
    await allIn(page, 10);
    const before = await page.textContent('.headlines tbody');
    await slide(page, 'feePerJob-fee', 6000);
    await page.waitForSelector('.changes');
    await allIn(page, 10);
    expect(await page.textContent('.headlines tbody')).not.toBe(before);
    expect(await page.textContent('.changes')).toMatch(/In “A fee for every job”: .*paid per client/);
    expect(await page.textContent('.changes')).not.toContain('A grant in its place');
    const inOneMove = await page.textContent('.changes');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(
      (text) => document.querySelector('.headlines tbody')?.textContent === text,
      before,
    );
    await allIn(page, 10);
    expect(await page.locator('.changes').count()).toBe(0);
    // A slider that is dragged passes many values, of which only the last counts, against where it began.
    for (const fee of [3100, 3700, 4900, 6000]) await slide(page, 'feePerJob-fee', fee);
    await page.waitForSelector('.changes');
    await allIn(page, 10);
    expect(await page.textContent('.changes')).toBe(inOneMove);
  });

  it('says of a link that it cannot be opened, and opens what the page begins with', async () => {
    const { page } = open;
    const other = await openWorkshop(browser, `${page.url().split('#')[0]}#draft=nonsense`);
    await other.page.waitForSelector('.problems:has-text("What this link asks for cannot be opened")');
    expect(await other.page.textContent('h1')).toBe('My first scheme');
    await other.context.close();
  });

  it('begins with the scenario that a short link names, and says where there is no such', async () => {
    const page = open.page.url().split('#')[0];
    const lesson = await openWorkshop(
      browser,
      `${page}#scenario=creaming-without-cream&predict=1`,
      {},
      '.forecast',
    );
    expect(await lesson.page.textContent('h1')).toBe('Creaming without cream in the code');
    expect(await lesson.page.locator('.headlines').count()).toBe(0);
    await lesson.page.waitForFunction(() => location.hash.includes('draft='));
    expect(await lesson.page.evaluate(() => location.hash)).not.toContain('scenario=');
    await lesson.context.close();
    const unknown = await openWorkshop(browser, `${page}#scenario=nowhere`);
    expect(await unknown.page.textContent('.problems')).toContain('“nowhere”');
    expect(await unknown.page.textContent('h1')).toBe('My first scheme');
    await unknown.context.close();
  });

  it('says of settings that a link asks for and that cannot be run what is wrong, and Reset goes on', async () => {
    const { page } = open;
    const draft = {
      source: { bundled: 'first' },
      columns: [{ design: 'own1', copyOf: 'nowhere', title: 'Own', levers: {} }],
      scale: 1,
      replicates: 5,
    };
    const packed = deflateRawSync(JSON.stringify(draft)).toString('base64url');
    const other = await openWorkshop(browser, `${page.url().split('#')[0]}#draft=${packed}`);
    const problems = other.page.locator('.problems');
    await problems.waitFor();
    expect(await problems.locator('h2').textContent()).toBe('These settings cannot be run');
    expect(await problems.textContent()).toContain('"nowhere"');
    expect(other.complaints).toEqual([]);
    await other.page.getByRole('button', { name: 'Reset' }).click();
    await allIn(other.page, 10);
    expect(await problems.count()).toBe(0);
    await other.context.close();
  });

  it('says beside the link for whom it is, until something changes', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Copy link' }).click();
    const said = page.locator('.toolbar .said');
    await page.waitForSelector('.toolbar .said:has-text("Others need a copy of the page")');
    await slide(page, 'feePerJob-fee', 900);
    await page.waitForFunction(() => document.querySelector('.toolbar .said')?.textContent === '');
    expect(await said.count()).toBe(1);
    expect(await page.locator('.long-link').count()).toBe(0);
  });

  it('says of a small run that it is one, and nothing of a whole one', async () => {
    const { page } = open;
    expect(await page.locator('.small-size').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ index: 2 });
    await page.waitForSelector('.small-size:has-text("about 100 of the 500 people")');
    await page.getByRole('combobox', { name: 'Size' }).selectOption({ index: 4 });
    await page.waitForFunction(() => !document.querySelector('.small-size'));
  });

  it('carries everything in its address', async () => {
    const { page } = open;
    await slide(page, 'feePerJob-fee', 700);
    await page.getByRole('combobox', { name: 'Replicates' }).selectOption('5');
    await allIn(page, 5);
    const before = await page.textContent('.headlines tbody');
    const other = await openWorkshop(browser, page.url());
    await allIn(other.page, 5);
    expect(await other.page.inputValue('input[type=range][id="feePerJob-fee"]')).toBe('700');
    expect(await other.page.textContent('.headlines tbody')).toBe(before);
    await other.context.close();
  });

  it('shows errors of a dropped file as the command line does, and keeps what was open', async () => {
    const { page } = open;
    const text = readFileSync(join(folder, 'first.yaml'), 'utf8').replace(
      'kind: milestoneFee',
      'kind: milestoneFe',
    );
    writeFileSync(join(folder, 'bad.yaml'), text);
    const { code, err } = await streetlevel(['validate', 'bad.yaml'], { cwd: folder });
    expect(code).toBe(2);
    await page.evaluate((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'bad.yaml'));
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });
        document.body.dispatchEvent(event);
      }
    }, text);
    const shown = (await page.textContent('.problems pre')) ?? '';
    expect(shown).toMatch(/^bad\.yaml:\d+:\d+ {2}incentives\./);
    expect(shown).toContain('did you mean: milestoneFee');
    expect(err).toContain(shown);
    expect(await page.textContent('h1')).toBe('My first scheme');
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await page.locator('.problems').count()).toBe(0);
  });

  it('warns of a link that is too long to send, with its length', async () => {
    const { page } = open;
    const lines = Array.from({ length: 400 }, (_, at) => `# ${Math.sin(at)}`).join('\n');
    await page.setInputFiles('input[type=file]', {
      name: 'long file.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(`format: 1\nextends: bundled:first\n${lines}\n`),
    });
    await page.waitForSelector('.long-link');
    const words = (await page.textContent('.long-link')) ?? '';
    expect(words).toContain(`${page.url().length.toLocaleString('en-GB')} characters`);
    expect(words).toContain('Save “Scenario as YAML”');
    await allIn(page, 10);
    await saved(page, () => page.getByRole('button', { name: 'Scenario as YAML' }).click());
    expect(await page.textContent('.said')).toContain("streetlevel compare 'long file.yaml#feePerJob,grant'");
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => !document.querySelector('.long-link'));
  });

  it('opens a file from the machine', async () => {
    const { page } = open;
    const text = readFileSync(join(folder, 'first.yaml'), 'utf8');
    await page.setInputFiles('input[type=file]', {
      name: 'mine.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(text.replace(/^title: .*$/m, 'title: From my machine')),
    });
    await page.waitForSelector('h1:has-text("From my machine")');
    await allIn(page, 5);
    expect(await page.textContent('h1')).toContain('From my machine');
  });

  it('asks for a forecast first, and shows it beside what came out', async () => {
    const { page } = open;
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('first');
    // While the page grows, what is pressed may move away under the pointer.
    await page.waitForSelector('h1:has-text("My first scheme")');
    await allIn(page, 10);
    await page.getByLabel('Ask for a forecast first').check();
    await page.waitForSelector('form.forecast');
    expect(await page.locator('.headlines, figure.chart').count()).toBe(0);
    await page.waitForSelector('button:has-text("Scenario as YAML"):enabled');
    const tables = page.getByRole('button', { name: 'Tables as CSV' });
    expect(await tables.isDisabled()).toBe(true);
    const ask = 'Under which design do the hardest to help get the fewest hours?';
    await page.getByRole('group', { name: ask }).getByLabel('A grant in its place').check();
    await page.getByRole('button', { name: 'Show the result' }).click();
    await allIn(page, 10);
    const result = (await page.textContent('section.forecast')) ?? '';
    expect(result).toContain(ask);
    // By the table of the same page, the fee gives the hardest fifth fewer hours.
    expect(result).toContain('0 of 1 came out as you said.');
    expect(result).toContain('It came out: A fee for every job.');
    expect(await tables.isEnabled()).toBe(true);
    await page.getByLabel('Ask for a forecast first').uncheck();
  });

  it('gives each chart as SVG, as PNG and as a table', async () => {
    const { page } = open;
    await allIn(page, 10);
    const figure = page.locator('figure[data-chart=hoursByFifth]');
    const svg = await saved(page, () => figure.getByRole('button', { name: /^SVG/ }).click());
    expect(svg.name).toBe('hoursByFifth.svg');
    expect(svg.bytes.toString('utf8')).toMatch(/^<svg[\s\S]*Fifth of need/);
    const png = await saved(page, () => figure.getByRole('button', { name: /^PNG/ }).click());
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(10_000);
    await figure.locator('summary').click();
    await figure.locator('table').waitFor();
    expect(await figure.locator('tbody tr').count()).toBe(10);
    expect(await figure.locator('thead').textContent()).toContain('Hours per client-week');
  });

  it('draws every further chart that is asked for', async () => {
    const { page } = open;
    for (let left = await page.locator('.more button').count(); left > 0; left--) {
      await page.locator('.more button').first().click();
      await page.waitForFunction((most) => document.querySelectorAll('.more button').length < most, left);
    }
    await page.waitForFunction(() => document.querySelectorAll('figure.chart.waiting').length === 0);
    expect(await page.locator('figure.chart').count()).toBeGreaterThanOrEqual(8);
  });

  it('asks nobody for anything, and cannot', async () => {
    const { page, requests, complaints } = open;
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    const files = requests.filter((url) => url.startsWith('file:')).map((url) => url.split('#')[0]);
    expect(new Set(files)).toEqual(new Set([address]));
    expect(complaints).toEqual([]);
    const reached = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'reached',
        () => 'refused',
      ),
    );
    expect(reached).toBe('refused');
    expect(complaints.join()).toMatch(/Content Security Policy/i);
    complaints.length = 0;
  });
});
