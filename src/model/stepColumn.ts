/**
 * Steps by row of people, −1 for never. Two bytes a number as long as the run is short enough, since most of what a world
 * holds of a client are such columns.
 */
export type StepColumn = Int16Array | Int32Array;

/** The last step that two bytes hold. */
const SHORT = 32767;

/** A column of `count` times never, for steps 0 to `steps`. */
export function stepColumn(count: number, steps: number): StepColumn {
  return (steps > SHORT ? new Int32Array(count) : new Int16Array(count)).fill(-1);
}
