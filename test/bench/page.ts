import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { builtFile } from '../../src/backends/packageFiles.ts';
import { launch } from '../browser/chromium.ts';
import { median } from './versions.ts';

const MOVES = 20;

/** The three designs of the pilot with which the page opens, at a tenth: 2,000 people, each followed for 156 weeks. */
const SCENARIO = 'activation-pilot';
const LEVER = 'mix-entrepreneur';

/**
 * How fast the workshop page answers in Chromium: from a slider's event to new tables of one replicate, in a worker that is
 * warm, drawing apart; once where the lever moves in one design, whose results alone are new, and once where it moves in all.
 * And how evenly it shows frames while it simulates and draws.
 */
export async function page(folder: string): Promise<void> {
  const file = join(folder, 'page.html');
  const { status } = spawnSync(process.execPath, [
    builtFile('streetlevel.js'),
    'workshop',
    SCENARIO,
    '--export',
    file,
  ]);
  if (status !== 0) throw new Error('the page cannot be exported');
  const browser = await launch();
  try {
    const opened = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const start = performance.now();
    await opened.goto(pathToFileURL(file).href);
    await opened.waitForSelector('.columns');
    console.log(`\nThe page in Chromium: shown after ${(performance.now() - start).toFixed(0)} ms`);
    await opened.waitForSelector('.progress[data-replicates]');
    console.log(`first numbers after ${(performance.now() - start).toFixed(0)} ms`);
    await opened.waitForFunction(
      () => Number(document.querySelector('.progress')?.getAttribute('data-replicates')) >= 8,
    );
    const designs = await opened.$$eval(
      'input[type=range]',
      (all, lever) => all.map(({ id }) => id).filter((id) => id.endsWith(lever)),
      LEVER,
    );
    await reportMoves(opened, 'a lever of one design', [designs[1]], 11);
    await reportMoves(opened, `the same lever of all ${designs.length}`, designs, 10);
    await reportFrames(opened, designs[1]);
  } finally {
    await browser.close();
  }
}

/** Odd settings and even ones, from `first` on: none of them was asked before, so that nothing is known of it. */
async function reportMoves(page: Page, what: string, ids: readonly string[], first: number): Promise<void> {
  const times: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    await slideAll(page, ids, first + 2 * ((move * 17) % 35));
    times.push(await answered(page));
  }
  times.sort((a, b) => a - b);
  console.log(
    `${what}: new tables after ${median(times).toFixed(0)} ms (median of ${MOVES}; ${times[0].toFixed(0)} to ${times.at(-1)!.toFixed(0)})`,
  );
}

/** Moves sliders together, as a script may. */
const slideAll = (page: Page, ids: readonly string[], value: number): Promise<void> =>
  page.evaluate(
    ([all, to]) => {
      document.querySelector('.progress')!.removeAttribute('data-waited');
      for (const id of all) {
        const range = document.getElementById(id) as HTMLInputElement;
        range.value = String(to);
        range.dispatchEvent(new Event('input', { bubbles: true }));
      }
    },
    [ids, value] as const,
  );

/** Milliseconds from the last question to its first numbers, once they are there. */
async function answered(page: Page): Promise<number> {
  const waited = await page.waitForFunction(() =>
    document.querySelector('.progress')?.getAttribute('data-waited'),
  );
  return Number(await waited.jsonValue());
}

/** Times between frames over some seconds in which replicates run and charts are drawn. */
async function reportFrames(page: Page, id: string): Promise<void> {
  await slideAll(page, [id], 33);
  const gaps = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = [];
        let last = performance.now();
        const look = (now: number) => {
          times.push(now - last);
          last = now;
          if (times.length < 360) requestAnimationFrame(look);
          else resolve(times.slice(1));
        };
        requestAnimationFrame(look);
      }),
  );
  gaps.sort((a, b) => a - b);
  const share = gaps.filter((gap) => gap > 25).length / gaps.length;
  console.log(
    `frames while it simulates: ${(1000 / median(gaps)).toFixed(0)} a second by the median; ${(100 * share).toFixed(1)}% later than 25 ms, the latest ${gaps.at(-1)!.toFixed(0)} ms`,
  );
}
