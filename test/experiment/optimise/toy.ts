import { firstScenario } from '../../../src/cli/firstScenario.ts';
import {
  conductOptimisation,
  type Optimisation,
} from '../../../src/experiment/optimise/conductOptimisation.ts';
import {
  type OptimisationPlan,
  type OptimisationTexts,
  planOptimisation,
} from '../../../src/experiment/optimise/planOptimisation.ts';
import type { Evaluate, PointOutcome, PointRequest } from '../../../src/experiment/study/point.ts';
import { decisions, drawStream, nameIndex, seedKey } from '../../../src/random/index.ts';
import { openScenario } from '../../../src/simulation/index.ts';

export const fee = 'incentives.startFee.amount';
export const posts = 'caseworkers.roles.adviser.posts';
const twoGoals: OptimisationTexts = {
  goal: ['additional.rate', 'spend.total:lower'],
  where: [],
  vary: [`${fee}=0:6000`],
};

export const open = (seed = 'toy') =>
  openScenario({ file: 'toy.yaml', text: firstScenario, extended: {}, set: [`seed=${seed}`] });

export const planOf = (texts: Partial<OptimisationTexts> = {}): OptimisationPlan =>
  planOptimisation(open(), { ...twoGoals, ...texts });

/** What a toy says of a measure at a setting, without luck. */
export type Truth = (settings: Record<string, number>) => Record<string, number | null>;

export interface Toy {
  texts?: Partial<OptimisationTexts>;
  truth: Truth;
  /** Standard deviation of the luck of one replicate, of the first goal; each point has luck of its own. */
  noise?: number;
  seed?: string;
  budget?: number;
  replicates?: number;
  checkReplicates?: number;
  /** Points after which all is missing. */
  until?: number;
  fails?: (settings: Record<string, number>) => boolean;
}

/** Runs a search in which no scenario is simulated: every measure is its truth, the first goal with luck added. */
export async function searchToy(toy: Toy): Promise<Optimisation & { asked: PointRequest[] }> {
  const { truth, noise = 0, seed = 'toy', budget = 40, replicates = 4, checkReplicates = 20 } = toy;
  const loaded = open(seed);
  const plan = planOptimisation(loaded, { ...twoGoals, ...toy.texts });
  const [{ id, scenario }] = loaded.designs;
  const first = plan.goals[0].measure;
  const asked: PointRequest[] = [];
  const own = { [fee]: 3000, [posts]: 12 };
  const run = (point: PointRequest): PointOutcome => {
    const settings = { ...own, ...point.settings } as Record<string, number>;
    if (toy.fails?.(settings)) return { state: 'failed', why: 'it makes no sense' };
    const luck = drawStream(seedKey(point.seed ?? seed), 0, decisions.resample);
    const values = Object.entries(truth(settings)).map(([measure, value]) => [
      measure,
      Array.from({ length: point.replicates }, (_, r) =>
        value === null || measure !== first
          ? value
          : value + noise * luck.normal(nameIndex(JSON.stringify(settings)), r),
      ),
    ]);
    return { state: 'done', designs: { [id]: Object.fromEntries(values) } };
  };
  const evaluate: Evaluate = async (points) =>
    points.map((point) => {
      asked.push(point);
      return asked.length > (toy.until ?? Number.POSITIVE_INFINITY) ? { state: 'missing' } : run(point);
    });
  const stated = run({ id: 'stated', settings: {}, replicates });
  const found = await conductOptimisation(
    { plan, scenario, design: id, budget, replicates, checkReplicates },
    evaluate,
    stated,
  );
  return { ...found, asked };
}
