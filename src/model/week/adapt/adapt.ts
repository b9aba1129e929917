import { adoptActivities } from '../../adoption/activities.ts';
import { adoptInterventions } from '../../adoption/interventions.ts';
import { holdReviews } from '../../commissioner/hold.ts';
import { countCash } from '../../money/cash.ts';
import { countValueAdded } from '../../money/valueAdded.ts';
import { workTogether } from '../../partnership/work.ts';
import type { World } from '../../world.ts';
import { wearOut } from './burnout.ts';
import { formHabits } from './habits.ts';
import { driftMission } from './mission.ts';
import { learnSpells } from './spells.ts';

/**
 * Step 9. What duties have built moves: trust of partners, prevention, contacts with employers. Caseworkers adapt: habit moves towards what was done, burnout grows with load above full load and
 * pressure, and recovers. Offices decide on new activities, areas and offices on interventions, partners on joint work;
 * missions drift, and offices count their money. Last the commissioner reviews, by what is reported and not by what is
 * true, and offices learn from it.
 */
export function adapt(world: World): void {
  for (const duty of world.duties) duty.settle?.();
  formHabits(world);
  wearOut(world);
  adoptActivities(world);
  adoptInterventions(world);
  if (world.partnership !== undefined) workTogether(world, world.partnership);
  driftMission(world);
  countCash(world);
  if (world.value !== undefined) countValueAdded(world, world.value);
  holdReviews(world);
  learnSpells(world);
}
