/**
 * Moves the focus once the page has changed: the button that was pressed may be gone with what it did, and whoever goes by
 * keyboard would begin again at the top.
 */
export function focusOn(selector: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus());
}
