import type { SideBindings } from '../../../model/formulas/bindings.ts';
import { hoursNow } from '../../../model/formulas/gather.ts';
import { Status } from '../../../model/service.ts';
import { clockOfDraw } from '../../../model/week/outcomes/move.ts';
import type { World } from '../../../model/world.ts';
import type { TracedChance } from '../../../tables/trace.ts';

/** The ways out of the stage that one side was in, right before it could take one: chances by transition. */
export interface SideChances {
  stage: number;
  /** [transition] null where it is not at stake: from another stage, or only in contact and there was none. */
  chance: (number | null)[];
}

/** Works out the chances of one life in the step under way, from what the engine itself is about to read. */
export function chancesOf(world: World, { side, hazards }: SideBindings, row: number): SideChances {
  const { phase } = world;
  const stage = side.lives.stage[row];
  const rows = Int32Array.of(row);
  const out = new Float64Array(1);
  return {
    stage,
    chance: phase.transitions.map(({ from, inContact }, t) => {
      if (from !== stage || (inContact && (side.twin || hoursNow(world, row) === 0))) return null;
      hazards[t].evaluate(rows, 0, 1, out);
      return out[0];
    }),
  };
}

/** Whether a life is lived on its side in the step under way. */
export function isLived(world: World, twin: boolean, row: number): boolean {
  if (row < world.windowFrom || row >= world.windowTo) return false;
  if (twin) return true;
  if (world.service.status[row] === Status.prevented) return false;
  return !world.othersAsTwins || world.service.attachedAt[row] >= 0;
}

/**
 * What the draws of a step decided for client and twin, in the engine's own way: of those for which a life is ready the one
 * with the smallest clock, if there is an opening. `threshold` is that of the step, by pool.
 */
export function tellChances(
  world: World,
  row: number,
  client: SideChances | undefined,
  twin: SideChances | undefined,
): TracedChance[] {
  const { phase, names, luck, people, step, threshold } = world;
  const pools = Object.keys(phase.scenario.world.openings);
  const draws = phase.transitions.map((_, t) => luck.transition[t].uniform(people.id[row], step));
  const moves = (side: SideChances | undefined, isTwin: boolean): number => {
    let first = -1;
    let least = Number.POSITIVE_INFINITY;
    side?.chance.forEach((chance, t) => {
      if (chance === null || !(draws[t] < chance)) return;
      const clock = clockOfDraw(draws[t], chance);
      if (clock >= least) return;
      first = t;
      least = clock;
    });
    if (first < 0) return -1;
    const { pool } = phase.transitions[first];
    const full = pool >= 0 && (least > threshold[pool] || (!isTwin && least === threshold[pool]));
    return full ? -1 : first;
  };
  const [moved, twinMoved] = [moves(client, false), moves(twin, true)];
  return phase.transitions.flatMap((transition, t): TracedChance[] => {
    const chance = client?.chance[t] ?? null;
    const twinChance = twin?.chance[t] ?? null;
    if (chance === null && twinChance === null) return [];
    const clock = (of: number | null): number | null => (of === null ? null : clockOfDraw(draws[t], of));
    const { pool } = transition;
    return [
      {
        transition: names.transitions[t],
        event: names.events[transition.event],
        to: names.stages[transition.to],
        draw: draws[t],
        chance,
        twinChance,
        inContact: transition.inContact,
        opening:
          pool < 0
            ? null
            : {
                pool: pools[pool],
                threshold: Number.isFinite(threshold[pool]) ? threshold[pool] : null,
                clock: clock(chance),
                twinClock: clock(twinChance),
              },
        moved: moved === t,
        twinMoved: twinMoved === t,
      },
    ];
  });
}
