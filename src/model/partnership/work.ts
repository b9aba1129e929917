import { believedPrices } from '../money/prices.ts';
import type { World } from '../world.ts';
import { decideBudgets } from './budgets.ts';
import { considered } from './considered.ts';
import { deliveredShare } from './delivery.ts';
import { promisedEffort } from './promise.ts';
import { countEvents, stakeOf } from './stake.ts';
import type { PartnershipState } from './state.ts';
import { strikePartners } from './strikes.ts';
import { areaSize } from './terms.ts';
import { judgePromise, trustInOthers } from './trust.ts';

/**
 * Partners at the end of a step. Leaders leave and inspections fail; at a review promises are judged, budgets decided
 * on and new promises made; what is delivered from the next step on follows. After a leader has left, budgets of the
 * area are decided on at once, its promises at the next review.
 */
export function workTogether(world: World, state: PartnershipState): void {
  const { review } = world.phase.scenario.partnership;
  const changed = strikePartners(world, state);
  countEvents(world, state);
  for (let cell = 0; cell < state.delivered.length; cell++)
    state.deliveredSince[cell] += state.delivered[cell];
  state.stepsSinceReview++;
  if ((world.step + 1) % review === 0) holdReview(world, state);
  else for (const area of changed) decideBudgets(world, state, area);
  deliver(world, state, world.step + 1);
}

/** Judges the promises of the time since the last review, then decides on budgets and new promises. */
function holdReview(world: World, state: PartnershipState): void {
  const n = state.names.length;
  const { trust } = world.phase.scenario.partnership;
  const prices = believedPrices(world);
  state.trust.forEach((matrix, area) => {
    if (areaSize(world, area) < 0) {
      promiseNothing(state, area);
      return;
    }
    for (let partner = 0; partner < n; partner++) {
      const cell = area * n + partner;
      const promised = state.promised[cell];
      // Who promised nothing neither keeps nor breaks a promise.
      if (promised <= 0) continue;
      const kept = state.deliveredSince[cell] >= trust.keptFrom * promised * state.stepsSinceReview;
      state.judged[cell]++;
      if (kept) state.kept[cell]++;
      judgePromise(matrix, n, partner, kept, trust);
    }
    state.stake[area] = stakeOf(world, state, area, prices);
    decideBudgets(world, state, area);
    for (let partner = 0; partner < n; partner++) {
      const own = considered(world, state, area, partner, state.coordination[area]);
      state.promised[area * n + partner] = promisedEffort(own);
    }
  });
  state.deliveredSince.fill(0);
  state.stepsSinceReview = 0;
}

/** Where no office has a contract there is nobody to work with. */
function promiseNothing(state: PartnershipState, area: number): void {
  const n = state.names.length;
  state.promised.fill(0, area * n, (area + 1) * n);
  state.stake[area] = 0;
}

/** What partners deliver of their promises in a step, and after it until they are asked anew. */
export function deliver(world: World, state: PartnershipState, step: number): void {
  const { partners, partnership } = world.phase.scenario;
  const n = state.names.length;
  const terms = Object.values(partners);
  state.trust.forEach((matrix, area) => {
    let joint = 0;
    for (let partner = 0; partner < n; partner++) {
      const cell = area * n + partner;
      const { inspection, ownTarget } = terms[partner];
      const pressed = state.inspectedUntil[cell] > step;
      const held = deliveredShare(partnership.delivery, {
        trust: trustInOthers(matrix, n, partner),
        sharedTargets: partnership.sharedTargets,
        inspection: pressed ? inspection.pressure : 0,
        ownTarget,
      });
      state.delivered[cell] = state.promised[cell] * held;
      joint += state.influence[partner] * state.delivered[cell];
    }
    // Shares that sum to 1 may do so but for rounding.
    state.jointEffort[area] = Math.min(1, joint);
  });
}
