/** The kit from which every schema of the project is made. */
export {
  type DistributionOptions,
  type DistributionReading,
  type DistributionSchema,
  type DistributionSpec,
  distribution,
  distributionSignature,
} from './distribution.ts';
export {
  type Bounds,
  describeBounds,
  type FieldInfo,
  type FormulaContext,
  namePattern,
  withinBounds,
} from './fields.ts';
export { Formula, type FormulaOptions, type FormulaSchema, formula, type ValueChange } from './formula.ts';
export { jsonSchema } from './jsonSchema.ts';
export { mapFields } from './mapFields.ts';
export { listNames, nearestName } from './nearest.ts';
export { type ParameterOptions, parameter, share } from './parameter.ts';
export { choice, flag, text } from './plain.ts';
export { entry, kinds, namedMap, schemasOf, section } from './section.ts';
export { type SharesInSum, sharesInSums } from './sums.ts';
export { type ListedField, listFields, type Unwrapped, unwrap } from './walk.ts';
