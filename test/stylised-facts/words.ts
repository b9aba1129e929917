import type { Band, Estimate, Verdict } from './band.ts';
import type { Part } from './fact.ts';
import { expectedOf, type JudgedFact, type JudgedPart } from './judge.ts';

const minus = (text: string): string => text.replace('-', '−').replace(/^−(0(\.0+)?)$/, '$1');

/** A number of a part as it is written, with the places that its interval can tell. */
function written(value: number, unit: Part['unit'], places: number): string {
  const scaled = unit === 'percent' || unit === 'points' ? 100 * value : value;
  return minus(scaled.toFixed(places));
}

const suffix = { percent: '%', points: ' points', times: ' times' };

/** Places after the point such that half of the interval has two digits, and no more than four. */
function placesOf({ lo, hi }: Estimate, unit: Part['unit']): number {
  const half = ((hi - lo) / 2) * (unit === 'percent' || unit === 'points' ? 100 : 1);
  if (!(half > 0)) return 2;
  return Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(half))));
}

/** "−0.17 (−0.19 to −0.15)". */
export function estimateText({ estimate }: JudgedPart, unit?: Part['unit']): string {
  const places = placesOf(estimate, unit);
  const [mean, lo, hi] = [estimate.mean, estimate.lo, estimate.hi].map((value) =>
    written(value, unit, places),
  );
  return `${mean} (${lo} to ${hi})${unit === undefined ? '' : suffix[unit]}`;
}

/** "below 0", "2 to 7", "above 5%", "below 1 point". */
export function bandText({ above, below }: Band, unit?: Part['unit']): string {
  const end = (value: number): string =>
    minus(String(Number((unit === 'percent' || unit === 'points' ? 100 * value : value).toPrecision(6))));
  const words =
    above !== undefined && below !== undefined
      ? `${end(above)} to ${end(below)}`
      : above !== undefined
        ? `above ${end(above)}`
        : `below ${end(below ?? Number.NaN)}`;
  const isZero = (above ?? 0) === 0 && (below ?? 0) === 0;
  if (unit === undefined || unit === 'times' || isZero) return words;
  return `${words}${suffix[unit]}`.replace(/(?<![\d.])1 points$/, '1 point');
}

const adverb: Record<Verdict, string> = {
  shown: 'as the fact says',
  'not shown': 'against the fact',
  'cannot be told': 'which cannot be told',
};

/** One statistic as a sentence, made from what was measured. */
export const partSentence = (judged: JudgedPart): string =>
  `${judged.part.says} is ${estimateText(judged, judged.part.unit)}, ${adverb[judged.verdict]} (${bandText(judged.part.band, judged.part.unit)}).`;

/** What was found of a fact: its first statistic where all lie in their bands, and else those that do not. */
export function factSentence({ parts }: JudgedFact): string {
  const outside = parts.filter(({ verdict }) => verdict !== 'shown');
  if (outside.length > 0) {
    const inside = `${parts.length - outside.length} of ${parts.length} statistics lie where the fact says. `;
    return `${parts.length > 1 ? inside : ''}${outside.map(partSentence).join(' ')}`;
  }
  const others = parts.length - 1;
  const rest =
    others === 1
      ? ' The other statistic lies in its band, too.'
      : ` The other ${others} statistics lie in their bands, too.`;
  return `${partSentence(parts[0])}${others === 0 ? '' : rest}`;
}

/** The verdict; one that was not expected says so. */
export function verdictText({ fact, verdict }: JudgedFact): string {
  const expected = expectedOf(fact);
  return verdict === expected ? verdict : `${verdict} (expected: ${expected})`;
}

/** "12 of 17 facts are shown, 4 are not, and 1 cannot be told." */
export function countText(judged: readonly JudgedFact[]): string {
  const count = (verdict: Verdict): number => judged.filter((each) => each.verdict === verdict).length;
  const are = (n: number): string => `${n} ${n === 1 ? 'is' : 'are'}`;
  return `Of ${judged.length} facts ${are(count('shown'))} shown, ${are(count('not shown'))} not shown, and ${count('cannot be told')} cannot be told.`;
}
