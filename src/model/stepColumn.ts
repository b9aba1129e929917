/**
 * Steps by row of people, −1 for never. Two bytes a number: a run has at most 4,096 steps, and most of what a world holds
 * of a client are such columns.
 */
export type StepColumn = Int16Array;

/** A column of `count` times never. */
export const stepColumn = (count: number): StepColumn => new Int16Array(count).fill(-1);
