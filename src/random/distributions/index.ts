export type { Distribution, DistributionKind, DistributionParameter, DistributionSpec } from './kind.ts';
export {
  buildDistribution,
  distributionOver,
  distributionProblem,
  distributionRegistry,
  distributionTimes,
} from './registry.ts';
