import { type Lens, type LensLook, lenses } from '../../tables/lensRegistry.ts';
import type { MeasureDoc } from '../../tables/measureDoc.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import { sentenceCase } from '../../words/format.ts';
import { directions, preferenceRule } from '../../words/lenses.ts';
import { measureName } from '../../words/names.ts';
import { type Html, html } from '../html.ts';

/** A card for each view of the registry: what they know, want and look at, and lines for their choice. */
export const roleCards = (catalogue: readonly MeasureDoc[]): Html[] =>
  lenses.map((lens) => roleCard(lens, catalogue));

function roleCard({ whose, asks, knows, wants, looksAt }: Lens, catalogue: readonly MeasureDoc[]): Html {
  return html`<p class="kind">Role card</p>
<h1>You are ${whose}</h1>
<p class="asks">“${asks}”</p>
<h2>What you know</h2>
<ul>${knows.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<h2>What you want</h2>
<p>You want ${wants}.</p>
<h2>What you look at</h2>
<ul>${looksAt.map((look) => measureLine(look, catalogue))}</ul>
<p><small>${preferenceRule('You')}. Nothing is added up. That these measures are yours is assumed: if you would look at another, say so.</small></p>
<h2>Before any number is shown</h2>
<p>Which design will you want, and why?</p>
${lines(2)}
<h2>When the numbers are in</h2>
<p>Which design do you want now? Who in this room wants another, and what would they need from you?</p>
${lines(3)}`;
}

/** The name of a measure, which way is better for this view, and what it is by the catalogue. */
function measureLine({ measure, better, of, instead }: LensLook, catalogue: readonly MeasureDoc[]): Html {
  const key = measure.replace('{main}', 'outcome');
  const doc = catalogue.find(({ id }) => id === parseMeasureKey(key).measure);
  if (!doc) throw new Error(`A view looks at ${measure}, which is no measure.`);
  // A view of a scenario names its main event; a card is for every scenario.
  const plain = key.replace('[event=outcome]', '');
  const naming = { catalogue: [...catalogue], manifest: {} };
  const name = measureName(plain, naming);
  const shown = of === 'spread' ? `spread between runs of ${name}` : name;
  const other = instead === undefined ? '' : ` Where there is none: ${measureName(instead, naming)}.`;
  return html`<li>${sentenceCase(shown)} <span class="better">(${directions[better]})</span>${of !== 'spread' && html`<small>${doc.definition}${other}</small>`}</li>`;
}

const lines = (count: number): Html =>
  html`${Array.from({ length: count }, () => html`<p class="line"></p>`)}`;
