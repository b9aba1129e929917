import { decisions, drawStream, type SeedKey } from '../../random/index.ts';
import { drawPeople } from '../build/people.ts';
import { clip } from '../clip.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Referred } from '../staff/motives/motive.ts';
import { byMotive, type MotiveName, motives } from '../staff/motives/registry.ts';
import { needWeights } from './need.ts';

/** Clients in the fixed sample. */
const SAMPLE = 4096;

/**
 * Means by which motives are scaled: taken over a fixed sample of clients as referred, drawn from the base
 * design's `clients` under a decision of its own. So they are the same in every design, replicate and size,
 * and taking one client away changes nobody's scale.
 */
export interface References {
  /** Mean of what each motive looks at; 1 for motives with a scale of their own. */
  means: Readonly<Record<MotiveName, number>>;
  /** Share of each group among the referred, as stated. */
  groupShares: Float64Array;
}

export function drawReferences(base: Scenario, key: SeedKey): References {
  const own = drawStream(key, 0, decisions.referenceSample);
  const ids = Uint32Array.from({ length: SAMPLE }, (_, index) => index);
  const sample = drawPeople(
    base,
    [own.k0 >>> 0, own.k1 >>> 0],
    0,
    ids,
    new Int16Array(SAMPLE),
    new Int32Array(1),
  );
  const { clients, caseworkers, activities } = base;
  const groups = Object.values(clients.groups);
  const barrierNames = Object.keys(clients.barriers);
  const weights = needWeights({ clients });
  const menu = Object.values(activities);
  const familiar = menu.reduce((sum, activity) => sum + activity.familiarity, 0);
  const meanEffect = barrierNames.map((name) => {
    if (menu.length === 0) return 1;
    const share = (activity: (typeof menu)[number]) =>
      familiar > 0 ? activity.familiarity / familiar : 1 / menu.length;
    return menu.reduce((sum, activity) => sum + share(activity) * (activity.effects[name] ?? 0), 0);
  });
  const hidden = barrierNames.indexOf(clients.latent.barrier);
  const sums = byMotive(() => 0);
  const person: Referred = {
    apparent: 0,
    gain: 0,
    perceivedMotivation: 0,
    awkwardness: 0,
    easeFromNeed: caseworkers.beliefs.easeFromNeed,
  };
  for (let row = 0; row < SAMPLE; row++) {
    const misreading = sample.appearanceError[row] + groups[sample.group[row]].bias;
    let seen = 0;
    let gain = 0;
    for (let k = 0; k < weights.length; k++) {
      const part = k === hidden && sample.latent[row] === 1 ? 1 - clients.latent.unseen : 1;
      const barrier = sample.barriers[k][row] * part;
      seen += weights[k] * barrier;
      gain += weights[k] * meanEffect[k] * clip(barrier + misreading);
    }
    person.apparent = clip(seen + misreading);
    person.gain = gain;
    person.perceivedMotivation = clip(sample.motivation[row] + sample.motivationError[row]);
    person.awkwardness = sample.awkwardness[row];
    for (const { name, sampled } of motives) sums[name] += sampled?.(person) ?? 0;
  }
  const total = groups.reduce((sum, group) => sum + group.share, 0);
  // A reference of 0 (a menu without effects, say) would divide by zero; its motive is then 0 everywhere anyway.
  const positive = (sum: number): number => (sum > 0 ? sum / SAMPLE : 1);
  return {
    means: byMotive(({ name, sampled }) => (sampled === undefined ? 1 : positive(sums[name]))),
    groupShares: Float64Array.from(groups, (group) => (total > 0 ? group.share / total : 0)),
  };
}
