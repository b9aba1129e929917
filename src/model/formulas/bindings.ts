import type { ValueBounds } from '../../scenario/expressions/index.ts';
import type { PhaseModel } from '../phase.ts';
import type { World } from '../world.ts';
import { BoundKernel, lifeGatherers, type Side } from './gather.ts';
import { lifeRanges } from './ranges.ts';

/** The kernels of one side's pathway, bound to its columns. */
export interface SideBindings {
  side: Side;
  hazards: BoundKernel[];
  /** Variables that hazards and dropping out read. */
  reads: ReadonlySet<string>;
  /** Between which values the variables of this side lie; contact, where it is read, is set anew every step. */
  ranges: Record<string, ValueBounds>;
  qualities: BoundKernel[];
}

/** All kernels of the phase under way, bound to the columns of a world; bound anew when the phase changes. */
export interface Bindings {
  clients: SideBindings;
  twins: SideBindings;
  uptake: BoundKernel;
  dropOut: BoundKernel;
}

/** Variables that hazards and dropping out read in a phase. */
export function readsOf({ transitions, dropOut }: PhaseModel): ReadonlySet<string> {
  return new Set([...transitions.map((each) => each.hazard), dropOut].flatMap((each) => each.variables));
}

/** Binds the kernels of the present phase. */
export function bindKernels(world: World): Bindings {
  const spread = () => world.phase.scenario.caseworkers.chemistry;
  const reads = readsOf(world.phase);
  const bindSide = (side: Side): SideBindings => {
    const gatherers = lifeGatherers(world, side, spread);
    const bind = (kernel: ConstructorParameters<typeof BoundKernel>[0]) =>
      new BoundKernel(kernel, gatherers, world.scratch.inputs);
    return {
      side,
      hazards: world.phase.transitions.map((each) => bind(each.hazard)),
      reads,
      ranges: lifeRanges(world, side),
      qualities: world.phase.transitions.map((each) => bind(each.quality)),
    };
  };
  const own = lifeGatherers(world, { lives: world.clients, twin: false }, spread);
  return {
    clients: bindSide({ lives: world.clients, twin: false }),
    twins: bindSide({ lives: world.twins, twin: true }),
    uptake: new BoundKernel(world.phase.uptake, own, world.scratch.inputs),
    dropOut: new BoundKernel(world.phase.dropOut, own, world.scratch.inputs),
  };
}
