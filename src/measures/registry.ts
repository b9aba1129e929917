import { creaming } from './creaming.ts';
import { harm } from './harm.ts';
import { hours } from './hours.ts';
import { kinds } from './kinds.ts';
import type { MeasureDoc, MeasureFamily, MeasureObserver, MeasureSetup } from './measure.ts';
import { money } from './money.ts';
import { outcomes } from './outcomes.ts';
import { parking } from './parking.ts';
import { passedBack } from './passedBack.ts';
import { reported } from './reported.ts';
import { staff } from './staff.ts';
import { twins } from './twins.ts';

/** All families, in the order in which their rows are reported. A new one is a file and a line here. */
export const measureFamilies: readonly MeasureFamily[] = [
  outcomes,
  twins,
  hours,
  creaming,
  parking,
  passedBack,
  harm,
  kinds,
  money,
  staff,
  reported,
];

/** Docs of all measures, in the order of the families. */
export function measureCatalogue(): MeasureDoc[] {
  return measureFamilies.flatMap((family) => family.measures);
}

/**
 * Observers of the families asked for by id, all if `include` is absent.
 * Throws a RangeError for an id that no family has; scenarios are checked for that when they are loaded.
 */
export function createObservers(
  include: readonly string[] | undefined,
  setup: MeasureSetup,
): MeasureObserver[] {
  const known = measureFamilies.map((family) => family.id);
  for (const id of include ?? []) {
    if (!known.includes(id))
      throw new RangeError(`no family of measures is called ${id}; there are ${known.join(', ')}`);
  }
  return measureFamilies
    .filter((family) => include === undefined || include.includes(family.id))
    .map((family) => family.create(setup));
}
