import { UnrunnableError } from '../unrunnable.ts';
import type { Adjustment, Instrument } from './instrument.ts';

/** What reviews have made of an instrument so far: factors by office on its prices and its threshold, 1 at first. */
export interface Factors {
  readonly price: Float64Array;
  readonly threshold: Float64Array;
}

const factorsOf = new WeakMap<Instrument, Factors>();

/** The factors in force: those of the instrument before a change of phase, or 1 for each office. */
export function factorsAfter(previous: Instrument | undefined, offices: number): Factors {
  return (
    (previous && factorsOf.get(previous)) ?? {
      price: new Float64Array(offices).fill(1),
      threshold: new Float64Array(offices).fill(1),
    }
  );
}

/**
 * Gives an instrument the method by which reviews change its terms, as far as it has them. The factors go on with
 * it when its terms change by the timeline: what was multiplied stays multiplied. `changed` is called after it.
 * The method throws UnrunnableError for a factor below 0 or none at all.
 */
export function adjustable(
  instrument: Instrument,
  factors: Factors,
  has: readonly Adjustment['what'][],
  changed: () => void = () => {},
): Instrument {
  instrument.adjust = ({ what, office, factor }) => {
    if (!(factor >= 0 && Number.isFinite(factor)))
      throw new UnrunnableError(`The ${what} of ${instrument.name} cannot be multiplied by ${factor}.`);
    if (!has.includes(what)) return;
    const column = factors[what];
    if (office >= 0) column[office] *= factor;
    else for (let each = 0; each < column.length; each++) column[each] *= factor;
    changed();
  };
  factorsOf.set(instrument, factors);
  return instrument;
}
