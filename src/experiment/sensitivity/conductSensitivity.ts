import { seedKey } from '../../random/index.ts';
import type { Direction } from '../../tables/ranking.ts';
import type { Estimate, IndexSet, MeasureSensitivity } from '../../tables/sensitivity.ts';
import type { StudyFindings } from '../../tables/study.ts';
import type { DesignValues, Evaluate, PointOutcome } from '../study/point.ts';
import { summarise } from '../study/pointRows.ts';
import { conductSweep } from '../sweep/conductSweep.ts';
import type { Bootstrap } from './bootstrap.ts';
import { morrisIndices } from './morrisIndices.ts';
import type { SensitivityPlan } from './planSensitivity.ts';
import { leadOfFirst, rankingHinges } from './rankingHinges.ts';
import { sobolIndices } from './sobolIndices.ts';

/** A measure that is analysed, with the way in which it is better. */
export interface AnalysedMeasure {
  measure: string;
  better: Direction;
}

export interface SensitivityRequest {
  plan: SensitivityPlan;
  /** Those that no design has are left out. */
  measures: readonly AnalysedMeasure[];
  /** Designs in the order of the file, the base first. */
  designs: readonly string[];
  /** Those of them that are ranked: yardsticks are not. */
  ranked: readonly string[];
  replicates: number;
  /** Seed of the scenario, from which resampling takes its luck. */
  seed: string;
}

/** So many resamples are enough for the ends of an interval. */
const RESAMPLES = 500;

/** Runs the points of a plan and says how far each parameter moves each measure, and what the ranking hangs on. */
export async function conductSensitivity(
  { plan, measures, designs, ranked, replicates, seed }: SensitivityRequest,
  evaluate: Evaluate,
  stated: PointOutcome | undefined,
): Promise<Pick<StudyFindings, 'points' | 'rows' | 'sensitivity'> & { analysed: string[] }> {
  const numbered = plan.points.map((settings, id) => ({ id, settings }));
  let outcomes: PointOutcome[] = [];
  const found = await conductSweep(numbered, { replicates, base: designs[0] }, async (points) => {
    outcomes = await evaluate(points);
    return outcomes;
  });
  const bootstrap = { key: seedKey(seed), times: RESAMPLES };
  const analysed = measures.flatMap(({ measure, better }) => {
    const outputs = outputsOf(outcomes, designs, measure);
    const known = designs.filter((design) => outputs[design].some((value) => value !== null));
    if (known.length === 0) return [];
    const atFile = stated?.state === 'done' ? stated.designs : {};
    const atStated = statedValues(
      atFile,
      known.filter((design) => ranked.includes(design)),
      measure,
    );
    return [analyse(plan, { measure, better }, known, outputs, atStated, bootstrap)];
  });
  return {
    ...found,
    sensitivity: { method: plan.method, fixed: plan.fixed, measures: analysed },
    analysed: analysed.map(({ measure }) => measure),
  };
}

type Outputs = Record<string, (number | null)[]>;

/** Mean over replicates of a measure, at every point, by design. */
function outputsOf(outcomes: readonly PointOutcome[], designs: readonly string[], measure: string): Outputs {
  return Object.fromEntries(
    designs.map((design) => [
      design,
      outcomes.map((outcome) => (outcome.state === 'done' ? meanOf(outcome.designs[design], measure) : null)),
    ]),
  );
}

/** A mean over fewer replicates than there are would compare other luck: then there is none. */
function meanOf(values: DesignValues | undefined, measure: string): number | null {
  const replicates = values?.[measure];
  if (replicates === undefined || replicates.some((value) => value === null)) return null;
  return summarise(replicates).mean;
}

/** Of each design that has a value in every replicate at the values of the file: these values. */
function statedValues(
  stated: Record<string, DesignValues>,
  designs: readonly string[],
  measure: string,
): Map<string, number[]> {
  return new Map(
    designs.flatMap((design) =>
      meanOf(stated[design], measure) === null ? [] : [[design, stated[design][measure] as number[]]],
    ),
  );
}

function leadAtFile(first: readonly number[], second: readonly number[], sign: number): Estimate {
  const { mean, lo, hi } = summarise(first.map((value, r) => sign * (value - second[r])));
  return { value: mean, lo, hi };
}

function analyse(
  plan: SensitivityPlan,
  { measure, better }: AnalysedMeasure,
  designs: readonly string[],
  outputs: Outputs,
  stated: ReadonlyMap<string, readonly number[]>,
  bootstrap: Bootstrap,
): MeasureSensitivity {
  const found = {
    measure,
    better,
    designs: designs.map((design) => ({ design, found: indicesOf(plan, outputs[design], bootstrap) })),
  };
  const sign = better === 'lower' ? -1 : 1;
  const mean = (design: string) => sign * summarise(stated.get(design)!).mean!;
  const ranking = [...stated.keys()].sort((a, b) => mean(b) - mean(a));
  if (ranking.length < 2) return found;
  const ranked = { ranking, outputs, better: better ?? 'higher' } as const;
  const [first, second] = ranking;
  return {
    ...found,
    lead: {
      first,
      second,
      atFile: leadAtFile(stated.get(first)!, stated.get(second)!, sign),
      found: indicesOf(plan, leadOfFirst(ranked), bootstrap),
    },
    hinges: rankingHinges({
      ...ranked,
      parameters: plan.varied.map(({ path }) => path),
      places: plan.places,
      clusters: plan.clusters,
      moves: plan.moves,
    }),
  };
}

function indicesOf(
  { method, varied, moves, places }: SensitivityPlan,
  outputs: readonly (number | null)[],
  bootstrap: Bootstrap,
): IndexSet {
  const parameters = varied.map(({ path }) => path);
  if (method.name === 'morris')
    return { method: 'morris', indices: morrisIndices({ parameters, moves, places, outputs }, bootstrap) };
  const { indices, rows, dropped } = sobolIndices(parameters, outputs, bootstrap);
  return { method: 'sobol', indices, rows, dropped };
}
