import { expm1 } from '../../random/index.ts';
import { WEEKS_A_YEAR } from '../clock.ts';
import type { World } from '../world.ts';
import type { PartnershipState } from './state.ts';
import { loseLeader } from './trust.ts';

/**
 * What befalls partners in a step, by draws that no design moves: leaders who leave, with trust of and in their agency;
 * inspections that fail and press for some time; a pool that falls elsewhere. Returns the areas that lost a leader.
 */
export function strikePartners({ clock, phase, step }: World, state: PartnershipState): Set<number> {
  const { partners, partnership } = phase.scenario;
  const { luck, names } = state;
  const changed = new Set<number>();
  Object.values(partners).forEach(({ turnover, inspection }, partner) => {
    const leaves = -expm1(-turnover / (WEEKS_A_YEAR * clock.stepsPerWeek));
    luck.areas.forEach((key, area) => {
      const cell = area * names.length + partner;
      if (leaves > 0 && luck.turnover[partner].uniform(key, step) < leaves) {
        loseLeader(state.trust[area], names.length, partner, partnership.trust.turnoverLoss);
        state.leadersLeft[cell]++;
        changed.add(area);
      }
      if (inspection.chance > 0 && luck.inspection[partner].uniform(key, step) < inspection.chance)
        state.inspectedUntil[cell] = Math.max(state.inspectedUntil[cell], step + 1 + inspection.weeks);
    });
  });
  const { poolsElsewhere } = partnership;
  if (poolsElsewhere > 0 && luck.elsewhere.uniform(0, step) < poolsElsewhere) state.elsewhereFellAt = step;
  return changed;
}
