import type { MeasureRanking, RankedDesign } from '../tables/ranking.ts';
import { differenceSentence } from './comparison.ts';
import {
  formatDifference,
  formatDifferenceRange,
  formatPercent,
  formatQuantity,
  listInWords,
  sentenceCase,
} from './format.ts';
import { withInterval } from './intervals.ts';
import { measureName, measureQuantity } from './names.ts';
import { quotedTitle, readMeasure } from './read.ts';
import type { ReportTables } from './tables.ts';

/**
 * Where a design stands by one measure. `mayBeBest`: not first by the mean, but these runs do not tell it from the first.
 * `either`: nor from the last. `untold`: they do not tell the first from the last. `same`: all designs are alike.
 */
export type Standing =
  | 'best'
  | 'mayBeBest'
  | 'worst'
  | 'mayBeWorst'
  | 'either'
  | 'between'
  | 'untold'
  | 'same';

/** The standing of a ranked design; undefined where it is not ranked, or no way is better. */
export function standingOf(ranking: MeasureRanking, design: string): Standing | undefined {
  const own = ranking.designs.find((one) => one.design === design);
  if (!own || ranking.better === null) return undefined;
  const top = ranking.designs[0];
  const bottom = ranking.designs[ranking.designs.length - 1];
  if (top.rank === bottom.rank) return 'same';
  if (bottom.toldFromFirst === false) return 'untold';
  if (own.rank === top.rank) return 'best';
  if (own.rank === bottom.rank) return 'worst';
  const mayBest = own.toldFromFirst === false;
  const mayWorst = own.toldFromLast === false;
  if (mayBest && mayWorst) return 'either';
  return mayBest ? 'mayBeBest' : mayWorst ? 'mayBeWorst' : 'between';
}

