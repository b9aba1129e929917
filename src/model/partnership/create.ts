import type { SeedKey } from '../../random/index.ts';
import type { AreaTable } from '../areas/areas.ts';
import type { Names } from '../names.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { World } from '../world.ts';
import { setBudgets } from './budgets.ts';
import { deliveredShare } from './delivery.ts';
import { createPartnershipLuck } from './luck.ts';
import type { PartnershipState } from './state.ts';
import { budgetsOf, influences, priorityOf, startingTrust } from './terms.ts';
import { trustInOthers } from './trust.ts';
import { deliver } from './work.ts';

/** Partners before the first step: trust as stated, local priority promised. Undefined where there are none. */
export function createPartnership(
  scenario: Scenario,
  areas: AreaTable,
  names: Pick<Names, 'events' | 'groups'>,
  key: SeedKey,
  replicate: number,
): PartnershipState | undefined {
  const partners = Object.keys(scenario.partners);
  if (partners.length === 0) return undefined;
  const cells = areas.names.length * partners.length;
  return {
    names: partners,
    share: Float64Array.from(Object.values(scenario.partners), ({ share }) => share),
    influence: influences(scenario),
    promised: Float64Array.from(
      areas.names.flatMap((area) => partners.map((partner) => priorityOf(scenario, area, partner))),
    ),
    delivered: new Float64Array(cells),
    trust: areas.names.map((area) => trustAtStart(scenario, area)),
    budgets: new Uint8Array(areas.names.length),
    coordination: new Float64Array(areas.names.length),
    jointEffort: new Float64Array(areas.names.length),
    effortAtStart: Float64Array.from(areas.names, (area) => effortAtStart(scenario, area)),
    stake: new Float64Array(areas.names.length),
    happened: areas.names.map(() => new Float64Array(names.events.length * names.groups.length)),
    happenedWeight: 0,
    deliveredSince: new Float64Array(cells),
    stepsSinceReview: 0,
    judged: new Float64Array(cells),
    kept: new Float64Array(cells),
    leadersLeft: new Float64Array(cells),
    inspectedUntil: new Int32Array(cells),
    collapses: new Float64Array(areas.names.length),
    fellAt: new Int32Array(areas.names.length).fill(-1),
    elsewhereFellAt: -1,
    luck: createPartnershipLuck(key, replicate, partners, areas.names),
  };
}

/** Takes the terms of the phase under way: shares, influence and fixed budgets. Trust, promises and counts go on. */
export function takeTerms(world: World, state: PartnershipState): void {
  const { scenario } = world.phase;
  state.share.set(Object.values(scenario.partners).map(({ share }) => share));
  state.influence.set(influences(scenario));
  world.areas.names.forEach((name, area) => {
    const budgets = budgetsOf(scenario, name);
    // Free budgets begin separate and are decided on at reviews.
    if (budgets !== 'free') setBudgets(world, state, area, budgets);
    else if (world.step === 0) setBudgets(world, state, area, 'separate');
  });
  deliver(world, state, world.step);
}

type Settings = Pick<Scenario, 'partners' | 'partnership' | 'areas'>;

function trustAtStart(scenario: Settings, area: string): Float64Array {
  const partners = Object.keys(scenario.partners);
  return Float64Array.from(
    partners.flatMap((_, i) => partners.map((of, j) => (i === j ? 1 : startingTrust(scenario, area, of)))),
  );
}

/**
 * Joint effort of an area on local priority and starting trust alone: nothing at stake, no inspection, no targets shared
 * or own. It follows from what the place is like, so that designs which change rewards or budgets do not move it.
 */
export function effortAtStart(scenario: Settings, area: string): number {
  const influence = influences(scenario);
  const joint = deliveredAtStart(scenario, area).reduce(
    (sum, delivered, partner) => sum + influence[partner] * delivered,
    0,
  );
  return Math.min(1, joint);
}

/** [partner] the same of each partner alone, before influence. */
export function deliveredAtStart(scenario: Settings, area: string): number[] {
  const partners = Object.keys(scenario.partners);
  const trust = trustAtStart(scenario, area);
  return partners.map((partner, i) => {
    const held = deliveredShare(scenario.partnership.delivery, {
      trust: trustInOthers(trust, partners.length, i),
      sharedTargets: 0,
      inspection: 0,
      ownTarget: 0,
    });
    return priorityOf(scenario, area, partner) * held;
  });
}
