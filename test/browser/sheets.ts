import type { Page } from 'playwright-core';

/** A page as it is printed: how many sheets, and on which of them each piece begins and ends. */
export interface Sheets {
  count: number;
  pieces: { name: string; from: number; to: number }[];
}

/**
 * Prints a page and finds on which sheet, counted from 1, each of the elements begins and ends. Links to marks before and after
 * an element become named places of the PDF, which Chromium writes plainly with the sheet that they are on. Changes the page.
 */
export async function printedOn(page: Page, selector: string): Promise<Sheets> {
  const names = await page.evaluate((wanted) => {
    const mark = (id: string) => {
      const one = document.createElement('span');
      one.id = id;
      return one;
    };
    const links = document.createElement('p');
    // A line that cannot break would make Chromium print the whole page smaller.
    links.style.overflowWrap = 'anywhere';
    links.style.fontSize = '1px';
    const shown = Array.from(document.querySelectorAll(wanted)).filter(
      (one) => !one.closest('details, .live, .on-screen'),
    );
    const named = shown.map((one, at) => {
      // A mark within a row stands in its cells: nothing else may.
      const cells = one.matches('tr') ? Array.from(one.children) : [one];
      cells[0].prepend(mark(`from-${at}`));
      cells.forEach((cell, which) => {
        cell.append(mark(`to-${at}-${which}`));
      });
      for (const { id } of Array.from(one.querySelectorAll('[id^=from-],[id^=to-]'))) {
        const link = document.createElement('a');
        link.href = `#${id}`;
        link.textContent = '.';
        links.append(link);
      }
      return `${one.tagName} ${one.id || one.textContent?.trim().slice(0, 40)}`;
    });
    document.body.append(links);
    return named;
  }, selector);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sheets = [...pdf.matchAll(/(\d+) 0 obj\s*<<\/Type \/Page\b/g)].map((match) => match[1]);
  const places = new Map(
    [...pdf.matchAll(/[(/]((?:from|to)-[\d-]+)\)? \[(\d+) 0 R \/XYZ/g)].map(([, id, sheet]) => [
      id,
      sheets.indexOf(sheet) + 1,
    ]),
  );
  const pieces = names.map((name, at) => ({
    name,
    from: places.get(`from-${at}`) ?? 0,
    to: Math.max(...[...places].flatMap(([id, sheet]) => (id.startsWith(`to-${at}-`) ? [sheet] : []))),
  }));
  return { count: sheets.length, pieces };
}
