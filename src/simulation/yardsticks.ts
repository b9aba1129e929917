import { type FinishedWorld, measureFamilies, type WorldObservers } from '../measures/index.ts';
import type { MeasureRow } from '../tables/rows.ts';
import { type CompanionName, companionNames, type DesignResult, yardstickId } from './contract.ts';

/** A world that has been run to its end, with the measures that looked on. */
export interface ObservedWorld extends FinishedWorld {
  observers: WorldObservers;
}

/** Families that tell of lives alone: designs have a world without service in common, and its money is of one of them. */
const familiesOfLives = ['outcomes', 'twins', 'pairs'];
const measuresOfLives = new Set(
  measureFamilies
    .filter(({ id }) => familiesOfLives.includes(id))
    .flatMap(({ measures }) => measures.map(({ id }) => id)),
);

/** Rows of worlds that several designs have in common. */
const rowsOf = new WeakMap<ObservedWorld, MeasureRow[]>();

/**
 * What the measures are in companion worlds on request, each as a design of its own beside the one that it belongs to.
 * Measures that compare with a companion world are left out, and so are weekly series.
 */
export function yardsticks(
  design: string,
  companions: Readonly<Partial<Record<CompanionName, ObservedWorld>>>,
  asked: readonly CompanionName[],
): DesignResult[] {
  return companionNames.flatMap((name) => {
    const companion = asked.includes(name) ? companions[name] : undefined;
    if (companion === undefined) return [];
    let rows = rowsOf.get(companion);
    if (rows === undefined) {
      rows = companion.observers.finish(companion.world, {}).rows;
      if (name === 'noService') rows = rows.filter(({ measure }) => measuresOfLives.has(measure));
      rowsOf.set(companion, rows);
    }
    return [{ design: yardstickId(design, name), rows, weekly: [] }];
  });
}
