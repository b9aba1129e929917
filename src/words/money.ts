import { formatMoney, formatPercent, listInWords } from './format.ts';
import { withInterval } from './intervals.ts';
import { readMean, readMeasure, sliceValues } from './read.ts';
import type { ReportTables } from './tables.ts';
import { sliceTitle } from './titles.ts';

/** Less than this of the whole is left to the tables. */
const LEAST_PART = 0.005;

/** Money by the parts of a measure, largest first; parts of nothing, or hardly anything, are left out. */
function parts(tables: ReportTables, design: string, measure: string, slice: string): [string, number][] {
  const all = sliceValues(tables, measure, slice).flatMap((name): [string, number][] => {
    const mean = readMean(tables, design, `${measure}[${slice}=${name}]`);
    return mean === null || mean <= 0 ? [] : [[sliceTitle(tables, slice, name), mean]];
  });
  const sum = all.reduce((total, [, mean]) => total + mean, 0);
  return all.filter(([, mean]) => mean >= LEAST_PART * sum).sort((a, b) => b[1] - a[1]);
}

/** Which instruments the money went through in one design, largest first. Empty where nothing was paid. */
export function accountsSentence(tables: ReportTables, design: string): string {
  const accounts = parts(tables, design, 'paid.by.account', 'account');
  if (accounts.length === 0) return '';
  const { currency } = tables.manifest;
  if (accounts.length === 1) return `All of it was paid through one instrument, ${accounts[0][0]}.`;
  return `By instrument: ${listInWords(accounts.map(([name, mean]) => `${name} ${formatMoney(mean, currency)}`))}.`;
}

/** Who got the money and what they kept in one design: offices where there are several, other spending, the margin. */
export function whoPaidSentence(tables: ReportTables, design: string): string {
  const { currency } = tables.manifest;
  const list = (some: readonly [string, number][]) =>
    listInWords(some.map(([name, mean]) => `${name} ${formatMoney(mean, currency)}`));
  const offices = parts(tables, design, 'paid.by.office', 'office');
  const beyond = parts(tables, design, 'spend.by.category', 'category').filter(([name]) => name !== 'fees');
  const sentences = [
    offices.length > 1 && `It went to ${list(offices)}.`,
    beyond.length > 0 && `Beside fees and grants the commissioner spent on ${list(beyond)}.`,
    marginSentence(tables, design),
  ];
  return sentences.filter((sentence) => sentence !== false && sentence !== '').join(' ');
}

function marginSentence(tables: ReportTables, design: string): string {
  const margin = readMeasure(tables, design, 'provider.margin');
  if (!margin || margin.mean === null) return '';
  const share = withInterval(margin, 'share', '');
  if (margin.mean >= 0) return `Of their income, offices kept ${share} after their costs.`;
  const costs = formatPercent(1 - margin.mean, 0);
  return `Offices did not cover their costs, which came to ${costs} of their income: a margin of ${share}.`;
}
