import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';

export const FIFTHS = 5;
const FIRST_GROUP = 1 + FIFTHS;

/** In which slices besides the whole a measure is given. */
export interface Slicing {
  fifth?: boolean;
  group?: boolean;
}

/** A fifth as it is printed: 1 easiest, 5 hardest. */
export const fifthSlice = (fifth: number): string => `fifth=${fifth + 1}`;

/**
 * Sums over clients, kept for the whole, for each fifth of need and for each group at once.
 */
export class SliceSums {
  private readonly sums: Float64Array;
  private readonly fifth: Uint8Array;
  private readonly group: Uint8Array;

  constructor(private readonly world: World) {
    this.sums = new Float64Array(FIRST_GROUP + world.names.groups.length);
    this.fifth = world.people.fifth;
    this.group = world.people.group;
  }

  add(row: number, amount: number): void {
    this.sums[0] += amount;
    this.sums[1 + this.fifth[row]] += amount;
    this.sums[FIRST_GROUP + this.group[row]] += amount;
  }

  get whole(): number {
    return this.sums[0];
  }

  /** The sum of a fifth: 0 easiest, 4 hardest. */
  ofFifth(fifth: number): number {
    return this.sums[1 + fifth];
  }

  ofGroup(group: number): number {
    return this.sums[FIRST_GROUP + group];
  }

  /** Slices as they are printed, each with the index of its sum: the whole first. */
  entries(slicing: Slicing): { slice: string; index: number }[] {
    const entries = [{ slice: '', index: 0 }];
    if (slicing.fifth) for (let k = 0; k < FIFTHS; k++) entries.push({ slice: fifthSlice(k), index: 1 + k });
    if (slicing.group) {
      this.world.names.groups.forEach((group, k) => {
        entries.push({ slice: `group=${group}`, index: FIRST_GROUP + k });
      });
    }
    return entries;
  }

  at(index: number): number {
    return this.sums[index];
  }
}

/** A row whose value is `top / bottom`, or undefined for the reason given where `bottom` is 0. */
export function ratioRow(
  measure: string,
  slice: string,
  top: number,
  bottom: number,
  why: string,
): MeasureRow {
  return bottom === 0 ? { measure, slice, value: null, why } : { measure, slice, value: top / bottom };
}

/** A row with a value, or undefined for the reason given where the value is null or not finite. */
export function valueRow(measure: string, slice: string, value: number | null, why: string): MeasureRow {
  return value === null || !Number.isFinite(value)
    ? { measure, slice, value: null, why }
    : { measure, slice, value };
}

/** `top / bottom` for the whole and each slice; undefined where nobody is counted in `bottom`. */
export function ratioRows(
  measure: string,
  top: SliceSums,
  bottom: SliceSums,
  slicing: Slicing,
  why: string,
): MeasureRow[] {
  return bottom
    .entries(slicing)
    .map(({ slice, index }) => ratioRow(measure, slice, top.at(index), bottom.at(index), why));
}

/** The whole's slice text with further names and values, such as `role=coordinator,fifth=2`. */
export function joinSlices(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(',');
}
