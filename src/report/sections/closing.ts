import { parseMeasureKey } from '../../tables/rows.ts';
import { bibtex, citation } from '../../words/citation.ts';
import { headlineDifferences } from '../../words/comparison.ts';
import { sentenceCase } from '../../words/format.ts';
import { measureName } from '../../words/names.ts';
import { designIds, designTitle } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { folded, type Html, html, table } from '../html.ts';
import { headlineGroups } from './measures.ts';
import { topicKeys } from './topics.ts';

/** Limits that hold for every run of the model. */
const limits = [
  'Caseworkers here divide time by fixed motives with noise. They do not talk to one another, form norms, or change their minds about what the work is for.',
  'Clients are known by barriers, motivation, trust and a group. Families, moves, law, race and gender enter only where a scenario gives a group or a bias for them.',
  'A twin is the same person with the same luck and no service in the same world. What a service does to people outside it, such as those who lose a place to a client, is seen only where openings are limited.',
  'Outcomes are the events of the pathway. Wellbeing, dignity and what happens after the last week are not counted.',
  'Formulas and many parameters are assumed. Two sets of assumptions can fit the same published figures and disagree about a new design.',
];

/** What the model leaves out. */
export function limitsSection(): Html {
  return html`<section id="limits"><h2>What the model leaves out</h2>
<ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul></section>`;
}

/** What was undefined in this run, and what each measure that stands in this page says and does not say. */
export function definitionsSection(tables: ReportTables, title: string): Html {
  const shown = new Set(
    headlineGroups(tables).flatMap(({ keys }) => keys.map((key) => parseMeasureKey(key).measure)),
  );
  const told = new Set(
    [...headlineDifferences(tables), ...topicKeys(tables)].map((key) => parseMeasureKey(key).measure),
  );
  const meanings = (caption: string, wanted: (id: string) => boolean) =>
    table(
      caption,
      ['Measure', 'Definition', 'How to read it', 'What it does not say'],
      tables.catalogue
        .filter(({ id, caveat }) => caveat !== '' && wanted(id))
        .map((doc) => ({
          name: html`<code>${doc.id}</code>`,
          cells: [doc.definition, doc.reading, doc.caveat],
        })),
    );
  return html`<section id="definitions"><h2>${title}</h2>
${meanings('What the measures of this report say and do not say', (id) => told.has(id))}
${folded(
  'The other headline measures, and what is not defined in this run (every measure: catalogue.json)',
  html`${meanings('What the measures of the annexes say and do not say', (id) => shown.has(id) && !told.has(id))}${undefinedMeasures(tables)}`,
)}</section>`;
}

function undefinedMeasures(tables: ReportTables): Html {
  const found = new Map<string, string[]>();
  for (const design of designIds(tables)) {
    for (const [key, summary] of Object.entries(tables.summary.designs[design].measures)) {
      if (summary.mean !== null) continue;
      const line = `${sentenceCase(measureName(key, tables))}${summary.why ? `: ${summary.why}` : ''}`;
      found.set(line, [...(found.get(line) ?? []), designTitle(tables, design)]);
    }
  }
  if (found.size === 0) return html``;
  const all = designIds(tables).length;
  const items = [...found].map(
    ([line, designs]) =>
      html`<li>${line} (${designs.length === all ? 'all designs' : designs.join('; ')})</li>`,
  );
  return html`<h3>Not defined in this run</h3><ul>${items}</ul>`;
}

/** How to cite the run, and all that is needed to repeat it. */
export function provenanceSection(tables: ReportTables): Html {
  const { manifest } = tables;
  const facts: [string, string][] = [
    ['Scenario hash', manifest.hash],
    ['Designs', manifest.designs.map((design) => design.id).join(', ')],
    ['Currency', manifest.currency],
  ];
  return html`<section id="cite"><h2>How to cite and repeat</h2>
<p>The same version, scenario and seed give the same tables on any machine. To copy:</p>
<pre class="copy" tabindex="0" role="region" aria-label="Reference">${citation(manifest)}</pre>
<pre class="copy" tabindex="0" role="region" aria-label="BibTeX entry">${bibtex(manifest)}</pre>
<dl class="plain">${facts.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl>
<p class="note">Tables that are folded away in the annexes are left out on paper, but for the assumptions, which the last annex lists there in full. Whole, all tables are files in the folder of this page, and charts in its <code>charts</code>.</p></section>`;
}
