import * as z from 'zod';
import { buildDistribution, type DistributionSpec, distributionRegistry } from '../../random/index.ts';
import { requireSource, withInfo } from './fields.ts';
import { nearestName } from './nearest.ts';
import { isNumberText } from './numberText.ts';

export type { DistributionSpec };

/** What a distribution field is; `min` and `max` bound every value that may be drawn. */
export interface DistributionOptions {
  doc: string;
  unit?: string;
  /** As in a file: a number, `beta(2, 5)`, or `{ dist: 'beta', a: 2, b: 5 }`. */
  default?: number | string | DistributionSpec;
  source?: string;
  min?: number;
  max?: number;
}

/** The schema of a distribution: number, shorthand or map in the file, a complete spec in the resolved scenario. */
export type DistributionSchema = z.ZodType<
  DistributionSpec,
  number | string | Record<string, unknown> | undefined
>;

/** A distribution that was read, or what is wrong with it: the key at fault, and the words for it. */
export type DistributionReading =
  | { spec: DistributionSpec }
  | { problem: string; key?: string; allowed?: string; nearest?: string };

const callPattern = /^\s*([A-Za-z][A-Za-z0-9]*)\s*\(([^()]*)\)\s*$/;
const kindNames = () => Object.keys(distributionRegistry);

/** A distribution drawn from text such as `beta(2, 5)`: undefined when the text is no complete call of a known one. */
export function readShorthand(text: string): DistributionSpec | undefined {
  const reading = readCall(text);
  return 'spec' in reading ? reading.spec : undefined;
}

/** How a distribution is called, for messages and docs: "beta(a, b)". */
export function distributionSignature(name: string): string {
  return `${name}(${distributionRegistry[name].parameters.map((parameter) => parameter.name).join(', ')})`;
}

function unknownName(name: string): DistributionReading {
  return {
    problem: `no distribution is called "${name}"`,
    key: 'dist',
    allowed: kindNames().map(distributionSignature).join(', '),
    nearest: nearestName(name, kindNames()),
  };
}

function readCall(text: string): DistributionReading {
  const call = callPattern.exec(text);
  if (!call)
    return { problem: `"${text}" is no distribution`, allowed: 'a number or a call such as beta(2, 5)' };
  const [, name, inside] = call;
  if (!Object.hasOwn(distributionRegistry, name)) return unknownName(name);
  const words = inside.trim() === '' ? [] : inside.split(',').map((word) => word.trim());
  const parameters = distributionRegistry[name].parameters;
  if (words.length !== parameters.length)
    return {
      problem: `${name} takes ${parameters.length} number(s), not ${words.length}`,
      allowed: distributionSignature(name),
    };
  const spec: DistributionSpec = { dist: name };
  for (const [i, word] of words.entries()) {
    if (!isNumberText(word))
      return { problem: `"${word}" in ${text} is no number`, allowed: distributionSignature(name) };
    // Adding 0 makes 0 of -0, as in numbers of a file.
    spec[parameters[i].name] = Number(word) + 0;
  }
  return { spec };
}

/** Reads any of the three forms, without the bounds of a field. A map without `dist` amends the default. */
export function readDistribution(
  value: unknown,
  fallback?: number | string | DistributionSpec,
): DistributionReading {
  if (typeof value === 'number') {
    const name = distributionRegistry.constant.parameters[0].name;
    return { spec: { dist: 'constant', [name]: value } as DistributionSpec };
  }
  if (typeof value === 'string') {
    const reading = readCall(value);
    return 'spec' in reading ? checked(reading.spec) : reading;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      problem: 'not a distribution',
      allowed: 'a number, a call such as beta(2, 5), or { dist: beta, a: 2, b: 5 }',
    };
  const given = value as Record<string, unknown>;
  if (given.dist !== undefined) return checked(given);
  if (fallback === undefined)
    return { problem: 'the key "dist" is missing', allowed: kindNames().join(', ') };
  const basis = readDistribution(fallback);
  return 'spec' in basis ? checked({ ...basis.spec, ...given }) : basis;
}

function checked(given: Record<string, unknown>): DistributionReading {
  const name = given.dist;
  if (typeof name !== 'string' || !Object.hasOwn(distributionRegistry, name))
    return unknownName(String(name));
  const kind = distributionRegistry[name];
  const names = kind.parameters.map((parameter) => parameter.name);
  for (const key of Object.keys(given))
    if (key !== 'dist' && !names.includes(key))
      return {
        problem: `${name} has no parameter "${key}"`,
        key,
        allowed: names.join(', '),
        nearest: nearestName(key, names),
      };
  for (const { name: key, min, exclusiveMin, max, integer } of kind.parameters) {
    const number = given[key];
    if (number === undefined)
      return { problem: `${name} needs "${key}"`, allowed: distributionSignature(name) };
    if (typeof number !== 'number' || !Number.isFinite(number))
      return { problem: `"${key}" of ${name} is no number`, key, allowed: 'a number' };
    if (min !== undefined && number < min)
      return { problem: `"${key}" of ${name} is too small: ${number}`, key, allowed: `at least ${min}` };
    if (exclusiveMin !== undefined && number <= exclusiveMin)
      return {
        problem: `"${key}" of ${name} is too small: ${number}`,
        key,
        allowed: `above ${exclusiveMin}`,
      };
    if (max !== undefined && number > max)
      return { problem: `"${key}" of ${name} is too large: ${number}`, key, allowed: `at most ${max}` };
    if (integer && !Number.isInteger(number))
      return { problem: `"${key}" of ${name} is not whole: ${number}`, key, allowed: 'a whole number' };
  }
  const ordered = Object.fromEntries(names.map((key) => [key, given[key] as number]));
  const spec: DistributionSpec = { dist: name, ...ordered };
  const complaint = kind.check?.(spec);
  return complaint ? { problem: complaint, allowed: distributionSignature(name) } : { spec };
}

/** The three forms in a file; shared by all distributions, since each schema takes its time to make. */
const written = z.union([z.number(), z.string(), z.record(z.string(), z.union([z.number(), z.string()]))]);

/**
 * A distribution by name. Values outside `min` and `max` must be impossible under it: a normal for a share is refused.
 * Without a default it is required. Throws when a default has no source or is no distribution.
 */
export function distribution(options: DistributionOptions): DistributionSchema {
  requireSource('distribution', options);
  const read = (value: unknown): DistributionReading => {
    const reading = readDistribution(value, options.default);
    if (!('spec' in reading) || (options.min === undefined && options.max === undefined)) return reading;
    const { min, max } = buildDistribution(reading.spec);
    const low = options.min !== undefined && min < options.min;
    const high = options.max !== undefined && max > options.max;
    if (!low && !high) return reading;
    return {
      problem: `${reading.spec.dist} can give values from ${min} to ${max}`,
      allowed: `only values from ${options.min ?? '-infinity'} to ${options.max ?? 'infinity'} are possible here`,
    };
  };
  const schema = withInfo(
    written.transform((value, context): DistributionSpec => {
      const reading = read(value);
      if ('spec' in reading) return reading.spec;
      const { problem, key, allowed, nearest } = reading;
      const path = key !== undefined && typeof value === 'object' && key in value ? [key] : [];
      context.addIssue({ code: 'custom', message: problem, path, params: { allowed, nearest } });
      return z.NEVER;
    }),
    { kind: 'distribution', ...options },
  );
  if (options.default === undefined) return schema as DistributionSchema;
  const reading = read(options.default);
  if ('problem' in reading)
    throw new Error(`The default of distribution "${options.doc}" is wrong: ${reading.problem}.`);
  return schema.prefault(options.default) as DistributionSchema;
}
