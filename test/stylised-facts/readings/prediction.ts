import { runTwins } from '../../../src/simulation/run.ts';
import { buildSmall } from '../../support/smallScenario.ts';
import type { Reading } from './index.ts';

/** Weeks from referral within which the outcome of who is not served counts. */
const WITHIN = 104;

/**
 * How well classes of people predict the main event without service, in the twins: the share of its variance that they explain, by
 * payment or benefit groups (`explained.groups`) and by as many classes of equal size by predicted need (`explained.predicted`).
 */
export const prediction: Reading = (loaded, replicate, { only }) =>
  Object.fromEntries(
    only.map((id) => {
      const design = loaded.designs.findIndex((each) => each.id === id);
      const built = buildSmall(loaded, { design, replicate });
      runTwins(built);
      const { people, twins, names, phase } = built.world;
      const outcome = Array.from({ length: people.count }, (_, row) => {
        const at = twins.firstEvent[phase.mainEvent][row];
        return at >= 0 && at - people.referredAt[row] < WITHIN ? 1 : 0;
      });
      const predicted: number[] = [];
      [...people.predictedNeed.keys()]
        .sort((a, b) => people.predictedNeed[a] - people.predictedNeed[b])
        .forEach((row, rank) => {
          predicted[row] = Math.floor((rank * names.groups.length) / people.count);
        });
      return [
        id,
        {
          'explained.groups': explained(outcome, [...people.group]),
          'explained.predicted': explained(outcome, predicted),
        },
      ];
    }),
  );

/** Share of the variance of outcomes that lies between classes. */
function explained(outcome: readonly number[], classOf: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const classes = new Map<number, number[]>();
  outcome.forEach((value, at) => {
    const members = classes.get(classOf[at]) ?? [];
    members.push(value);
    classes.set(classOf[at], members);
  });
  const all = mean(outcome);
  const total = outcome.reduce((sum, value) => sum + (value - all) ** 2, 0);
  let between = 0;
  for (const values of classes.values()) between += values.length * (mean(values) - all) ** 2;
  return between / total;
}
