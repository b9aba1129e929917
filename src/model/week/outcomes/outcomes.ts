import type { World } from '../../world.ts';
import { leaveProgramme } from './leave.ts';
import { countMilestones } from './milestones.ts';
import { moveLives } from './move.ts';

/**
 * Step 7. Clients and twins move along the pathway on the same draws; milestones are counted; clients leave
 * the programme. Twins that were lived before (shared among designs) are left alone.
 */
export function outcomes(world: World): void {
  countMilestones(world, world.clients, false);
  moveLives(world, world.bindings.clients);
  if (!world.twinsShared) liveTwins(world);
  leaveProgramme(world);
}

/** One step of the twins' lives: the same people with the same luck and no service. */
export function liveTwins(world: World): void {
  countMilestones(world, world.twins, true);
  moveLives(world, world.bindings.twins);
}
