import type { Scenario } from '../model/schema/scenario.ts';
import type { World } from '../model/world.ts';
import type { MeasureDoc } from '../tables/measureDoc.ts';
import type { MeasureRow } from '../tables/rows.ts';
import type { Tallies } from './tallies.ts';

export type { MeasureDoc };

/** Measures that are computed together: one file and one line in the registry. */
export interface MeasureFamily {
  /** Name under which `measures.include` asks for the family. */
  id: string;
  measures: MeasureDoc[];
  create(setup: MeasureSetup): MeasureObserver;
}

/** What a family may read. Measures never write to the world and never draw. */
export interface MeasureSetup {
  world: World;
  /** The scenario in its base phase, its numbers by the step; `world.clock` says how many steps make a week. */
  scenario: Scenario;
  settings: Scenario['measures'];
  /** Counted once a step for all families: `tallies.observe(world)` comes before the observers. */
  tallies: Tallies;
}

/** One family at work on one world. */
export interface MeasureObserver {
  /** At the end of each step, for what cannot be read from the columns afterwards. */
  observe?(world: World): void;
  /** After the last step. */
  finish(world: World, companions: Companions): MeasureRow[];
}

/** A world that has been run to its end, with what was counted on the way. */
export interface FinishedWorld {
  world: World;
  tallies: Tallies;
}

/** Worlds of the same design and luck under another allocation; absent unless asked for. */
export interface Companions {
  /** The same caseworkers, hours and required contacts; longest without real contact first. */
  equalTime?: FinishedWorld;
  /** The same caseworkers, hours and required contacts; greatest need first, as caseworkers see it. */
  needFirst?: FinishedWorld;
  /** Nobody is attached. Designs may have it in common: only lives, openings and counts of them are theirs, no hours and no money. */
  noService?: FinishedWorld;
}
