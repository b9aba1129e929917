import type { Page } from 'playwright-core';

interface Listening {
  said: string[];
}

/** Begins to take down what live regions of the page say: each text that one comes to hold while it is there. */
export async function noteWhatIsSaid(page: Page): Promise<void> {
  await page.evaluate(() => {
    const listening = globalThis as unknown as Listening;
    listening.said = [];
    const regions = '[role=status], [role=alert], [aria-live]';
    new MutationObserver((changes) => {
      const changed = new Set<Element>();
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(regions);
        if (region) changed.add(region);
      }
      for (const { textContent } of changed) if (textContent?.trim()) listening.said.push(textContent.trim());
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said since the last call, in order. */
export function saidSince(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Listening).said.splice(0));
}
