import type { PartnershipState } from '../../../src/model/partnership/state.ts';
import type { World } from '../../../src/model/world.ts';
import type { Patch } from '../../support/smallScenario.ts';

/** Three agencies beside the small programme, who believe that joint work brings a few starts more. */
export const partners: Patch = {
  partners: {
    police: { share: 0.5, effortCost: 40 },
    probation: { share: 0.3, effortCost: 30 },
    council: { share: 0.2, effortCost: 20 },
  },
  partnership: { reach: { jobStart: -0.06 } },
};

/** Everybody delivers all of every promise. */
export const reliable: Patch = {
  partnership: { delivery: { base: 40, trust: 0, sharedTargets: 0, inspection: 0, ownTarget: 0 } },
};

export function partnershipOf({ partnership }: World): PartnershipState {
  if (partnership === undefined) throw new Error('there are no partners');
  return partnership;
}

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((a, b) => a + b, 0) / values.length;
