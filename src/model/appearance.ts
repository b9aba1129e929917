import { clip } from './clip.ts';
import type { World } from './world.ts';

/** Barrier k as a caseworker can see it: the unseen part of a latent barrier is missing until it is found. */
export function seenBarrier(
  world: World,
  row: number,
  k: number,
  hiddenBarrier: number,
  unseen: number,
): number {
  const value = world.clients.barriers[k][row];
  return k === hiddenBarrier && world.service.found[row] === 0 ? value * (1 - unseen) : value;
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
    weights: Float64Array.from(Object.values(clients.barriers), (barrier) => barrier.weight),
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
  const { people, clients, service } = world;
  let seen = 0;
  for (let k = 0; k < eyes.weights.length; k++) seen += eyes.weights[k] * clients.barriers[k][row];
  if (eyes.hiddenBarrier >= 0 && service.found[row] === 0) {
    seen -= eyes.weights[eyes.hiddenBarrier] * clients.barriers[eyes.hiddenBarrier][row] * eyes.unseen;
  }
  const error = people.appearanceError[row] / (1 + service.contactHours[row] / eyes.learning);
  return clip(seen + error + eyes.bias[people.group[row]]);
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
