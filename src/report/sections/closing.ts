import { sentenceCase } from '../../words/format.ts';
import { measureName } from '../../words/names.ts';
import { designIds, designTitle } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';

/** What the run warned of. Empty where it warned of nothing. */
export function warningsSection(tables: ReportTables): Html {
  const warnings = tables.warnings ?? [];
  if (warnings.length === 0) return html``;
  return html`<section id="warnings"><h2>Warnings</h2><ul>${warnings.map((one) => html`<li>${one}</li>`)}</ul></section>`;
}

/** Limits that hold for every run of the model. */
const limits = [
  'Caseworkers here divide time by fixed motives with noise. They do not talk to one another, form norms, or change their minds about what the work is for.',
  'Clients are known by barriers, motivation, trust and a group. Families, moves, law, race and gender enter only where a scenario gives a group or a bias for them.',
  'A twin is the same person with the same luck and no service in the same world. What a service does to people outside it, such as those who lose a place to a client, is seen only where openings are limited.',
  'Outcomes are the events of the pathway. Wellbeing, dignity and what happens after the last week are not counted.',
  'Formulas and many parameters are assumed. Two sets of assumptions can fit the same published figures and disagree about a new design.',
];

/** What the model leaves out, what was undefined in this run, and what each measure does not say. */
export function limitsSection(tables: ReportTables): Html {
  const caveats = tables.catalogue
    .filter((doc) => doc.caveat !== '')
    .map((doc) => ({
      name: html`<code>${doc.id}</code>`,
      cells: [doc.definition, doc.reading, doc.caveat],
    }));
  return html`<section id="limits"><h2>What the model leaves out</h2>
<ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul>
${undefinedMeasures(tables)}
${table('What the measures say and do not say', ['Measure', 'Definition', 'How to read it', 'What it does not say'], caveats)}</section>`;
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
  const commit = manifest.commit ? `, commit ${manifest.commit.slice(0, 12)}` : '';
  const runs = `${manifest.replicates} ${manifest.replicates === 1 ? 'run' : 'runs'} a design`;
  const partial = manifest.partial ? `, stopped before ${manifest.replicatesAsked}` : '';
  const facts: [string, string][] = [
    ['Program', `streetlevel ${manifest.version}${commit}`],
    ['Scenario', manifest.scenario],
    ['Scenario hash', manifest.hash],
    ['Seed', manifest.seed],
    ['Runs', `${runs}${partial}`],
    ['Designs', manifest.designs.map((design) => design.id).join(', ')],
    ['Currency', manifest.currency],
    ['Command', manifest.command],
  ];
  return html`<section id="cite"><h2>How to cite and repeat</h2>
<p>streetlevel, version ${manifest.version}${commit} [computer program]. Scenario “${manifest.title}” (${manifest.scenario}, hash ${manifest.hash.slice(0, 12)}), seed ${manifest.seed}, ${runs}${partial}.</p>
<p>The same version, scenario and seed give the same tables on any machine.</p>
<dl class="plain">${facts.map(([name, value]) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl></section>`;
}
