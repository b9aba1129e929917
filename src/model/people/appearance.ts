import { clip } from '../clip.ts';
import type { World } from '../world.ts';
import { needWeights } from './need.ts';

/**
 * Barrier k as a caseworker sees it, in [0, 1]: the unseen part of a latent barrier is missing until it is
 * found, and `misreading` is added to every barrier, so that they weigh up to apparent need.
 */
export function seenBarrier(world: World, row: number, k: number, misreading: number, eyes: Eyes): number {
  const value = world.clients.barriers[k][row];
  const seen = k === eyes.hiddenBarrier && world.service.found[row] === 0 ? value * (1 - eyes.unseen) : value;
  return clip(seen + misreading);
}

/** How far a client is misread: an error of the client's own that fades with contact, and the bias of the group. */
export function misreadingOf({ people, service }: World, row: number, eyes: Eyes): number {
  return (
    people.appearanceError[row] / (1 + service.contactHours[row] / eyes.learning) +
    eyes.bias[people.group[row]]
  );
}

/** What belongs to looking at clients, taken out of the scenario once a week. */
export interface Eyes {
  weights: Float64Array;
  hiddenBarrier: number;
  unseen: number;
  learning: number;
  bias: Float64Array;
  recasting: number;
}

export function openEyes(world: World): Eyes {
  const { clients, caseworkers } = world.phase.scenario;
  return {
    weights: Float64Array.from(needWeights({ clients })),
    hiddenBarrier: world.names.barriers.indexOf(clients.latent.barrier),
    unseen: clients.latent.unseen,
    learning: clients.appearanceLearning,
    bias: Float64Array.from(Object.values(clients.groups), (group) => group.bias),
    recasting: caseworkers.beliefs.recasting,
  };
}

/**
 * Apparent need A in [0, 1]: seen need, plus an error of the client's own that fades with contact hours,
 * plus what caseworkers think of the group, which does not fade.
 */
export function appearanceOf(world: World, row: number, eyes: Eyes): number {
  const { clients, service } = world;
  let seen = 0;
  for (let k = 0; k < eyes.weights.length; k++) seen += eyes.weights[k] * clients.barriers[k][row];
  if (eyes.hiddenBarrier >= 0 && service.found[row] === 0) {
    seen -= eyes.weights[eyes.hiddenBarrier] * clients.barriers[eyes.hiddenBarrier][row] * eyes.unseen;
  }
  return clip(seen + misreadingOf(world, row, eyes));
}

/** Motivation as perceived, in [0, 1]: under load above full load deep need is read as lack of will. */
export function perceivedMotivation(
  world: World,
  row: number,
  appearance: number,
  overload: number,
  eyes: Eyes,
): number {
  const { people } = world;
  return clip(people.motivation[row] + people.motivationError[row] - eyes.recasting * overload * appearance);
}
