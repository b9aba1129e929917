import { formatNumber, formatQuantity } from '../../words/format.ts';
import { intervalRange } from '../../words/intervals.ts';
import type { PublishedCheck, ReportTables } from '../../words/tables.ts';
import { type Html, html, table } from '../html.ts';

/** Published figures beside the model's own. Empty where the scenario states none. */
export function checksSection(tables: ReportTables, title: string): Html {
  const checks = tables.checks ?? [];
  if (checks.length === 0) return html``;
  const fitted = checks.filter((check) => check.fitted);
  const rest = checks.filter((check) => !check.fitted);
  // One run alone has no spread for a figure to lie in.
  const spread = tables.manifest.replicates > 1;
  const counted = (some: readonly PublishedCheck[]) =>
    `${spread ? `${some.filter((check) => check.inside).length} of ${some.length} lie inside the spread of runs; ` : ''}the mean is within the stated tolerance of ${some.filter((check) => check.near).length}.`;
  const rows = checks.map((check) => {
    const write = (value: number | null) => writeCheck(value, check, tables.manifest.currency);
    const range = (lo: number | null, hi: number | null) =>
      lo === null || hi === null
        ? null
        : check.quantity
          ? intervalRange({ lo, hi }, check.quantity, tables.manifest.currency)
          : `${write(lo)} to ${write(hi)}`;
    const interval = range(check.lo, check.hi);
    return {
      name: check.title,
      cells: [
        write(check.published),
        html`${write(check.mean)}${interval && html`<small>CI ${interval}</small>`}`,
        ...(spread
          ? [
              range(check.spreadLo, check.spreadHi) ?? 'one run, no spread',
              check.inside ? 'inside' : html`<strong>outside</strong>`,
            ]
          : []),
        check.near ? 'yes' : html`<strong>no</strong>`,
        check.fitted ? 'fitted' : 'check',
        html`${check.source}${check.note && html`<small>${check.note}</small>`}`,
      ],
    };
  });
  return html`<section id="checks"><h2>${title}</h2>
${fitted.length > 0 && html`<p>Figures to which parameters were fitted, so that agreement is no evidence: ${counted(fitted)}</p>`}
${rest.length > 0 && html`<p>Figures kept as checks: ${counted(rest)}</p>`}
${table('Published figures against the model', ['Figure', 'Published', 'Model, mean', ...(spread ? ['Spread of runs', 'Published is'] : []), 'Mean is within tolerance', 'Kind', 'Source'], rows)}</section>`;
}

function writeCheck(value: number | null, check: PublishedCheck, currency: string): string {
  return check.quantity ? formatQuantity(value, check.quantity, currency) : formatNumber(value, 3);
}
