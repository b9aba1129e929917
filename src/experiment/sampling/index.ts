/** Points in the unit cube and their way to parameter values: pure, keyed, the same on every engine. */
export { grid } from './grid.ts';
export { latinHypercube } from './latinHypercube.ts';
export type { ParameterPoint, UnitPoint } from './points.ts';
export { pointSettings, pointValues } from './pointValues.ts';
export { type FixedParameter, isWhole, type RangedParameter, rangedParameters } from './rangedParameters.ts';
export { type ParameterRange, placeOf, valueAt } from './ranges.ts';
export { sharesThatSumToOne } from './sharesThatSumToOne.ts';
export { MOST_COORDINATES, sobolSequence } from './sobolSequence.ts';
