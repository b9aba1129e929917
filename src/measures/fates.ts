import type { World } from '../model/world.ts';
import {
  type Incidence,
  incidenceOfCounts,
  type SurvivalCurve,
  survivalOfCounts,
} from '../statistics/index.ts';
import { FIRST_FIFTH, FIRST_GROUP, WHOLE } from './slices.ts';

/** The cause of an end that says nothing: the client was followed no longer. */
export const CENSORED = 0;

/**
 * After how many steps clients had an event, left or were followed no longer, counted for the whole, each fifth of need
 * and each group. Steps are whole numbers, so that life tables need these counts and not the clients.
 */
export class Fates {
  /** [(slice × (causes + 1) + cause) × width + step], slices by index as in `sliceEntries`. */
  private readonly counts: Uint32Array;
  private readonly width: number;
  private readonly fifth: Uint8Array;
  private readonly group: Uint8Array;

  /** Causes are 1 … `causes`, beside CENSORED. */
  constructor(
    { names, people, steps }: World,
    private readonly causes: number,
  ) {
    this.fifth = people.fifth;
    this.group = people.group;
    // The step of attachment counts as 1, so that a client of the first step can be followed for all of them.
    this.width = steps + 1;
    this.counts = new Uint32Array((FIRST_GROUP + names.groups.length) * (causes + 1) * this.width);
  }

  add(row: number, steps: number, cause: number): void {
    this.counts[this.first(WHOLE, cause) + steps]++;
    this.counts[this.first(FIRST_FIFTH + this.fifth[row], cause) + steps]++;
    this.counts[this.first(FIRST_GROUP + this.group[row], cause) + steps]++;
  }

  /** Whether anybody of a slice was added. */
  anybody(slice: number): boolean {
    return this.counts
      .subarray(this.first(slice, CENSORED), this.first(slice + 1, CENSORED))
      .some((n) => n > 0);
  }

  /** Aalen and Johansen's estimate for a slice, all causes competing. */
  incidence(slice: number, horizon: number): Incidence {
    const leaving = new Float64Array(horizon + 2);
    const events = Array.from({ length: this.causes }, () => new Float64Array(horizon + 1));
    for (let cause = CENSORED; cause <= this.causes; cause++) {
      const first = this.first(slice, cause);
      for (let step = 0; step < this.width; step++) {
        const count = this.counts[first + step];
        leaving[Math.min(step, horizon + 1)] += count;
        if (cause !== CENSORED && step <= horizon) events[cause - 1][step] = count;
      }
    }
    return incidenceOfCounts(leaving, events, horizon);
  }

  /** Kaplan and Meier's estimate for a slice of the time in weeks to one cause; all other ends censor. */
  survival(slice: number, cause: number, stepsPerWeek: number): SurvivalCurve {
    const weeks = Float64Array.from({ length: this.width }, (_, step) => step / stepsPerWeek);
    const leaving = new Float64Array(this.width);
    for (let each = CENSORED; each <= this.causes; each++) {
      const first = this.first(slice, each);
      for (let step = 0; step < this.width; step++) leaving[step] += this.counts[first + step];
    }
    const first = this.first(slice, cause);
    return survivalOfCounts(weeks, leaving, this.counts.subarray(first, first + this.width));
  }

  private first(slice: number, cause: number): number {
    return (slice * (this.causes + 1) + cause) * this.width;
  }
}
