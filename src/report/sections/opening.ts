import { comparisonSentences } from '../../words/comparison.ts';
import { INTERVAL_NOTE } from '../../words/intervals.ts';
import { summaryParagraph } from '../../words/paragraphs.ts';
import { rankingFinding } from '../../words/ranking.ts';
import { comparedTables, designIds } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html } from '../html.ts';

/** Title, facts of the run, and a banner where the run was stopped early. */
export function openingSection(tables: ReportTables): Html {
  const { manifest } = tables;
  const runs = `${manifest.replicates} ${manifest.replicates === 1 ? 'run' : 'runs'}`;
  return html`<header>
<h1>${manifest.title}</h1>
<p class="facts">Scenario <code>${manifest.scenario}</code> · ${runs} of each design on the same people and the same luck · streetlevel ${manifest.version}</p>
${manifest.partial && partialBanner(tables)}
</header>`;
}

function partialBanner(tables: ReportTables): Html {
  const { replicates, replicatesAsked } = tables.manifest;
  return html`<p class="banner" role="note">Partial results: ${replicates} of ${replicatesAsked} runs were done before the run was stopped. Every figure below rests on these runs alone; run again with --resume to complete it.</p>`;
}

/** The question, and the finding in one paragraph computed from the tables. */
export function findingSection(tables: ReportTables): Html {
  const count = designIds(tables).length;
  const comparison = tables.ranking !== undefined;
  const question = comparison
    ? `Which of these ${count} designs does best, in what, and how sure is that?`
    : (tables.manifest.question ??
      (count > 1
        ? `How do ${count} designs change who gets the caseworkers’ time, who is parked, and what becomes of the clients?`
        : 'Who gets the caseworkers’ time, who is parked, and what becomes of the clients?'));
  return html`<section id="finding"><h2>Question and finding</h2>
${tables.manifest.about && html`<p>${tables.manifest.about}</p>`}
<p><strong>${question}</strong></p>
${
  comparison &&
  html`<p class="finding">${rankingFinding(comparedTables(tables))} ${comparisonSentences(comparedTables(tables))}</p>
<p>The scorecard for the wall is <a href="scorecard.html">scorecard.html</a>: one page, A3 or A4.</p>`
}
${!comparison && html`<p class="finding">${summaryParagraph(comparedTables(tables))}</p>`}
${tables.manifest.replicates > 1 && html`<p class="note">${INTERVAL_NOTE} Intervals are for one measure at a time: of twenty that truly show no difference, about one will leave out 0.</p>`}
</section>`;
}
