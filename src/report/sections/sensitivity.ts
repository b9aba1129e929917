import type { Estimate, IndexSet, MeasureSensitivity } from '../../tables/sensitivity.ts';
import { formatPercent, sentenceCase } from '../../words/format.ts';
import { hingeStrength, movesFirstPlace } from '../../words/hinges.ts';
import { measureName } from '../../words/names.ts';
import { parameterNames, parameterValue } from '../../words/parameters.ts';
import { designTitle } from '../../words/read.ts';
import { indexFigure, sizeOf } from '../../words/sensitivity.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';

/** Parameters that a table of the page lists; the rest is in indices.csv and hinges.csv. */
const MOST_ROWS = 40;

/** How much each assumption moves each measure of the base, strongest first. */
export function indicesSection(tables: ReportTables): Html {
  const { measures } = tables.study!.sensitivity!;
  const parts = measures.flatMap((one) => {
    const own = one.designs.find(({ design }) => design === tables.summary.base);
    return own ? [indexTable(tables, one.measure, own.found)] : [];
  });
  if (parts.length === 0) return html``;
  const method = tables.study!.sensitivity!.method.name;
  return html`<section id="indices" class="wide"><h2>How much each assumption matters</h2>
<p>Under “${designTitle(tables, tables.summary.base)}”; other designs are in indices.csv. ${explained[method]} In brackets: 95% intervals by bootstrap over the sample of points: luck of that sample, not doubt about the model.</p>
${parts}</section>`;
}

const explained = {
  morris:
    'An effect is the change of the measure when one assumption alone is taken over its whole range. μ is its mean over the trajectories, μ* the mean of its size, σ its standard deviation: large where the effect hangs on other assumptions or is curved.',
  sobol:
    'The first-order index is the part of the measure’s variance over the points that is due to one assumption alone, the total index that in which it has a hand. Both are estimates and may lie a little below 0 or above 100%.',
};

function indexTable(tables: ReportTables, measure: string, found: IndexSet): Html {
  const names = parameterNames(tables.study!.varied);
  const cell = ({ value, lo, hi, why }: Estimate) => {
    const write = (end: number | null) => indexFigure(tables, measure, found.method, end);
    if (value === null) return why ? `not defined: ${why}` : 'not defined';
    return lo === null || hi === null ? write(value) : `${write(value)} (${write(lo)} to ${write(hi)})`;
  };
  const sorted = [...found.indices].sort((a, b) => (sizeOf(b) ?? -1) - (sizeOf(a) ?? -1)).slice(0, MOST_ROWS);
  const rows = sorted.map((index) => ({
    name: html`${sentenceCase(names.get(index.parameter) ?? index.parameter)}<small><code>${index.parameter}</code></small>`,
    cells:
      'total' in index
        ? [cell(index.total), cell(index.first)]
        : [cell(index.muStar), cell(index.mu), cell(index.sigma), String(index.n)],
  }));
  const head = found.method === 'sobol' ? ['Total', 'First order'] : ['μ*', 'μ', 'σ', 'Effects'];
  const dropped =
    found.method === 'sobol' && found.dropped > 0
      ? html`<p>${found.dropped} of ${found.rows + found.dropped} rows are left out, since a point of theirs has no value.</p>`
      : html``;
  return html`${table(sentenceCase(measureName(measure, tables)), ['Assumption', ...head], rows)}${dropped}`;
}

/** How the first place of the ranking goes with each assumption. */
export function hingesSection(tables: ReportTables): Html {
  const ranked = tables.study!.sensitivity!.measures.filter(({ hinges }) => hinges && hinges.points > 0);
  if (ranked.length === 0) return html``;
  return html`<section id="hinges" class="wide"><h2>What the ranking hangs on</h2>
<p>Share of points at which the first design is first, in the lowest and in the highest third of each assumption’s range, and how often moving that assumption alone put another design first. Points of one trajectory or row are alike, and intervals count them for what they tell. Those of the differences hold for all assumptions together.</p>
${ranked.map((one) => hingeTable(tables, one))}</section>`;
}

function hingeTable(tables: ReportTables, { measure, hinges }: MeasureSensitivity): Html {
  const names = parameterNames(tables.study!.varied);
  const { ranking, parameters } = hinges!;
  const cell = ({ value, lo, hi, why }: Estimate) =>
    value === null
      ? (why ?? 'not defined')
      : lo === null || hi === null
        ? formatPercent(value, 0)
        : `${formatPercent(value, 0)} (${formatPercent(lo, 0)} to ${formatPercent(hi, 0)})`;
  const sorted = [...parameters].sort((a, b) => hingeStrength(b) - hingeStrength(a)).slice(0, MOST_ROWS);
  const rows = sorted.map((hinge) => ({
    name: html`${sentenceCase(names.get(hinge.parameter) ?? hinge.parameter)}<small><code>${hinge.parameter}</code></small>`,
    cells: [
      cell(hinge.low),
      cell(hinge.high),
      cell(hinge.difference),
      hinge.turns ? `${Math.round((hinge.turns.value ?? 0) * hinge.turns.n)} of ${hinge.turns.n}` : '',
      movesFirstPlace(hinge) ? 'yes' : 'not seen',
    ],
  }));
  return table(
    `${sentenceCase(measureName(measure, tables))}: “${designTitle(tables, ranking[0])}” first, then ${ranking
      .slice(1)
      .map((id) => `“${designTitle(tables, id)}”`)
      .join(', ')}`,
    ['Assumption', 'Lowest third', 'Highest third', 'Difference', 'Moves that turned it', 'Hangs on it'],
    rows,
  );
}

/** Parameters with a range that were not varied, and points that could not be run, each with the reason. */
export function leftOutSection(tables: ReportTables): Html {
  const { sensitivity, points } = tables.study!;
  const failed = points.filter(({ state }) => state === 'failed');
  const { fixed } = sensitivity!;
  if (fixed.length === 0 && failed.length === 0) return html``;
  return html`<section id="left-out"><h2>What was left out</h2>
${fixed.length > 0 && html`<p>These have a range and stayed as in the file:</p><ul>${fixed.map(({ path, range: [lo, hi], reason }) => html`<li><code>${path}</code> (${parameterValue(lo)} to ${parameterValue(hi)}): ${reason}</li>`)}</ul>`}
${failed.length > 0 && html`<p>These points could not be run:</p><ul>${failed.map(({ id, why }) => html`<li>Point ${id}: ${why}</li>`)}</ul>`}</section>`;
}
