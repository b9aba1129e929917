import type { StudyFindings, StudyPoint } from '../../tables/study.ts';
import type { Evaluate, Settings } from '../study/point.ts';
import { pointRows } from '../study/pointRows.ts';

/** Points of a sweep by their numbers. */
export type NumberedPoint = { id: number; settings: Settings };

/** Runs the points of a sweep and puts every measure at every point into rows. */
export async function conductSweep(
  points: readonly NumberedPoint[],
  { replicates, base }: { replicates: number; base: string },
  evaluate: Evaluate,
): Promise<Pick<StudyFindings, 'points' | 'rows'>> {
  const outcomes = await evaluate(points.map((point) => ({ ...point, replicates })));
  return {
    points: points.map(({ id, settings }, i): StudyPoint => {
      const outcome = outcomes[i];
      return {
        id,
        settings: { ...settings },
        state: outcome.state,
        ...(outcome.state === 'failed' && { why: outcome.why }),
      };
    }),
    rows: points.flatMap(({ id }, i) => {
      const outcome = outcomes[i];
      return outcome.state === 'done' ? pointRows(id, outcome.designs, base) : [];
    }),
  };
}
