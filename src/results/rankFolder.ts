import { join } from 'node:path';
import { peopleOf } from '../experiment/foldPlan.ts';
import { type Experiment, hasOpenings } from '../experiment/members.ts';
import { rankDesigns, rankingKeys } from '../experiment/ranking/rankDesigns.ts';
import type { Ranking } from '../tables/ranking.ts';
import { readMeasureValues } from './measureValues.ts';

/** Ranks the designs that charts show by the measures asked for, from the rows of all replicates in `folder`. */
export function rankFolder(
  folder: string,
  experiment: Experiment,
  replicates: number,
  asked: readonly string[],
): Ranking {
  const limited = experiment.designs.some(({ design }) => hasOpenings(design.scenario));
  // Without openings nobody loses by what others gain, and all designs would tie at 0.
  const keys = rankingKeys(asked).filter(
    ({ measure }) => measure !== 'displacement.share' || limited || asked.length > 0,
  );
  const read = readMeasureValues(
    join(folder, 'measures.csv'),
    keys.map(({ measure }) => measure),
  );
  const ranked = experiment.designs.filter((one) => one === experiment.base || one.design.inCharts);
  const none = Array.from({ length: replicates }, () => null);
  return rankDesigns(
    keys,
    (measure) =>
      ranked.map((one) => ({
        design: one.id,
        people: peopleOf(one),
        ...(read.get(measure)!.get(one.id) ?? { values: none }),
      })),
    experiment.base.design.scenario.seed,
  );
}
