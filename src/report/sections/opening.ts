import { findingSentences, MOST_FINDINGS } from '../../words/finding.ts';
import { INTERVAL_NOTE, ONE_RUN_NOTE, saidOnce } from '../../words/intervals.ts';
import { rankingFinding } from '../../words/ranking.ts';
import { comparedTables, designIds } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html } from '../html.ts';
import type { PageCharts } from './charts.ts';

/** Title, facts of the run, and a banner where the run was stopped early. */
export function openingSection(tables: ReportTables): Html {
  const { manifest } = tables;
  const runs = `${manifest.replicates} ${manifest.replicates === 1 ? 'run' : 'runs'}`;
  const of =
    designIds(tables).length === 1
      ? runs
      : `${runs} of each of ${designIds(tables).length} designs on the same people and the same luck`;
  return html`<header>
<h1>${manifest.title}</h1>
<p class="facts">An evaluation by simulation, not of what has happened · ${of} · scenario <code>${manifest.scenario}</code>, streetlevel ${manifest.version}</p>
${manifest.partial && partialBanner(tables)}
</header>`;
}

function partialBanner(tables: ReportTables): Html {
  const { replicates, replicatesAsked } = tables.manifest;
  return html`<p class="banner" role="note">Partial results: ${replicates} of ${replicatesAsked} runs were done before the run was stopped. Every figure below rests on these runs alone; run again with --resume to complete it.</p>`;
}

/** The question, the finding in a few sentences computed from the tables, and the one chart that answers it. */
export function findingSection(tables: ReportTables, charts: PageCharts): Html {
  const compared = comparedTables(tables);
  const found = tables.ranking
    ? [rankingFinding(compared), ...findingSentences(compared, MOST_FINDINGS - 1)]
    : findingSentences(compared);
  return html`<section id="finding"><h2>Question and finding</h2>
<p class="question">${questionOf(tables)}</p>
<ul class="finding">${found.map((sentence) => html`<li>${saidOnce(tables.manifest, sentence)}</li>`)}</ul>
${tables.manifest.replicates === 1 ? html`<p class="note">${ONE_RUN_NOTE}</p>` : html`<p class="note">In brackets: 95% intervals. ${INTERVAL_NOTE} They are for one measure at a time: of twenty that truly show no difference, about one will leave out 0.</p>`}
${charts.takeFirst('designDifferences', 'hoursByFifth', 'timeCurve')}</section>`;
}

function questionOf(tables: ReportTables): string {
  const count = designIds(tables).length;
  if (tables.ranking) return `Which of these ${count} designs does best, in what, and how sure is that?`;
  if (tables.manifest.question) return tables.manifest.question;
  return count > 1
    ? `How do ${count} designs change who gets the caseworkers’ time, who is parked, and what becomes of the clients?`
    : 'Who gets the caseworkers’ time, who is parked, and what becomes of the clients?';
}
