import type { ChangeCourse } from '../areas/areaGain.ts';
import type { World } from '../world.ts';
import type { GainOf, Option } from './option.ts';

/** Who decides together: shares of what is earned, and the weight of the others' gain. */
export interface Partners {
  readonly share: readonly number[];
  readonly coordination: number;
}

/** The partners of an area; where nobody's contribution is needed, one who decides for all. */
export function partnersOf(
  { partnership }: World,
  area: number,
  { burden }: Pick<Option, 'burden'>,
): Partners {
  if (partnership === undefined || burden.length === 1) return { share: [1], coordination: 0 };
  return { share: [...partnership.share], coordination: partnership.coordination[area] };
}

/**
 * What options are worth taken together. Partner i gains U_i = share × believed reward + its part of priority less
 * costs, and weighs V_i = U_i + coordination × Σ others' U. All whose contribution is needed have to agree, so that
 * the least V of these decides.
 */
export function worthOf(
  options: readonly Pick<Option, 'burden' | 'own'>[],
  reward: (partner: number) => number,
  partners: Partners,
): number {
  const { share, coordination } = partners;
  const gains = share.map(
    (part, i) => part * reward(i) + options.reduce((sum, { burden, own }) => sum + (burden[i] ?? 0) * own, 0),
  );
  const all = gains.reduce((a, b) => a + b, 0);
  let least = Number.POSITIVE_INFINITY;
  gains.forEach((gain, i) => {
    if (options.some(({ burden }) => burden[i] > 0))
      least = Math.min(least, gain + coordination * (all - gain));
  });
  return least;
}

/** Rewards that options add to what is on its way, remembered while that stays the same. */
class Rewards {
  private readonly alone = new Map<Option, number>();
  private readonly base: number;

  constructor(
    private readonly gain: GainOf,
    private readonly onItsWay: ChangeCourse,
  ) {
    this.base = gain(onItsWay);
  }

  /** If all of them work. */
  of(options: readonly Option[]): number {
    const known = options.length === 1 ? this.alone.get(options[0]) : undefined;
    if (known !== undefined) return known;
    const reward = this.gain([...this.onItsWay, ...options.flatMap(({ course }) => course)]) - this.base;
    if (options.length === 1) this.alone.set(options[0], reward);
    return reward;
  }

  /** As believed: each works or not, by its chance as partner i sees it. */
  believed([first, second]: readonly Option[], i: number): number {
    const a = first.chance[i];
    if (second === undefined) return a * this.of([first]);
    const b = second.chance[i];
    return (
      a * (1 - b) * this.of([first]) + (1 - a) * b * this.of([second]) + a * b * this.of([first, second])
    );
  }
}

/**
 * The best of what may be chosen now: the single option that is worth most, or, where no single one is worth its
 * costs, the best pair, so that a threshold can be reached by two together. Undefined where nothing is.
 */
export function bestChoice(
  world: World,
  area: number,
  options: readonly Option[],
  gain: GainOf,
  onItsWay: ChangeCourse,
  affordable: (setUp: number) => boolean,
): readonly Option[] | undefined {
  const rewards = new Rewards(gain, onItsWay);
  const best = (choices: readonly (readonly Option[])[]): readonly Option[] | undefined => {
    let most = 0;
    let found: readonly Option[] | undefined;
    for (const chosen of choices) {
      const partners = partnersOf(world, area, chosen[0]);
      const worth = worthOf(chosen, (i) => rewards.believed(chosen, i), partners);
      if (worth <= most || !affordable(chosen.reduce((sum, { setUp }) => sum + setUp, 0))) continue;
      most = worth;
      found = chosen;
    }
    return found;
  };
  const pairs = options.flatMap((first, at) =>
    options
      .slice(at + 1)
      // Partners share and one who decides alone does not: the two are weighed apart.
      .filter(({ burden }) => burden.length === first.burden.length)
      .map((second) => [first, second]),
  );
  return best(options.map((option) => [option])) ?? best(pairs);
}
