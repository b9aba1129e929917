import { claimsSentence } from '../../words/claims.ts';
import { formatPercent } from '../../words/format.ts';
import { sensitivityCommand } from '../../words/repeat.ts';
import { countSources, modelParameters, sourcesSentence } from '../../words/sources.ts';
import type { PublishedCheck, ReportTables } from '../../words/tables.ts';
import { type Html, html } from '../html.ts';

/** How far the findings can be trusted: where the numbers come from, what hangs on them, and what they were held against. */
export function trustSection(tables: ReportTables): Html {
  const warnings = tables.warnings ?? [];
  const held = [publishedSentence(tables.checks ?? []), claimsSentence(tables)].filter((text) => text !== '');
  return html`<section id="trust"><h2>How far to trust it</h2>
<h3>Assumptions</h3><p>${sourcesSentence(countSources(tables.parameters))} ${rangesSentence(tables)} The annex lists every one with its source.</p>
<h3>Sensitivity</h3>${sensitivity(tables)}
<h3>Held against what is known</h3><p>${held.length > 0 ? held.join(' ') : 'The scenario states no published figures and makes no claims beforehand, so nothing here was held against the world.'}</p>
${warnings.length > 0 && html`<h3>Warnings</h3><ul>${warnings.map((one) => html`<li>${one}</li>`)}</ul>`}</section>`;
}

function rangesSentence(tables: ReportTables): string {
  const ranged = modelParameters(tables.parameters).filter(({ range }) => range !== undefined).length;
  if (ranged === 0) return 'None carries a range within which it is doubted.';
  return `${ranged} ${ranged === 1 ? 'carries' : 'carry'} a range within which ${ranged === 1 ? 'it is' : 'they are'} doubted.`;
}

function sensitivity(tables: ReportTables): Html {
  if (tables.study?.sensitivity)
    return html`<p>It was run: the sections above say what the ranking hangs on and what not.</p>`;
  const command = sensitivityCommand(tables.manifest);
  return html`<p>It is not part of this report: ${tables.manifest.replicates === 1 ? 'the numbers' : 'the intervals'} here hold every assumption fixed. Which of those with a range the findings hang on, this says${command ? html`: <code>${command}</code>` : html` for each of the files: <code>streetlevel sensitivity FILE</code>`}.</p>`;
}

function publishedSentence(checks: readonly PublishedCheck[]): string {
  const counted = (some: readonly PublishedCheck[]) =>
    `${some.filter(({ near }) => near).length} of ${some.length} (${formatPercent(some.filter(({ near }) => near).length / some.length, 0)})`;
  const [fitted, kept] = [checks.filter((one) => one.fitted), checks.filter((one) => !one.fitted)];
  return [
    kept.length > 0 &&
      `Of published figures kept as checks, the model’s mean is within the stated tolerance of ${counted(kept)}.`,
    fitted.length > 0 &&
      `Of those to which parameters were fitted, where agreement is no evidence, it is within that of ${counted(fitted)}.`,
  ]
    .filter((text) => text !== false)
    .join(' ');
}
