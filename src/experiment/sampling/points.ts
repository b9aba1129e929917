/** A point of the unit cube: one coordinate per parameter, from 0 to 1. */
export type UnitPoint = Float64Array;

/** A point in the units of the parameters, one value each, in their order. */
export type ParameterPoint = number[];
