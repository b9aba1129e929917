import type { World } from '../../world.ts';

/** One step in so many is compared with the caseworkers' own division for goal strain. */
const STRAIN_EVERY = 4;

/** Whether hours of this step are also divided as caseworkers would by themselves, to see how far they are from that. */
export function comparesWillsNow({ step, division }: World): boolean {
  return step % STRAIN_EVERY === 0 && division === 'scenario';
}
