import { csvLine } from './csv.ts';
import type { Ranking } from './ranking.ts';

const columns = [
  'measure',
  'better',
  'design',
  'rank',
  'mean',
  'lo',
  'hi',
  'n',
  'bestShare',
  'worstShare',
  'bestMean',
  'sameOrder',
  'orderHolds',
  'next',
  'aheadOfNext',
  'aheadLo',
  'aheadHi',
  'moreToHalve',
] as const;

/** One row a measure and design, in order of the ranking; the last columns hold the design against the next one. */
export function rankingCsv({ measures }: Ranking): string {
  let text = csvLine(columns);
  for (const { measure, better, replicates, designs, sameOrder, orderHolds, neighbours } of measures) {
    for (const [i, { design, rank, mean, lo, hi, best, worst, bestMean }] of designs.entries()) {
      const next = neighbours[i];
      text += csvLine([
        measure,
        better,
        design,
        rank,
        mean,
        lo,
        hi,
        replicates,
        best,
        worst,
        bestMean,
        sameOrder,
        orderHolds,
        next?.lower,
        next?.mean,
        next?.lo,
        next?.hi,
        next?.moreToHalve,
      ]);
    }
  }
  return text;
}
