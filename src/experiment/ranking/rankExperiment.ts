import type { Ranking } from '../../tables/ranking.ts';
import { peopleOf } from '../foldPlan.ts';
import { type Experiment, hasOpenings } from '../members.ts';
import type { MeasuredDesign } from './columns.ts';
import { rankDesigns, rankingKeys } from './rankDesigns.ts';

/** The values of one measure in one design, by replicate, with the first reason for one that is undefined. */
export interface MeasureValues {
  values: (number | null)[];
  why?: string;
}

/** The values of measures that were asked for by their keys: key, then design. */
export type ValuesOf = (keys: readonly string[]) => Map<string, Map<string, MeasureValues>>;

/** Ranks the designs that charts show by the measures asked for, from their values in all replicates. */
export function rankExperiment(
  experiment: Experiment,
  replicates: number,
  asked: readonly string[],
  valuesOf: ValuesOf,
): Ranking {
  const limited = experiment.designs.some(({ design }) => hasOpenings(design.scenario));
  // Without openings nobody loses by what others gain, and all designs would tie at 0.
  const keys = rankingKeys(asked).filter(
    ({ measure }) => measure !== 'displacement.share' || limited || asked.length > 0,
  );
  const read = valuesOf(keys.map(({ measure }) => measure));
  return rankDesigns(keys, measuredBy(experiment, replicates, read), experiment.base.design.scenario.seed);
}

/** What the designs that charts show were measured to be, by the keys that were read. */
export function measuredBy(
  experiment: Experiment,
  replicates: number,
  read: ReturnType<ValuesOf>,
): (key: string) => MeasuredDesign[] {
  const shown = experiment.designs.filter((one) => one === experiment.base || one.design.inCharts);
  const none = Array.from({ length: replicates }, () => null);
  return (key) =>
    shown.map((one) => ({
      design: one.id,
      people: peopleOf(one),
      ...(read.get(key)!.get(one.id) ?? { values: none }),
    }));
}
