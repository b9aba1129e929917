import { designTitle } from '../../words/read.ts';
import type { ReportedParameter, ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';

/** Where a parameter's value comes from. */
export type SourceKind = 'document' | 'derived' | 'fitted' | 'assumed' | 'changed' | 'unsourced';

const headings: Record<SourceKind, string> = {
  document: 'From documents',
  derived: 'Computed, defined or part of the design',
  fitted: 'Fitted to published figures',
  assumed: 'Assumed',
  changed: 'Set by a design or on the command line',
  unsourced: 'Given in the scenario file without a source',
};

/** Reads the kind of a source from its words and the place where the value was given. */
export function sourceKind(parameter: Pick<ReportedParameter, 'source' | 'origin'>): SourceKind {
  if (parameter.origin === 'design' || parameter.origin === 'set') return 'changed';
  const source = parameter.source.replace(/^default:\s*/i, '').trim();
  if (source === '' || /no source stated/i.test(source)) return 'unsourced';
  if (/^fitted\b/i.test(source)) return 'fitted';
  if (/^(computed|definition|design)\b/i.test(source)) return 'derived';
  if (/\bassum(ed|ption)\b/i.test(source)) return 'assumed';
  return 'document';
}

/** Every number that went in, with its source: the assumptions on which the findings hang. */
export function assumptionsSection(tables: ReportTables): Html {
  const kinds: SourceKind[] = ['document', 'derived', 'fitted', 'assumed', 'changed', 'unsourced'];
  // Claims and published figures are no assumptions, and have sections of their own.
  const parameters = tables.parameters.filter(({ path }) => !/^measures\.(claims|published)\./.test(path));
  const counts = kinds.map((kind) => parameters.filter((one) => sourceKind(one) === kind).length);
  const groups = kinds.map((kind) => {
    const rows = parameters
      .filter((one) => sourceKind(one) === kind)
      .map((one) => ({
        name: html`<code>${one.path}</code>${one.design && html`<small>${designTitle(tables, one.design)}</small>`}`,
        cells: [
          `${parameterValue(one.value)}${one.unit ? ` ${one.unit}` : ''}`,
          one.range ? `${parameterValue(one.range[0])} to ${parameterValue(one.range[1])}` : '',
          one.doc ?? '',
          one.source,
        ],
      }));
    return table(
      `${headings[kind]} (${rows.length})`,
      ['Parameter', 'Value', 'Range', 'Meaning', 'Source'],
      rows,
    );
  });
  return html`<section id="assumptions"><h2>Assumptions and sources</h2>
<p>Of ${parameters.length} parameters ${counts[0]} come from documents, ${counts[1]} are computed, defined or part of the design, ${counts[2]} were fitted, ${counts[3]} are assumed, ${counts[4]} are set by a design or on the command line, and ${counts[5]} stand in the file without a source.</p>
${documents(tables)}${groups}</section>`;
}

function documents(tables: ReportTables): Html {
  const sources = Object.entries(tables.manifest.sources ?? {});
  if (sources.length === 0) return html``;
  const entries = sources.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`);
  return html`<h3>Documents</h3><dl class="plain">${entries}</dl>`;
}

/** A parameter as it was given, without the digits that binary fractions leave behind. */
function parameterValue(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(10))).replace('-', '−') : value;
}
