import type { World } from '../world.ts';

/** Whether a client is in a crisis in the step under way. */
export function inCrisis({ service, step }: Pick<World, 'service' | 'step'>, row: number): boolean {
  return service.crisisUntil[row] > step;
}
