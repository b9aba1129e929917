import { measureKey } from '../../tables/rows.ts';
import { MOST_FINDINGS } from '../../words/finding.ts';
import { formatDifference, formatQuantity, listInWords, sentenceCase } from '../../words/format.ts';
import { INTERVAL_NOTE } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { parameterNames, parameterValue } from '../../words/parameters.ts';
import { comparedTables, designIds } from '../../words/read.ts';
import { studySentences } from '../../words/studies.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';
import { designHeadings } from '../letters.ts';
import type { PageCharts } from './charts.ts';

/** Points that the page lists; the rest is in the tables beside it. */
const MOST_POINTS = 100;

/** With more columns than this the points take a lying sheet, and so one of their own. */
const MOST_UPRIGHT = 5;

/** What was asked and what was found first, each sentence computed from the tables, with the first chart. */
export function studyFindingSection(tables: ReportTables, charts: PageCharts): Html {
  const [first, ...others] = studySentences(comparedTables(tables)).slice(0, MOST_FINDINGS);
  return html`<section id="finding"><h2>Question and finding</h2>
<p class="question">${studyQuestion(tables)}</p>
<p>${first}</p>
<ul class="finding">${others.map((sentence) => html`<li>${sentence}</li>`)}</ul>
${tables.study!.replicates > 1 && html`<p class="note">${INTERVAL_NOTE} Every point has the same people and the same luck, so that what moves between points is the setting.</p>`}
${charts.takeNext()}</section>`;
}

/** What a study found beside what its front page has room for. */
export function furtherFindingsSection(tables: ReportTables): Html {
  const others = studySentences(comparedTables(tables)).slice(MOST_FINDINGS);
  if (others.length === 0) return html``;
  return html`<section id="further"><h2>What else was found</h2>
<ul>${others.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`;
}

/** More parameters than this are counted in the question, and not named. */
const MOST_NAMED = 3;

/** What a study of this kind asks. */
function studyQuestion(tables: ReportTables): string {
  const { varied, sensitivity, fit, front } = tables.study!;
  if (sensitivity)
    return designIds(tables).length > 1
      ? 'On which assumptions do the results hang, and which could turn the order of the designs?'
      : 'On which assumptions do the results hang?';
  if (fit)
    return 'Which values of these parameters meet the published figures, and what do the figures leave open?';
  if (front) return 'Which settings does no other beat in every goal, and how do they stand with other luck?';
  const names = parameterNames(varied);
  const moved =
    varied.length > MOST_NAMED
      ? `${varied.length} parameters`
      : listInWords(varied.map(({ path }) => `“${names.get(path)!}”`));
  return `How do the results change with ${moved}?`;
}

/** What was varied, between which ends, and where the file stands. */
export function variedSection(tables: ReportTables): Html {
  const { varied, chosen } = tables.study!;
  const names = parameterNames(varied);
  const rows = varied.map(({ path, doc, unit, stated, source, from, to, values }) => ({
    name: html`${sentenceCase(names.get(path)!)}<small><code>${path}</code></small>`,
    cells: [
      values ? values.map(parameterValue).join(', ') : `${parameterValue(from!)} to ${parameterValue(to!)}`,
      stated === undefined ? '' : `${parameterValue(stated)}${unit ? ` ${unit}` : ''}`,
      doc ?? '',
      source ?? '',
    ],
  }));
  return html`<section id="varied"><h2>What was varied</h2>
<p>${sentenceCase(chosen)}. The base design’s people, their luck and all other parameters are the same at every point.</p>
${table('Parameters that were varied', ['Parameter', 'Tried', 'In the file', 'Meaning', 'Source of the file’s value'], rows)}</section>`;
}

/** The points with the foremost measure under every design, and those that failed with the reason. */
export function pointsSection(tables: ReportTables): Html {
  const { points, varied, measures, rows } = tables.study!;
  const [key] = measures;
  if (key === undefined) return html``;
  const names = parameterNames(varied);
  const quantity = measureQuantity(key, tables);
  const { currency } = tables.manifest;
  const designs = designIds(tables);
  const found = new Map(
    rows
      .filter((row) => measureKey(row.measure, row.slice) === key)
      .map((row) => [`${row.point} ${row.design}`, row]),
  );
  const done = points.filter(({ state }) => state === 'done');
  const lines = done.slice(0, MOST_POINTS).map(({ id, settings, why }) => ({
    name: why === undefined ? String(id) : `${id} (${why})`,
    cells: [
      ...varied.map(({ path }) =>
        settings[path] === undefined ? 'as in the file' : parameterValue(settings[path]),
      ),
      ...designs.map((design) => {
        const row = found.get(`${id} ${design}`);
        if (!row) return '';
        const difference =
          row.difference === null ? '' : ` (${formatDifference(row.difference, quantity, currency)})`;
        return `${formatQuantity(row.mean, quantity, currency)}${difference}`;
      }),
    ],
  }));
  const failed = points.filter(({ state }) => state === 'failed');
  return html`<section id="points" class="${varied.length + designs.length > MOST_UPRIGHT && 'wide'}"><h2>The points</h2>
<p>${sentenceCase(measureName(key, tables))} at each point; in brackets the paired difference from the base design.${done.length > MOST_POINTS && ` The first ${MOST_POINTS} of ${done.length}; all are in outcomes.csv.`}</p>
${table('The foremost measure at every point', ['Point', ...varied.map(({ path }) => sentenceCase(names.get(path)!)), ...designHeadings(tables)], lines)}
${failed.length > 0 && html`<h3>Points that could not be run</h3><ul>${failed.map(({ id, why }) => html`<li>Point ${id}: ${why}</li>`)}</ul>`}</section>`;
}
