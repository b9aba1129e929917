import { formatPercent, formatQuantity, listInWords, type Quantity, spellName } from './format.ts';
import { withInterval } from './intervals.ts';
import { openingsRanOut, readMean, readMeasure } from './read.ts';
import type { ReportTables } from './tables.ts';

/** Tells what was not measured from what was measured and is undefined, with the reason where there is one. */
function missing(tables: ReportTables, design: string, subject: string, keys: readonly string[]): string {
  const undefinedOne = keys.map((key) => readMeasure(tables, design, key)).find((one) => one?.mean === null);
  if (!undefinedOne) return `${subject} was not measured.`;
  return `${subject} is not defined${undefinedOne.why ? ` (${undefinedOne.why})` : ''}.`;
}

/** Who got the caseworkers' time in one design. */
export function timeSentence(tables: ReportTables, design: string): string {
  const easiest = readMean(tables, design, 'hours.perClientWeek[fifth=1]');
  const hardest = readMean(tables, design, 'hours.perClientWeek[fifth=5]');
  if (easiest === null || hardest === null)
    return missing(tables, design, 'Who got the time', [
      'hours.perClientWeek[fifth=1]',
      'hours.perClientWeek[fifth=5]',
    ]);
  const hours = (value: number) => formatQuantity(value, 'hours', '');
  const amounts = `The easiest fifth of clients got ${hours(easiest)} contact hours per client-week and the hardest fifth ${hours(hardest)}`;
  const index = readMeasure(tables, design, 'creaming.concentration');
  if (index === undefined || index.mean === null) return `${amounts}.`;
  return `${amounts}; the concentration of hours over need is ${withInterval(index, 'index', '')}, so time ${leaning(index)}.`;
}

/** What a concentration index says: "leans to the easiest", "is shared evenly over need" … */
export function leaning(index: { mean: number | null; lo: number | null; hi: number | null }): string {
  if (index.mean === null) return 'has no direction that is defined';
  if (index.lo !== null && index.hi !== null && index.lo <= 0 && index.hi >= 0)
    return 'leans neither to the easiest nor to the hardest as far as these runs can tell';
  if (index.mean === 0) return 'is shared evenly over need';
  const strength = Math.abs(index.mean) < 0.05 ? ' slightly' : Math.abs(index.mean) > 0.25 ? ' strongly' : '';
  return `leans${strength} to the ${index.mean < 0 ? 'easiest' : 'hardest'} to help`;
}

/** Who was parked in one design, and in which way. */
export function parkedSentence(tables: ReportTables, design: string): string {
  const hardest = readMeasure(tables, design, 'parking.share[fifth=5]');
  if (!hardest || hardest.mean === null)
    return missing(tables, design, 'Who was parked', ['parking.share[fifth=5]']);
  const easiest = readMean(tables, design, 'parking.share[fifth=1]');
  const against = easiest === null ? '' : `, against ${formatPercent(easiest)} in the easiest`;
  const kinds = (['unseen', 'holding', 'token'] as const)
    .map((kind) => ({ kind, share: readMean(tables, design, `parking.${kind}[fifth=5]`) }))
    .filter((part) => part.share !== null && part.share > 0)
    .sort((a, b) => b.share! - a.share!)
    .map((part) => `${formatPercent(part.share)} ${kindWords[part.kind]}`);
  const detail = kinds.length > 1 ? ` (${listInWords(kinds)})` : '';
  return `Clients of the hardest fifth were parked or held in ${withInterval(hardest, 'share', '')} of their client-weeks${against}${detail}.`;
}

const kindWords = {
  unseen: 'unseen',
  holding: 'in a holding pattern',
  token: 'with token contact only',
} as const;

/** What came of it: the main event among the attached, by ease. */
export function outcomeSentence(tables: ReportTables, design: string): string {
  const rate = readMeasure(tables, design, 'outcome.rate');
  const event = spellName(tables.manifest.mainEvent);
  if (!rate || rate.mean === null) return missing(tables, design, `The outcome (${event})`, ['outcome.rate']);
  const easiest = readMean(tables, design, 'outcome.rate[fifth=1]');
  const hardest = readMean(tables, design, 'outcome.rate[fifth=5]');
  const spread =
    easiest === null || hardest === null
      ? ''
      : `: ${formatPercent(easiest)} of the easiest fifth and ${formatPercent(hardest)} of the hardest`;
  return `Of those attached, ${withInterval(rate, 'share', '')} reached the outcome (${event})${spread}.`;
}

/** How much of it would have happened anyway, by the twins. */
export function deadweightSentence(tables: ReportTables, design: string): string {
  const deadweight = readMeasure(tables, design, 'deadweight.share');
  const additional = readMeasure(tables, design, 'additional.rate');
  if (!deadweight || deadweight.mean === null)
    return missing(tables, design, 'How many outcomes would have happened without the service', [
      'deadweight.share',
    ]);
  const added =
    additional && additional.mean !== null
      ? `, and outcomes that the service added came to ${withInterval(additional, 'share', '')} of those attached`
      : '';
  const sentence = `${withInterval(deadweight, 'share', '')} of the outcomes would have happened without the service${added}.`;
  return [sentence, takenFromOthersSentence(tables, design)].join(' ').trim();
}

/** What a twin alone cannot say: where openings ran out, an outcome more for one may be one less for another. */
export function takenFromOthersSentence(tables: ReportTables, design: string): string {
  if (!openingsRanOut(tables, design)) return '';
  const everybody = readMeasure(tables, design, 'population.rate');
  const all =
    everybody && everybody.mean !== null
      ? ` Of everybody referred, ${withInterval(everybody, 'share', '')} reached it.`
      : '';
  return `Openings ran out: a twin is one person, so what is added here may be taken from others.${all}`;
}

/** What was paid, in all and for each result. */
export function moneySentence(tables: ReportTables, design: string): string {
  const { currency } = tables.manifest;
  const parts: [string, (money: string) => string][] = [
    ['paid.total', (money) => `${money} in all`],
    ['paid.perClient', (money) => `${money} a client`],
    ['cost.perOutcome', (money) => `${money} per outcome on record`],
    ['cost.perAdditional', (money) => `${money} per outcome that the service added`],
  ];
  const known = parts.flatMap(([key, say]) => {
    const summary = readMeasure(tables, design, key);
    if (!summary) return [];
    return [say(withInterval(summary, 'money', currency))];
  });
  return known.length === 0
    ? 'What was paid was not measured.'
    : `The commissioner paid ${listInWords(known)}.`;
}

/** What was reported against what was true, where the run measured it; otherwise empty. */
export function reportedSentence(tables: ReportTables, design: string): string {
  const parts: [string, Quantity, (value: string) => string][] = [
    [
      'reported.share',
      'share',
      (value) =>
        `records show ${value} of the true events in attached clients’ lives, after they left as well`,
    ],
    ['token.share', 'share', (value) => `${value} of the contacts on file were token contacts`],
    ['misreport.share', 'share', (value) => `${value} of the records were misreported`],
  ];
  const known = parts.flatMap(([key, quantity, say]) => {
    const summary = readMeasure(tables, design, key);
    return summary && summary.mean !== null ? [say(withInterval(summary, quantity, ''))] : [];
  });
  if (known.length === 0) return '';
  const text = listInWords(known);
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}
