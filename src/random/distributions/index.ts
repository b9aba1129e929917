export type { Distribution, DistributionKind, DistributionParameter, DistributionSpec } from './kind.ts';
export { buildDistribution, distributionProblem, distributionRegistry } from './registry.ts';
