import { Tallies } from '../../measures/index.ts';
import type { OpenDesk, OutsideHours } from '../../model/week/allocate/outside.ts';
import type { World } from '../../model/world.ts';
import { buildWorld } from '../build.ts';
import { runWorld } from '../run.ts';
import { DeskWeeks } from './deskWeeks.ts';
import type { ChairRoom } from './room.ts';

/** Who divides the hours of a week at the desk, the `nth` from 0; undefined leaves them to the caseworker whose chair it is. */
export type Hand = (world: World, desk: OpenDesk, nth: number) => OutsideHours | undefined;

/** Runs the world of a sitting with somebody's hand at the desk, to the end of the `nth` week by hand. */
export function sitUntil(room: ChairRoom, hand: Hand, nth: number): void {
  const built = buildWorld(room.design, room.shared);
  giveHand(room, built.world, hand);
  runWorld(built, ({ step }) => step >= room.settings.from + nth);
}

/** A sitting that has run to its end. */
export interface Sitting {
  readonly world: World;
  /** What was counted at the desk in the weeks by hand. */
  readonly weeks: DeskWeeks;
  /** [row] trust after the last week by hand. */
  readonly trustAfter: Float64Array;
}

/** Runs the world of a sitting to its end. After the weeks by hand the caseworker whose chair it is goes on. */
export function sit(room: ChairRoom, hand: Hand): Sitting {
  const built = buildWorld(room.design, room.shared);
  const { world } = built;
  const tallies = new Tallies(world, room.scenario.measures);
  const weeks = new DeskWeeks(world, tallies);
  const trustAfter = world.service.trust.slice();
  const last = room.settings.from + room.settings.weeks - 1;
  giveHand(room, world, (now, desk, nth) => {
    weeks.open(desk.clients);
    return hand(now, desk, nth);
  });
  world.observers.push(() => {
    tallies.observe(world);
    weeks.close();
    if (world.step === last) trustAfter.set(world.service.trust);
  });
  runWorld(built);
  return { world, weeks, trustAfter };
}

/** Puts a hand to the desk for the weeks of the sitting, as long as the caseworker whose chair it is holds the post. */
function giveHand({ settings, worker, holder }: ChairRoom, world: World, hand: Hand): void {
  const { from, weeks } = settings;
  world.outsideDivision = (_, desk) => {
    const nth = world.step - from;
    const taken =
      desk.worker === worker && nth >= 0 && nth < weeks && world.caseworkers.id[worker] === holder;
    return taken ? hand(world, desk, nth) : undefined;
  };
}
