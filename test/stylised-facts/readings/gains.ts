import { knownTrait } from '../../../src/model/beliefs.ts';
import { buildPeople } from '../../../src/model/build/people.ts';
import { inSteps } from '../../../src/model/inSteps.ts';
import { appearanceOf, openEyes } from '../../../src/model/people/appearance.ts';
import type { People } from '../../../src/model/people/people.ts';
import type { World } from '../../../src/model/world.ts';
import { seedKey } from '../../../src/random/index.ts';
import { weightedMidRanks } from '../../../src/statistics/index.ts';
import { runSmall } from '../../support/smallScenario.ts';
import type { Reading } from './index.ts';

/** The same people live this many lives, with other luck and other caseworkers in each. */
const LIVES = 16;
/** Weeks from referral within which a job start counts. */
const WITHIN = 104;

/**
 * What caseworkers expect of clients on their first day, held against what the service truly brings them when all get the same time. The gain of a client
 * in one life is a start that the twin has not, less one that only the twin has; its mean over many lives with other luck is the true gain.
 *
 * `gains.oneLife`: the correlation of the rank by expected chance of a start with the gain in one life, as single lives show it. `gains.true`: that with the
 * expected gain. The luck that is left in a mean of few lives is taken out by the covariance of the means of two halves of the lives, which estimates
 * the variance of expected gains (Spearman's correction).
 */
export const gains: Reading = (loaded, replicate, { only }) =>
  Object.fromEntries(
    only.map((id) => {
      const design = loaded.designs.findIndex((each) => each.id === id);
      const scenario = inSteps(loaded.designs[design].scenario);
      const people = buildPeople(scenario, seedKey(scenario.seed), replicate);
      const expected = new Float64Array(people.count);
      const lives: Float64Array[] = [];
      for (let life = 0; life < LIVES; life++) {
        const world = runSmall(loaded, {
          design,
          replicate: replicate * LIVES + life,
          shared: { people },
          division: 'equalTime',
          look: life === 0 ? (now) => expectations(now, expected) : undefined,
        });
        lives.push(gainsOf(world, people));
      }
      const rank = weightedMidRanks(expected, new Float64Array(people.count).fill(1));
      const [odd, even] = [1, 0].map((half) => meanOf(lives.filter((_, life) => life % 2 === half)));
      const all = meanOf(lives);
      const spread = Math.sqrt(covariance(rank, rank));
      return [
        id,
        {
          'gains.oneLife': covariance(rank, lives[0]) / (spread * Math.sqrt(covariance(lives[0], lives[0]))),
          'gains.true': covariance(rank, all) / (spread * Math.sqrt(covariance(odd, even))),
        },
      ];
    }),
  );

/** The believed weekly chance of a start of who is referred in this week, before anybody has seen them. */
function expectations(world: World, expected: Float64Array): void {
  const { people, phase, step } = world;
  const eyes = openEyes(world);
  const [first] = phase.leaving[phase.startStage];
  const { believed } = phase.transitions[first];
  for (let row = people.firstOfStep[step]; row < people.firstOfStep[step + 1]; row++) {
    const values: Record<string, number> = {};
    for (const name of believed.variables)
      values[name] =
        name === 'appearance' ? appearanceOf(world, row, eyes) : knownTrait(world, name, people.group[row]);
    expected[row] = believed.evaluateOne(values);
  }
}

/** 1, 0 or −1: a first start of the client within the weeks that count, less one of the twin. */
function gainsOf({ names, clients, twins }: World, people: People): Float64Array {
  const event = names.events.indexOf('jobStart');
  const within = (at: number, row: number): number =>
    at >= 0 && at - people.referredAt[row] < WITHIN ? 1 : 0;
  return Float64Array.from(
    { length: people.count },
    (_, row) => within(clients.firstEvent[event][row], row) - within(twins.firstEvent[event][row], row),
  );
}

function meanOf(columns: readonly Float64Array[]): Float64Array {
  return columns[0].map((_, row) => columns.reduce((sum, column) => sum + column[row], 0) / columns.length);
}

function covariance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let [sumA, sumB, product] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    sumA += a[at];
    sumB += b[at];
    product += a[at] * b[at];
  }
  return (product - (sumA * sumB) / n) / (n - 1);
}
