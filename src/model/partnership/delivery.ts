import { logistic } from '../../random/index.ts';
import type { PartnershipSection } from '../schema/partnership.ts';

/** What holds a partner to its promise and what pulls it away, each in [0, 1] but for pressure. */
export interface Pulls {
  /** Mean trust in the others. */
  trust: number;
  sharedTargets: number;
  /** Pressure of an inspection that failed; 0 without one. */
  inspection: number;
  ownTarget: number;
}

/**
 * Share of a promise that is delivered (M40 of document 003):
 * logistic(base + b_T · trust + b_S · shared targets − b_I · inspection − b_G · own targets).
 */
export function deliveredShare(
  b: PartnershipSection['delivery'],
  { trust, sharedTargets, inspection, ownTarget }: Pulls,
): number {
  return logistic(
    b.base +
      b.trust * trust +
      b.sharedTargets * sharedTargets -
      b.inspection * inspection -
      b.ownTarget * ownTarget,
  );
}
