import { nearestName } from '../../scenario/index.ts';
import { measureCatalogue } from '../../simulation/index.ts';
import type { Direction, Ranking } from '../../tables/ranking.ts';
import { parseMeasureKey } from '../../tables/rows.ts';
import { ExperimentError } from '../members.ts';
import type { MeasuredDesign } from './columns.ts';
import { rankMeasure } from './rankMeasure.ts';
import { RESAMPLES, resampleCounts } from './resample.ts';

/** A measure by which designs are ranked. */
export interface RankingKey {
  measure: string;
  better: Direction;
}

/** Measures by which designs are ranked unless others are asked for, as far as some design has them. */
const usualKeys: readonly string[] = [
  'outcome.rate',
  'outcome.rate[fifth=5]',
  'parking.share[fifth=5]',
  'additional.rate',
  'displacement.share',
  'areas.change',
  'paid.perClient',
  'cost.perAdditional',
];

/**
 * What `--rank` names: the key of a measure, with `:higher` or `:lower` after it where the catalogue leaves open which way
 * is better, or has it the other way round.
 *
 * @throws ExperimentError where no measure has that id.
 */
export function rankingKeys(texts: readonly string[]): RankingKey[] {
  const catalogue = measureCatalogue();
  return (texts.length > 0 ? texts : usualKeys).map((text) => {
    const [, key, stated] = /^(.*?)(?::(higher|lower))?$/.exec(text)!;
    const doc = catalogue.find(({ id }) => id === parseMeasureKey(key).measure);
    if (!doc) {
      const nearest = nearestName(
        key,
        catalogue.map(({ id }) => id),
      );
      throw new ExperimentError(
        `there is no measure ${key}.${nearest ? ` Did you mean ${nearest}?` : ''} docs/measures.md lists them`,
      );
    }
    return { measure: key, better: (stated as Direction | undefined) ?? doc.better ?? null };
  });
}

/** Ranks designs by each measure; those that no design has are left out. */
export function rankDesigns(
  keys: readonly RankingKey[],
  valuesOf: (measure: string) => readonly MeasuredDesign[],
  seed: string,
): Ranking {
  const resamples = new Map<number, Uint32Array[]>();
  const resamplesOf = (n: number): Uint32Array[] => {
    const known = resamples.get(n) ?? resampleCounts(seed, n);
    resamples.set(n, known);
    return known;
  };
  const measures = keys.flatMap(({ measure, better }) => {
    const measured = valuesOf(measure);
    const known = measured.some(({ values }) => values.some((value) => value !== null));
    return known ? [rankMeasure(measure, better, measured, resamplesOf)] : [];
  });
  return { format: 1, resamples: RESAMPLES, measures };
}
