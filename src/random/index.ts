export { type Decision, decisions } from './decisions.ts';
export {
  buildDistribution,
  type Distribution,
  type DistributionKind,
  type DistributionParameter,
  type DistributionSpec,
  distributionOver,
  distributionProblem,
  distributionRegistry,
  distributionTimes,
} from './distributions/index.ts';
export { DrawStream, drawStream } from './draws.ts';
export { nameIndex, type SeedKey, seedKey } from './keys.ts';
export { exp, expm1, log, log1p, logistic, pow } from './math.ts';
export {
  incompleteGamma,
  logGamma,
  normalCdf,
  normalQuantile,
  upperIncompleteGamma,
} from './special.ts';
