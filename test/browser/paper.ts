import type { Page } from 'playwright-core';

/** Width between the margins of a sheet of A4, in CSS pixels. */
const SHEET = 718;

/**
 * What is wrong with a page on paper, printed from a dark screen: what is cut off at the right, grounds that are dark under
 * text, controls that nobody can press, within `root` on a sheet of this width. Leaves the page as it was.
 */
export async function faultsOnPaper(page: Page, root = '#workshop', width = SHEET): Promise<string[]> {
  const screen = page.viewportSize()!;
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width, height: 1000 });
  const faults = await page.evaluate(
    ([within, sheet]) => {
      const name = (one: Element) =>
        `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 30)}`;
      const shown = Array.from(document.querySelectorAll(`${within} *`)).filter((one) => {
        const { width, right } = one.getBoundingClientRect();
        // What is folded away is laid out, and not printed.
        const fold = one.closest('details:not([open])');
        if (fold && fold !== one && !one.closest('summary')) return false;
        // What stands left of the page is for the keyboard; what is clipped, for screen readers.
        return width > 1 && right > 0;
      });
      const lightness = (colour: string): number => {
        const [r = 255, g = 255, b = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
        return 255 - alpha * (255 - (r + g + b) / 3);
      };
      const wide = shown.filter(
        (one) => !one.closest('svg') && one.getBoundingClientRect().right > sheet + 1,
      );
      const cut = shown.filter(
        (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible',
      );
      const dark = shown.filter(
        (one) => !one.closest('.bar, svg') && lightness(getComputedStyle(one).backgroundColor) < 200,
      );
      const controls = shown.filter((one) =>
        one.matches(':not(th) > button, select, [role=tab], [type=file], [type=range]'),
      );
      return [
        ...wide.map((one) => `too wide: ${name(one)}`),
        ...cut.map((one) => `cut off: ${name(one)}`),
        ...dark.map((one) => `dark: ${name(one)}`),
        ...controls.map((one) => `a control: ${name(one)}`),
      ];
    },
    [root, width] as const,
  );
  const sheets = await page.pdf({ format: 'A4', margin: { left: '10mm', right: '10mm' } });
  if (sheets.subarray(0, 5).toString() !== '%PDF-') faults.push('no PDF');
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize(screen);
  return faults;
}
