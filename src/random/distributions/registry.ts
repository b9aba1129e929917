import { bernoulli } from './bernoulli.ts';
import { beta } from './beta.ts';
import { binomial } from './binomial.ts';
import { constant } from './constant.ts';
import { exponential } from './exponential.ts';
import { gamma } from './gamma.ts';
import type { Distribution, DistributionKind, DistributionSpec } from './kind.ts';
import { logitnormal } from './logitnormal.ts';
import { lognormal } from './lognormal.ts';
import { normal } from './normal.ts';
import { poisson } from './poisson.ts';
import { triangular } from './triangular.ts';
import { truncatedNormal } from './truncatedNormal.ts';
import { uniform } from './uniform.ts';

const kinds: readonly DistributionKind[] = [
  constant,
  uniform,
  normal,
  truncatedNormal,
  lognormal,
  beta,
  gamma,
  exponential,
  poisson,
  binomial,
  bernoulli,
  triangular,
  logitnormal,
];

/** Every distribution that a scenario can name, by name (own keys only: no inherited names). */
export const distributionRegistry: Record<string, DistributionKind> = Object.assign(
  Object.create(null) as Record<string, DistributionKind>,
  Object.fromEntries(kinds.map((kind) => [kind.name, kind])),
);

/** What is wrong with a spec, in one sentence, or undefined: name, missing numbers, bounds, and all together. */
export function distributionProblem(spec: DistributionSpec): string | undefined {
  const kind = distributionRegistry[spec.dist];
  if (!kind) return `no distribution is called ${spec.dist}`;
  for (const key of Object.keys(spec)) {
    if (key !== 'dist' && !kind.parameters.some((parameter) => parameter.name === key)) {
      return `${kind.name} has no parameter ${key}`;
    }
  }
  for (const { name, min, exclusiveMin, max, integer } of kind.parameters) {
    const value = spec[name];
    if (value === undefined) return `${kind.name} needs ${name}`;
    if (typeof value !== 'number' || !Number.isFinite(value)) return `${name} must be a finite number`;
    if (min !== undefined && value < min) return `${name} must be at least ${min}, not ${value}`;
    if (exclusiveMin !== undefined && value <= exclusiveMin)
      return `${name} must be above ${exclusiveMin}, not ${value}`;
    if (max !== undefined && value > max) return `${name} must be at most ${max}, not ${value}`;
    if (integer && !Number.isInteger(value)) return `${name} must be a whole number, not ${value}`;
  }
  return kind.check?.(spec);
}

/** Builds the distribution of a spec. Throws a RangeError with the sentence of `distributionProblem` if it is wrong. */
export function buildDistribution(spec: DistributionSpec): Distribution {
  const problem = distributionProblem(spec);
  if (problem) throw new RangeError(`Distribution ${spec.dist}: ${problem}.`);
  return distributionRegistry[spec.dist].build(spec);
}

/** The distribution of `factor` > 0 times what is drawn; undefined where no kind has it. */
export function distributionTimes(spec: DistributionSpec, factor: number): DistributionSpec | undefined {
  return distributionRegistry[spec.dist].times?.(spec, factor);
}

/**
 * The distribution of what comes in `part` of a time, in (0, 1], of an amount with this distribution. Poisson, gamma,
 * exponential and normal amounts divide without end: independent parts add up to the whole. Counts of tries are
 * thinned, which keeps the mean. All others are scaled: the mean is kept, and sums over parts vary less than
 * the whole did. Undefined where neither is possible (beta, logitnormal).
 */
export function distributionOver(spec: DistributionSpec, part: number): DistributionSpec | undefined {
  const kind = distributionRegistry[spec.dist];
  return kind.over?.(spec, part) ?? kind.times?.(spec, part);
}
