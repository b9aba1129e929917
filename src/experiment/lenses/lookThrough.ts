import { ratioOfSpreads } from '../../statistics/index.ts';
import type { LensMeasure, LensPlace, LensView } from '../../tables/lenses.ts';
import type { Lens, LensLook } from '../../tables/lensRegistry.ts';
import { isRounding } from '../../tables/rounding.ts';
import { type Column, columnsOf, differenceBetween, type MeasuredDesign } from '../ranking/columns.ts';

/** What the designs shown were measured to be, by key; the same designs for every key. */
export type MeasuredBy = (key: string) => readonly MeasuredDesign[];

/** Keys of all measures that a look may read; the event stands in for `{main}`. */
export const keysOf = ({ measure, instead }: LensLook, mainEvent: string): string[] =>
  [measure, ...(instead === undefined ? [] : [instead])].map((key) => key.replace('{main}', mainEvent));

/**
 * Looks at the designs from one view. Designs that have none of its measures are not looked at; a measure that some of the others
 * lack is left out whole, with the reason, and so is one that too few runs have in all of them.
 */
export function lookThrough(lens: Lens, measuredBy: MeasuredBy, mainEvent: string): LensView {
  const looks = lens.looksAt.flatMap((look) => {
    const key = keysOf(look, mainEvent).find((one) => measuredBy(one).some(hasNumber));
    return key === undefined ? [] : [{ look, key, measured: measuredBy(key) }];
  });
  const measures: LensMeasure[] = [];
  const leftOut: LensView['leftOut'] = [];
  for (const { look, key, measured } of looks) {
    const seen = measured.filter((_, at) => looks.some((other) => hasNumber(other.measured[at])));
    if (seen.length < 2) continue;
    const lacking = seen.find((one) => !hasNumber(one));
    const columns = columnsOf(
      seen.map((one) => inView(look, one)),
      (value) => value,
    );
    const why = lacking ? (lacking.why ?? 'not measured') : tooFew(look, columns, seen);
    if (why === undefined) measures.push(look.of ? bySpread(look, key, columns) : byMean(look, key, columns));
    else
      leftOut.push({
        measure: key,
        ...(look.of && { of: look.of }),
        ...(lacking && { design: lacking.design }),
        why,
      });
  }
  return { lens: lens.id, measures, leftOut };
}

const hasNumber = ({ values }: MeasuredDesign): boolean => values.some((value) => value !== null);

/** The values as they are looked at: where nearer to zero is better, their sizes. */
const inView = ({ better }: LensLook, one: MeasuredDesign): MeasuredDesign =>
  better === 'nearerZero'
    ? { ...one, values: one.values.map((value) => (value === null ? null : Math.abs(value))) }
    : one;

function tooFew(
  { of }: LensLook,
  [{ values }]: readonly Column[],
  seen: readonly MeasuredDesign[],
): string | undefined {
  if (of === 'spread' && values.length < 3) return 'a spread takes three runs';
  const all = Math.max(...seen.map((one) => one.values.length));
  return values.length < Math.min(2, all) ? 'hardly a run has it in all designs' : undefined;
}

function byMean({ better }: LensLook, measure: string, columns: readonly Column[]): LensMeasure {
  const sign = better === 'higher' ? -1 : 1;
  const inOrder = sorted(columns, ({ moments }) => sign * moments.mean);
  const designs = inOrder.map((column, at): LensPlace => {
    const own = { design: column.design, value: column.moments.mean };
    if (at === 0) return { ...own, standing: 'best' };
    const { mean, lo, hi } = differenceBetween(column, inOrder[0]);
    return { ...own, standing: standingOf({ mean, lo, hi }, 0, own.value), against: { mean, lo, hi } };
  });
  return { measure, better, replicates: columns[0].values.length, designs };
}

/** By the standard deviation between runs. Two designs of which one does not vary are told apart without an interval. */
function bySpread({ better, of }: LensLook, measure: string, columns: readonly Column[]): LensMeasure {
  const spread = ({ moments: { sd, mean } }: Column): number => (isRounding(sd, mean) ? 0 : sd);
  const inOrder = sorted(columns, (column) => (better === 'higher' ? -1 : 1) * spread(column));
  const [first] = inOrder;
  const designs = inOrder.map((column): LensPlace => {
    const own = { design: column.design, value: spread(column) };
    if (own.value === spread(first)) return { ...own, standing: 'best' };
    if (spread(first) === 0 || own.value === 0) return { ...own, standing: 'behind' };
    const { ratio, interval } = ratioOfSpreads(column.values, first.values);
    const against = { mean: ratio, lo: interval?.lo ?? null, hi: interval?.hi ?? null };
    return { ...own, standing: standingOf(against, 1, 1), against };
  });
  return { measure, better, of, replicates: columns[0].values.length, designs };
}

function standingOf(
  { mean, lo, hi }: { mean: number; lo: number | null; hi: number | null },
  same: number,
  size: number,
): LensPlace['standing'] {
  if ([mean, lo ?? mean, hi ?? mean].every((end) => isRounding(end - same, size))) return 'best';
  if (lo === null || hi === null) return 'single';
  return lo > same || hi < same ? 'behind' : 'untold';
}

const sorted = <T>(all: readonly T[], by: (one: T) => number): T[] =>
  all
    .map((one, at) => ({ one, at, value: by(one) }))
    .sort((a, b) => a.value - b.value || a.at - b.at)
    .map(({ one }) => one);