/** How far the order by one measure can be relied on: who is first, how often, and what more runs would bring. */
export function rankingSentences(tables: ReportTables, ranking: MeasureRanking): string {
  const { designs, better, replicates } = ranking;
  const name = measureName(ranking.measure, tables);
  if (designs.length === 0) return `Nothing is ranked by ${name}: no run has it in all designs.`;
  if (designs.length === 1) return `Only ${quotedTitle(tables, designs[0].design)} has a number for ${name}.`;
  const top = designs.filter(({ rank }) => rank === designs[0].rank);
  if (top.length === designs.length) return `All designs have exactly the same ${name}.`;
  const first = listInWords(top.map(({ design }) => quotedTitle(tables, design)));
  const head =
    better === null ? 'has the highest' : `is ${better === 'higher' ? 'highest' : 'lowest'}, and so best,`;
  const value = `${first} ${top.length > 1 ? head.replace(/^is/, 'are').replace(/^has/, 'have') : head} by the mean (${figure(tables, ranking, designs[0])})`;
  if (replicates === 1) return `${sentenceCase(name)}: ${value}, in one run, which tells nothing of luck.`;
  const often = `first in ${runs(top.reduce((sum, { best }) => sum + best, 0) * replicates, replicates)}`;
  return [
    `${sentenceCase(name)}: ${value}, and ${often}.`,
    chances(ranking, top),
    ahead(tables, ranking, top.length),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

function chances(
  { orderHolds, sameOrder, replicates, designs }: MeasureRanking,
  top: RankedDesign[],
): string {
  if (orderHolds === null) return '';
  const first = top.reduce((sum, { bestMean }) => sum + (bestMean ?? 0), 0);
  const whole =
    designs.length > 2
      ? ` The whole order of ${designs.length} designs is the same in ${runs(sameOrder * replicates, replicates)}; the chance that the order of the means holds is ${chance(orderHolds)}.`
      : '';
  return `With as many runs drawn anew from these, the chance that it stays first is ${chance(first)}.${whole}`;
}

/** "97%", and never a certainty that a sample cannot give. */
const chance = (share: number): string =>
  share >= 0.995 ? 'over 99%' : share < 0.005 ? 'under 1%' : formatPercent(share, 0);

/** How far the first is ahead of the next, and how many more runs would halve that interval. */
function ahead(tables: ReportTables, ranking: MeasureRanking, several: number): string {
  const next = ranking.neighbours[several - 1];
  if (next === undefined) return '';
  const quantity = measureQuantity(ranking.measure, tables);
  const { currency } = tables.manifest;
  const size = formatDifference(next.mean, quantity, currency);
  const range =
    next.lo === null || next.hi === null
      ? ''
      : ` (95% interval ${formatDifferenceRange(next.lo, next.hi, quantity, currency)}${next.unpaired ? ', of the means: they have other people' : ''})`;
  const more =
    next.moreToHalve === null
      ? ''
      : ` About ${next.moreToHalve} more runs would make this interval half as wide.`;
  return `It differs from the next, ${quotedTitle(tables, next.lower)}, by ${size}${range}.${more}`;
}

/** "5 of 6 runs", "4½ of 6 runs" where designs share a run. */
function runs(count: number, of: number): string {
  const whole = Math.round(count * 10) / 10;
  return `${Number.isInteger(whole) ? whole : whole.toFixed(1)} of ${of} runs`;
}

function figure(tables: ReportTables, { measure }: MeasureRanking, { design, mean }: RankedDesign): string {
  const summary = readMeasure(tables, design, measure);
  const quantity = measureQuantity(measure, tables);
  const { currency } = tables.manifest;
  // It stands in brackets itself.
  return summary
    ? withInterval(summary, quantity, currency, true).replace(/ \((.*)\)$/, '; $1')
    : formatQuantity(mean, quantity, currency);
}

/** What a design does best and worst among those compared, with figures; then its difference from the base. */
export function rankedDesignParagraph(tables: ReportTables, design: string): string {
  const measures = (tables.ranking?.measures ?? []).filter(({ designs }) => designs.length > 1);
  const stands = (wanted: Standing) =>
    measures
      .filter((one) => standingOf(one, design) === wanted)
      .map((one) => {
        const own = one.designs.find((ranked) => ranked.design === design)!;
        return `${measureName(one.measure, tables)} (${figure(tables, one, own)})`;
      });
  const names = (wanted: Standing) =>
    measures
      .filter((one) => standingOf(one, design) === wanted)
      .map((one) => measureName(one.measure, tables));
  const [best, worst, near, low] = [stands('best'), stands('worst'), names('mayBeBest'), names('mayBeWorst')];
  const either = names('either');
  const directed = measures.filter(({ better }) => better !== null);
  const sentences: string[] = [];
  if (best.length > 0) sentences.push(`Among these designs it does best in ${listInWords(best)}.`);
  if (worst.length > 0) sentences.push(`It does worst in ${listInWords(worst)}.`);
  if (best.length === 0 && worst.length === 0 && directed.length > 0)
    sentences.push('Among these designs it is clearly neither best nor worst in any measure that is ranked.');
  if (near.length > 0) sentences.push(`These runs do not tell it from the best in ${listInWords(near)}.`);
  if (low.length > 0) sentences.push(`These runs do not tell it from the worst in ${listInWords(low)}.`);
  if (either.length > 0)
    sentences.push(`In ${listInWords(either)} these runs tell it neither from the best nor from the worst.`);
  const untold = names('untold');
  if (untold.length > 0)
    sentences.push(`In ${listInWords(untold)} these runs do not tell any of these designs from another.`);
  const alike = alikeTo(tables, design);
  if (alike.length > 0)
    sentences.push(
      `It equals ${listInWords(alike.map((id) => quotedTitle(tables, id)))} in every ranked measure of every run: as far as these tell, one policy under two names.`,
    );
  const displaced = displacementSentence(tables, design);
  return [...sentences, differenceSentence(tables, design), displaced]
    .filter((text) => text !== '')
    .join(' ');
}

/** Designs that are equal to this one in every run by every ranked measure. */
function alikeTo(tables: ReportTables, design: string): string[] {
  const measures = (tables.ranking?.measures ?? []).filter(({ designs }) =>
    designs.some((one) => one.design === design),
  );
  if (measures.length === 0) return [];
  const others = measures[0].designs.map((one) => one.design).filter((id) => id !== design);
  return others.filter((other) => measures.every((one) => areEqual(one, design, other)));
}

function areEqual({ designs, neighbours }: MeasureRanking, one: string, other: string): boolean {
  const places = [one, other].map((id) => designs.findIndex(({ design }) => design === id));
  if (places.includes(-1)) return false;
  const [from, to] = [Math.min(...places), Math.max(...places)];
  return neighbours
    .slice(from, to)
    .every(({ mean, sd, lo, hi }) => mean === 0 && (sd ?? 0) === 0 && (lo ?? 0) === (hi ?? 0));
}

/** Of outcomes beyond the twins', how many others lost; empty where that was not measured or there is none. */
function displacementSentence(tables: ReportTables, design: string): string {
  const share = readMeasure(tables, design, 'displacement.share');
  if (!share || share.mean === null || Math.abs(share.mean) < 1e-9) return '';
  return `Openings are limited: of the outcomes that clients have beyond their twins, others among the referred lost ${withInterval(share, 'share', '')}. Only whole worlds held against each other show this; a twin is one person in the same market.`;
}

/**
 * The finding of a comparison: who is best in what, with the chance that it stays so; and in what these runs do not even
 * tell the first from the last.
 */
export function rankingFinding(tables: ReportTables): string {
  const best = new Map<string, string[]>();
  const untold: string[] = [];
  for (const one of tables.ranking?.measures ?? []) {
    const { designs, better, measure } = one;
    const top = designs.filter(({ rank }) => rank === designs[0].rank);
    if (better === null || designs.length < 2 || top.length === designs.length) continue;
    const name = measureName(measure, tables);
    if (standingOf(one, designs[0].design) === 'untold') {
      untold.push(name);
      continue;
    }
    const titles = listInWords(top.map(({ design }) => quotedTitle(tables, design)));
    const stays = top.reduce((sum, { bestMean }) => sum + (bestMean ?? 0), 0);
    const sure = top[0].bestMean === null ? '' : ` (${chance(stays)})`;
    best.set(titles, [...(best.get(titles) ?? []), `${name}${sure}`]);
  }
  const found = [...best].map(([titles, names]) => `${titles} in ${listInWords(names)}`).join('; ');
  const note =
    tables.manifest.replicates > 1
      ? ' In brackets: the chance that it stays first with as many runs drawn anew from these.'
      : '';
  return [
    best.size === 0 ? 'No design is clearly best in any measure.' : `Best by the mean: ${found}.${note}`,
    untold.length === 0 ? '' : `In ${listInWords(untold)}, these runs do not tell the first from the last.`,
  ]
    .filter((text) => text !== '')
    .join(' ');
}
