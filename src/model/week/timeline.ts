import { createDuties } from '../duties/registry.ts';
import { bindKernels } from '../formulas/bindings.ts';
import type { Instrument } from '../incentives/instrument.ts';
import { takeTerms } from '../partnership/create.ts';
import type { PhaseModel } from '../phase.ts';
import type { World } from '../world.ts';

/** A phase and the step from which it holds. */
export interface PhaseStart {
  from: number;
  model: PhaseModel;
  /** Sets the phase's instruments up; counts of the instruments before go on. */
  instruments(previous: readonly Instrument[]): Instrument[];
}

/** Step 1. Changes that are scheduled for this step take effect: prices, rules, menus, hours. */
export function timeline(world: World, phases: readonly PhaseStart[]): void {
  for (const phase of phases) {
    if (phase.from !== world.step) continue;
    world.phase = phase.model;
    world.instruments = phase.instruments(world.instruments);
    world.duties = createDuties(phase.model.scenario.caseworkers.duties, world, world.duties);
    world.bindings = bindKernels(world);
    if (world.partnership !== undefined) takeTerms(world, world.partnership);
  }
}
