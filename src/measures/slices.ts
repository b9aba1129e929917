import type { World } from '../model/world.ts';
import type { MeasureRow } from '../tables/rows.ts';

export const FIFTHS = 5;
/** Under which index something is kept for the whole, for each fifth of need and for each group. */
export const WHOLE = 0;
export const FIRST_FIFTH = 1;
export const FIRST_GROUP = FIRST_FIFTH + FIFTHS;

/** In which slices besides the whole a measure is given. */
export interface Slicing {
  fifth?: boolean;
  group?: boolean;
}

/** A fifth as it is printed: 1 easiest, 5 hardest. */
export const fifthSlice = (fifth: number): string => `fifth=${fifth + 1}`;

/** Slices as they are printed, each with the index under which sums keep it: the whole first. */
export function sliceEntries(
  groups: readonly string[],
  slicing: Slicing,
): { slice: string; index: number }[] {
  const entries = [{ slice: '', index: WHOLE }];
  if (slicing.fifth)
    for (let k = 0; k < FIFTHS; k++) entries.push({ slice: fifthSlice(k), index: FIRST_FIFTH + k });
  if (slicing.group) {
    groups.forEach((group, k) => {
      entries.push({ slice: `group=${group}`, index: FIRST_GROUP + k });
    });
  }
  return entries;
}

/** Something added up over clients, for the whole, for each fifth of need and for each group. */
export abstract class Sliced {
  protected readonly fifth: Uint8Array;
  protected readonly group: Uint8Array;
  readonly groups: readonly string[];

  constructor({ names, people }: World) {
    this.groups = names.groups;
    this.fifth = people.fifth;
    this.group = people.group;
  }

  /** By index as in `sliceEntries`. */
  abstract at(index: number): number;

  get whole(): number {
    return this.at(WHOLE);
  }

  /** The sum of a fifth: 0 easiest, 4 hardest. */
  ofFifth(fifth: number): number {
    return this.at(FIRST_FIFTH + fifth);
  }

  ofGroup(group: number): number {
    return this.at(FIRST_GROUP + group);
  }
}

/** Sums of any numbers, each in the order of clients. */
export class SliceSums extends Sliced {
  private readonly sums: Float64Array;

  constructor(world: World) {
    super(world);
    this.sums = new Float64Array(FIRST_GROUP + this.groups.length);
  }

  add(row: number, amount: number): void {
    this.sums[WHOLE] += amount;
    this.sums[FIRST_FIFTH + this.fifth[row]] += amount;
    this.sums[FIRST_GROUP + this.group[row]] += amount;
  }

  at(index: number): number {
    return this.sums[index];
  }
}

/** Sums of whole numbers: as these add up to the same in any order, a client is added once and not three times. */
export class SliceCounts extends Sliced {
  /** [fifth × groups + group] */
  private readonly cells: Float64Array;

  constructor(world: World) {
    super(world);
    this.cells = new Float64Array(FIFTHS * this.groups.length);
  }

  add(row: number, amount = 1): void {
    this.cells[this.fifth[row] * this.groups.length + this.group[row]] += amount;
  }

  at(index: number): number {
    const groups = this.groups.length;
    let sum = 0;
    for (let cell = 0; cell < this.cells.length; cell++) {
      const fifth = Math.floor(cell / groups);
      if (index === WHOLE || index === FIRST_FIFTH + fifth || index === FIRST_GROUP + cell - fifth * groups)
        sum += this.cells[cell];
    }
    return sum;
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
  top: Sliced,
  bottom: Sliced,
  slicing: Slicing,
  why: string,
): MeasureRow[] {
  return sliceEntries(bottom.groups, slicing).map(({ slice, index }) =>
    ratioRow(measure, slice, top.at(index), bottom.at(index), why),
  );
}

/** The whole's slice text with further names and values, such as `role=coordinator,fifth=2`. */
export function joinSlices(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(',');
}
