import { countCash } from '../../cash.ts';
import type { World } from '../../world.ts';
import { adoptActivities } from './adopt.ts';
import { wearOut } from './burnout.ts';
import { formHabits } from './habits.ts';

/**
 * Step 9. Caseworkers adapt: habit moves towards what was done, burnout grows with load above full load and
 * pressure, and recovers. Offices decide on new activities and count their money.
 */
export function adapt(world: World): void {
  formHabits(world);
  wearOut(world);
  adoptActivities(world);
  countCash(world);
}
