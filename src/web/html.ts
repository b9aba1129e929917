import { Html, html, jsonBlock } from '../report/html.ts';
import { documentHead, sha256Base64 } from '../report/page.ts';
import type { ScenarioSource } from './engine/protocol.ts';

/** What a page is made of. */
export interface PageParts {
  /** The bundled script of page and workers, and its style. */
  script: string;
  style: string;
  version: string;
  /** Texts of the bundled scenarios by name, in the order in which they are offered, and their titles. */
  bundled: Record<string, { title: string; text: string }>;
  /** The scenario with which the page opens. */
  first: ScenarioSource;
}

/** What the page reads of its own data block. */
export type PageData = Pick<PageParts, 'version' | 'bundled' | 'first'>;

/**
 * The workshop page as one self-contained HTML file: it loads nothing and sends nothing, which its own policy enforces;
 * workers run its own script from memory.
 *
 * @throws Error where the script could end its own element early.
 */
export async function workshopHtml({ script, style, version, bundled, first }: PageParts): Promise<string> {
  if (/<\/script|<!--/i.test(script))
    throw new Error('The script of the page holds “</script” or “<!--”, which would end it early.');
  const data: PageData = { version, bundled, first };
  return html`<!doctype html>
<html lang="en">
<head>
${documentHead('Workshop', await workshopPolicy(script), style)}
</head>
<body>
<div id="workshop"><noscript>This page runs the simulation in your browser and needs JavaScript for it. It loads and sends nothing.</noscript></div>
<script type="application/json" id="data">${jsonBlock(data)}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

/** Nothing from anywhere, one script by its hash, workers from memory: also sent as a header by a server. */
export async function workshopPolicy(script: string): Promise<string> {
  return [
    "default-src 'none'",
    `script-src 'sha256-${await sha256Base64(script)}' blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
