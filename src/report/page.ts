import { Html, html } from './html.ts';
import { css } from './style.ts';

interface Page {
  title: string;
  policy: string;
  body: Html;
  script?: string;
}

/** The skeleton of the page: policy, style, body, and the one script at the end. */
export function page({ title, policy, body, script }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
${documentHead(title, policy, css)}
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${body}
${script !== undefined && html`<script>${new Html(script)}</script>`}
</body>
</html>
`.text;
}

/** What stands in the head of every page that we write: title, policy and style, and that nothing is told to other sites. */
export function documentHead(title: string, policy: string, style: string): Html {
  return html`<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · streetlevel</title>
<style>${new Html(style)}</style>`;
}

/**
 * The page's policy: nothing from anywhere, styles and data pictures from the page itself, and only the one
 * script whose hash stands here.
 */
export async function contentPolicy(script: string | undefined): Promise<string> {
  const scripts = script === undefined ? "'none'" : `'sha256-${await sha256Base64(script)}'`;
  return `default-src 'none'; script-src ${scripts}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

export async function sha256Base64(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
