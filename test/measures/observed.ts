import { createObservers, type WorldObservers } from '../../src/measures/index.ts';
import type { World } from '../../src/model/world.ts';
import { type MeasureRow, measureKey, type WeeklySeries } from '../../src/tables/rows.ts';
import { openSmall, type Patch, runSmall, type WorldOptions } from '../support/smallScenario.ts';

export interface Observed {
  world: World;
  rows: MeasureRow[];
  weekly: WeeklySeries[];
  /** The value of a key, as `summary.json` names it; an error where it is not measured. */
  of(key: string): number | null;
}

/** Runs the small programme with a patch on it, followed by families of measures. */
export function observed(patch: Patch, families: string[], options: WorldOptions = {}): Observed {
  let observers: WorldObservers | undefined;
  const world = runSmall(openSmall(patch), {
    ...options,
    prepare: (made) => {
      observers = createObservers(families, made, made.phase.scenario);
    },
    look: (now) => {
      observers?.observe(now);
      options.look?.(now);
    },
  });
  const { rows, weekly } = observers!.finish(world, {});
  const values = new Map(rows.map((row) => [measureKey(row.measure, row.slice), row.value]));
  return {
    world,
    rows,
    weekly,
    of(key) {
      const value = values.get(key);
      if (value === undefined) throw new Error(`${key} is not measured`);
      return value;
    },
  };
}
