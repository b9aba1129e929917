import { designTitle } from '../../words/read.ts';
import {
  parameterValue,
  type SourceKind,
  sourceHeadings,
  sourceKind,
  sourceKinds,
} from '../../words/sources.ts';
import type { ReportedParameter, ReportTables } from '../../words/tables.ts';
import { type Html, html } from '../html.ts';

/**
 * Every number that went in, for paper, where no fold opens and no table scrolls: by kind of source, then by part of the scenario,
 * then by source, so that what many numbers share stands once. A path begins where it parts from the one before it (`…`, its dot
 * with it).
 */
export function denseAssumptions(tables: ReportTables, parameters: readonly ReportedParameter[]): Html {
  const groups = sourceKinds.flatMap((kind) =>
    [false, true].map((byDefault) =>
      kindInFull(
        tables,
        kind,
        byDefault,
        parameters.filter((one) => sourceKind(one) === kind && (one.origin === 'default') === byDefault),
      ),
    ),
  );
  return html`<div class="dense">
<p class="note">Name, value and unit of each, in brackets the range within which it is doubted, after the colon the source of all before it. “…” stands for the beginning of the name before, up to its last dot. What each means is in parameters.json in the folder.</p>
${groups}</div>`;
}

function kindInFull(
  tables: ReportTables,
  kind: SourceKind,
  byDefault: boolean,
  some: readonly ReportedParameter[],
): Html {
  if (some.length === 0) return html``;
  const parts = [...grouped(some, ({ path }) => path.split('.')[0])];
  return html`<h3>${sourceHeadings[kind]}${byDefault && ', by default'} (${some.length})</h3>
<ul>${parts.map(([part, ofPart]) => html`<li><strong>${part}</strong> ${bySource(tables, part, ofPart)}</li>`)}</ul>`;
}

function bySource(tables: ReportTables, part: string, ofPart: readonly ReportedParameter[]): Html[] {
  const groups = [...grouped(ofPart, ({ source }) => source)];
  return groups.map(([source, same], at) => {
    const told = plainSource(source);
    return html`${names(tables, part, same)}${told !== '' && `: ${told}`}${at < groups.length - 1 ? '. ' : '.'}`;
  });
}

function names(tables: ReportTables, part: string, same: readonly ReportedParameter[]): string {
  let before = part;
  return same
    .map((one) => {
      const parent = one.path.slice(0, Math.max(0, one.path.lastIndexOf('.')));
      const name =
        parent === before && parent !== part
          ? `…${one.path.slice(parent.length + 1)}`
          : one.path.slice(one.path === part ? 0 : part.length + 1);
      before = parent;
      const unit = one.unit ? ` ${one.unit}` : '';
      const range = one.range ? ` (${parameterValue(one.range[0])} to ${parameterValue(one.range[1])})` : '';
      const of = one.design ? ` under “${designTitle(tables, one.design)}”` : '';
      return `${name} ${parameterValue(one.value)}${unit}${range}${of}`;
    })
    .join('; ');
}

/** A source without what the heading above it says already; the full stop of the list ends it. */
const plainSource = (source: string): string =>
  source
    .replace(/^default:\s*/i, '')
    .replace(/^assumed(:\s*|$)/i, '')
    .replace(/^given in .*, no source stated$/i, '')
    .replace(/\.$/, '')
    .trim();

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
