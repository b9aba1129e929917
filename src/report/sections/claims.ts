import type { CheckedClaim, CheckedCondition, ClaimVerdict } from '../../tables/claims.ts';
import { claimsInWords } from '../../words/claims.ts';
import {
  formatDifference,
  formatDifferenceRange,
  formatPercent,
  formatQuantity,
  sentenceCase,
} from '../../words/format.ts';
import { intervalRange, ONE_RUN } from '../../words/intervals.ts';
import { measureName, measureQuantity } from '../../words/names.ts';
import { designTitle } from '../../words/read.ts';
import type { ReportTables } from '../../words/tables.ts';
import { type Html, html, type Row, table } from '../html.ts';

const verdicts: Record<ClaimVerdict, string> = {
  holds: 'holds',
  fails: 'does not hold',
  untold: 'cannot be told',
};

/** The scenario's claims beside what the runs say of them. Empty where it makes none. */
export function claimsSection(tables: ReportTables, title: string): Html {
  const claims = tables.claims ?? [];
  if (claims.length === 0) return html``;
  const rows = claims.flatMap((claim): Row[] =>
    claim.conditions.map((condition, index) => ({
      name: index === 0 ? claim.title : 'and',
      cells: [
        claimed(tables, condition),
        measured(tables, condition),
        index === 0 ? outcome(claim) : html`<small>${verdicts[condition.verdict]} of the mean</small>`,
        index === 0 ? html`${claim.source}${claim.note && html`<small>${claim.note}</small>`}` : html``,
      ],
    })),
  );
  return html`<section id="claims"><h2>${title}</h2>
<p>What the scenario says beforehand of its designs, held against these runs: ${claimsInWords(claims)}. A claim of a mean holds where its whole 95% interval lies where it is claimed, does not where the whole interval lies elsewhere, and cannot be told where it reaches both sides. A claim of a share of runs holds where all its lines hold together in so many of them, and cannot be told in so few runs that a single one would decide: nine in ten takes ten.</p>
${table('Claims against the runs', ['Claim', 'Claimed', 'Measured', 'Result', 'Source'], rows)}</section>`;
}

function outcome({ verdict, runs }: CheckedClaim): Html {
  const word = verdict === 'holds' ? html`holds` : html`<strong>${verdicts[verdict]}</strong>`;
  if (!runs) return html`${word}<small>of the mean</small>`;
  const inRuns = `in ${runs.holding} of ${runs.defined} runs`;
  return runs.claimed === undefined
    ? html`${word}<small>of the mean; ${inRuns}</small>`
    : html`${word}<small>${inRuns}; claimed of at least ${formatPercent(runs.claimed, 0)}</small>`;
}

/** "Outcome rate under “Counts”, less that under “Local block”: below 0". */
function claimed(tables: ReportTables, condition: CheckedCondition): Html {
  const { measure, plus, minus, times, design, against } = condition;
  const under = (id: string) => `under “${designTitle(tables, id)}”`;
  const more = plus ? ` plus ${measureName(plus, tables)}` : '';
  const less = minus ? ` less ${times === undefined ? '' : `${times} × `}${measureName(minus, tables)}` : '';
  const other = against ? `, less that ${under(against)}` : '';
  return html`${sentenceCase(measureName(measure, tables))}${more}${less} ${under(design)}${other}: ${place(tables, condition)}`;
}

function place(tables: ReportTables, condition: CheckedCondition): string {
  const { is, inLuck } = condition;
  const write = (end: number | null | undefined) => writeEnd(tables, condition, end);
  if (inLuck) {
    const luck = 'standard deviations between runs';
    return is === 'between'
      ? `between ${write(condition.from)} and ${write(condition.to)} (${plain(inLuck.value)} and ${plain(inLuck.to ?? 0)} ${luck})`
      : `${is} ${write(condition.from)} (${plain(inLuck.value)} ${luck})`;
  }
  return is === 'between'
    ? `between ${write(condition.from)} and ${write(condition.to)}`
    : `${is} ${write(condition.from)}`;
}

const plain = (value: number): string => String(value).replace('-', '−');

function measured(tables: ReportTables, condition: CheckedCondition): Html {
  const { mean, lo, hi, n, why } = condition;
  if (mean === null) return html`not defined${why && html`<small>${why}</small>`}`;
  const quantity = measureQuantity(condition.measure, tables);
  const { currency } = tables.manifest;
  // Of one run alone, the page says once that there are no intervals.
  const interval =
    lo === null || hi === null
      ? tables.manifest.replicates > 1 && ONE_RUN
      : isDifference(condition)
        ? `CI ${formatDifferenceRange(lo, hi, quantity, currency)}`
        : `CI ${intervalRange({ lo, hi }, quantity, currency)}`;
  const fewer = n < tables.manifest.replicates ? `, n = ${n}` : '';
  return html`${writeEnd(tables, condition, mean)}${interval && html`<small>${interval}${fewer}</small>`}`;
}

/** A number in the unit of the measure; with its sign where it is a difference. */
function writeEnd(
  tables: ReportTables,
  condition: CheckedCondition,
  value: number | null | undefined,
): string {
  const quantity = measureQuantity(condition.measure, tables);
  const { currency } = tables.manifest;
  return isDifference(condition)
    ? formatDifference(value, quantity, currency)
    : formatQuantity(value, quantity, currency);
}

const isDifference = ({ minus, against }: CheckedCondition): boolean =>
  minus !== undefined || against !== undefined;
