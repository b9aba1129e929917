import type { PageData } from '../../html.ts';

/** Texts of the bundled scenarios by name, as workers take them. */
export const bundledTexts = ({ bundled }: PageData): Record<string, string> =>
  Object.fromEntries(Object.entries(bundled).map(([name, { text }]) => [name, text]));
