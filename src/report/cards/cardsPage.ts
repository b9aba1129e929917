import type { MeasureDoc } from '../../tables/measureDoc.ts';
import { html } from '../html.ts';
import { documentHead } from '../page.ts';
import { cardsStyle } from './cardsStyle.ts';
import { limitsCard } from './limitsCard.ts';
import { roleCards } from './roleCards.ts';
import { runSheet } from './runSheet.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * What a facilitator prints for a room: a run sheet of an hour, a card for each view of the designs, and the card of what a model
 * cannot tell. A sheet of A4 each; it runs no script and loads nothing. Measures and their definitions come from the registry of
 * views and from the catalogue.
 */
export function buildCards(catalogue: readonly MeasureDoc[], version: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
${documentHead('Cards for the room', POLICY, cardsStyle)}
</head>
<body>
<main>
${[runSheet(), ...roleCards(catalogue), limitsCard()].map(
  (sheet) => html`<article class="sheet">${sheet}<footer>streetlevel ${version}</footer></article>`,
)}
</main>
</body>
</html>
`.text;
}
