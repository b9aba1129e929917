import { formatQuantity, listInWords } from './format.ts';
import { withInterval } from './intervals.ts';
import { designIds, readMean, readMeasure, sliceValues } from './read.ts';
import type { ReportTables } from './tables.ts';
import { sliceTitle } from './titles.ts';

/** So many events are told; the tables have the others. */
const MOST_EVENTS = 3;

/**
 * What happened, what is on record and what was paid for, event by event in the base: those that are paid for under some design,
 * or whose record differs from life. Where no record differs under any design, that is said. Empty without events.
 */
export function reportedAgainstTrueSentence(tables: ReportTables): string {
  const designs = designIds(tables);
  const events = sliceValues(tables, 'event.count', 'event');
  const mean = (design: string, measure: string, event: string) =>
    readMean(tables, design, `${measure}[event=${event}]`) ?? 0;
  const differs = (design: string, event: string) =>
    mean(design, 'recorded.count', event) !== mean(design, 'event.count', event);
  const paid = events.filter((event) => designs.some((design) => mean(design, 'paid.count', event) > 0));
  const apart = events.filter((event) => designs.some((design) => differs(design, event)));
  if (events.length === 0) return '';
  const { base } = tables.summary;
  const shown = [...new Set([...paid, ...apart])].slice(0, MOST_EVENTS);
  const clauses = shown.map((event) => {
    const count = (measure: string) => formatQuantity(mean(base, measure, event), 'count', '');
    const happened = count('event.count');
    const recorded = count('recorded.count');
    const record = differs(base, event) ? `${recorded} are on record` : 'all are on record';
    const money = paid.includes(event) ? ` and ${count('paid.count')} were paid for` : '';
    return `“${sliceTitle(tables, 'event', event)}” happened ${happened} times, ${record}${money}`;
  });
  const told = clauses.length === 0 ? '' : `In the average run under the base ${listInWords(clauses)}. `;
  const honest =
    apart.length === 0
      ? `While clients belong to the programme, records hold what happened, neither more nor less${designs.length > 1 ? ', under every design' : ''}.`
      : misreported(tables);
  return `${told}${honest}`.trim();
}

function misreported(tables: ReportTables): string {
  const { base } = tables.summary;
  const share = readMeasure(tables, base, 'misreport.share');
  if (!share || share.mean === null || share.mean === 0) return '';
  return `Of what is on record, ${withInterval(share, 'share', '')} had not happened when it was entered.`;
}
