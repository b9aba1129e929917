import { expm1 } from '../../../random/index.ts';
import { MOST_HOLDERS } from '../../build/caseworkers.ts';
import type { World } from '../../world.ts';

/**
 * Local knowledge of the week: κ = t + (1 − t) · e. t is what time alone gives: that of the start for first holders; of
 * others it grows evenly from that of a newcomer. e is what hours of liaison, and hours with clients that a scheme leaves
 * free, have taught: e ← e + (1 − e)(1 − exp(−growth · hours)) − decay · e, by the hours of the step before.
 */
export function learnThePlace(world: World): void {
  const { caseworkers, phase } = world;
  const { byTime, growth, decay } = phase.scenario.caseworkers.knowledge;
  const { count, localKnowledge, earnedKnowledge, freeHours } = caseworkers;
  for (let worker = 0; worker < count; worker++) {
    const earned = earnedKnowledge[worker];
    if (growth > 0 || earned > 0) {
      const hours = freeHours[worker] + liaisonHours(world, worker);
      earnedKnowledge[worker] = earned - (1 - earned) * expm1(-growth * hours) - decay * earned;
    } else if (byTime >= 1 && localKnowledge[worker] >= 1) continue;
    const known = knownByTime(world, worker);
    localKnowledge[worker] = known + (1 - known) * earnedKnowledge[worker];
  }
}

/** What time in post alone has taught a caseworker by now. */
function knownByTime({ caseworkers, phase, step }: World, worker: number): number {
  const { byTime } = phase.scenario.caseworkers.knowledge;
  if ((caseworkers.id[worker] & MOST_HOLDERS) === 0) return byTime;
  const { learning } = phase.scenario.caseworkers.staffing.newcomer;
  const learnt = learning > 0 ? (step - caseworkers.since[worker]) / learning : 1;
  const first = newcomersKnowledge(phase);
  return learnt >= 1 ? byTime : first + (byTime - first) * learnt;
}

/** Local knowledge with which a newcomer begins. */
export function newcomersKnowledge({ scenario }: World['phase']): number {
  const { byTime } = scenario.caseworkers.knowledge;
  const { knowledge, learning } = scenario.caseworkers.staffing.newcomer;
  return learning > 0 ? Math.min(knowledge, byTime) : byTime;
}

function liaisonHours({ duties, dutyHours }: World, worker: number): number {
  let hours = 0;
  for (const duty of duties) if (duty.kind === 'liaison') hours += dutyHours.step[duty.index][worker];
  return hours;
}
