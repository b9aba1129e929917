import type { World } from '../../world.ts';
import { wearOut } from './burnout.ts';
import { formHabits } from './habits.ts';

/**
 * Step 9. Caseworkers adapt: habit moves towards what was done, burnout grows with load above full load and
 * pressure, and recovers.
 */
export function adapt(world: World): void {
  formHabits(world);
  wearOut(world);
}
