import type { Kernel } from '../../../scenario/expressions/index.ts';
import { knownTrait } from '../../beliefs.ts';
import { BoundKernel, type Gather, gatherColumn } from '../../formulas/gather.ts';
import type { Eyes } from '../../people/appearance.ts';
import { loadOf } from '../../staff/teams.ts';
import type { World } from '../../world.ts';

/** What one role's caseworkers see of their clients this week: columns over people. */
export interface SeenColumns {
  appearance: Float64Array;
  perceivedMotivation: Float64Array;
  /** How clients are looked at this week. */
  eyes: Eyes;
}

/** How each variable of the belief and appeal contexts is read: nothing here knows the true state. */
export function seenGatherers(world: World, role: number, seen: SeenColumns): Map<string, Gather> {
  const { people, service, clients } = world;
  const { stepsPerWeek } = world.clock;
  const gatherers = new Map<string, Gather>();
  const put = (name: string, read: (row: number) => number): void => {
    gatherers.set(name, (rows, from, n, out) => {
      for (let at = 0; at < n; at++) out[at] = read(rows[from + at]);
    });
  };
  gatherers.set('appearance', gatherColumn(seen.appearance));
  gatherers.set('perceivedMotivation', gatherColumn(seen.perceivedMotivation));
  put('contactHours', (row) => service.contactHours[row]);
  put('awkwardness', (row) => people.awkwardness[row]);
  put('weeksSinceContact', (row) => (world.step - service.lastRealOfRole[role][row]) / stepsPerWeek);
  put('caseload', (row) => loadOf(world, role, row));
  put('week', () => world.step / stepsPerWeek);
  put('weeksSinceReferral', (row) => (world.step - people.referredAt[row]) / stepsPerWeek);
  put('weeksInStage', (row) => (world.step - clients.stageSince[row]) / stepsPerWeek);
  put('crisis', (row) => (service.crisisUntil[row] > world.step ? 1 : 0));
  for (const name of Object.keys(world.phase.scenario.clients.traits)) {
    const known = world.names.groups.map((_, group) => knownTrait(world, name, group));
    put(name, (row) => known[people.group[row]]);
  }
  return gatherers;
}

export function bindSeen(world: World, kernel: Kernel, gatherers: Map<string, Gather>): BoundKernel {
  return new BoundKernel(kernel, gatherers, world.scratch.inputs);
}
