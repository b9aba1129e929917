import { exp } from '../../src/random/index.ts';

/** A queue: arrivals an hour, servers, services an hour of each, and the rate at which each one who waits leaves. */
export interface Queue {
  lambda: number;
  c: number;
  mu: number;
  theta: number;
}

/** Longest queue that is looked at: what lies above has no weight worth naming at the loads of the tests. */
const LONGEST = 400;

/**
 * Mean number in the system and mean number waiting of the birth–death chain of M/M/c, or of M/M/c + M (Erlang-A) where
 * theta is above 0: births λ, deaths min(n, c) · μ + max(0, n − c) · θ.
 */
export function birthDeath({ lambda, c, mu, theta }: Queue): { inSystem: number; waiting: number } {
  const weights = new Float64Array(LONGEST);
  weights[0] = 1;
  for (let n = 1; n < LONGEST; n++)
    weights[n] = (weights[n - 1] * lambda) / (Math.min(n, c) * mu + Math.max(0, n - c) * theta);
  return meansOf(weights, c);
}

/** Mean time in the system of M/M/c by Erlang's C formula: 1/μ + C / (c · μ − λ). */
export function erlangC({ lambda, c, mu }: Queue): number {
  const load = lambda / mu;
  let term = 1;
  let below = 0;
  for (let n = 0; n < c; n++) {
    below += term;
    term = (term * load) / (n + 1);
  }
  const all = (term * c) / (c - load);
  return 1 / mu + all / (below + all) / (c * mu - lambda);
}

/**
 * The rates at which steps serve and lose: what ends within a step is known at its end, so that a service takes
 * step / (1 − exp(−μ · step)) hours in the mean, which is about half a step more than 1 / μ.
 */
export function ratesOfSteps(queue: Queue, step: number): Queue {
  const rate = (perHour: number): number => (1 - exp(-perHour * step)) / step;
  return { ...queue, mu: rate(queue.mu), theta: rate(queue.theta) };
}

/**
 * The same queue in steps of some hours, as the model has it. n is the number after the arrivals of a step, of whom
 * min(n, c) are seen for all of it: each of these is done at its end with chance 1 − exp(−μ · step), each of the others
 * leaves with chance 1 − exp(−θ · step). Then the arrivals of the next step come, a Poisson number.
 */
export function inSteps(
  { lambda, c, mu, theta }: Queue,
  step: number,
): { inSystem: number; waiting: number } {
  const size = 160;
  const done = 1 - exp(-mu * step);
  const gone = 1 - exp(-theta * step);
  const arrivals = poisson(lambda * step, 40);
  const losses = Array.from({ length: size }, (_, n) =>
    convolve(binomial(Math.min(n, c), done), binomial(Math.max(0, n - c), gone)),
  );
  let now = new Float64Array(size);
  now[0] = 1;
  for (let round = 0; round < 3000; round++) {
    const left = new Float64Array(size);
    for (let n = 0; n < size; n++) {
      if (now[n] < 1e-14) continue;
      const loss = losses[n];
      for (let k = 0; k < loss.length; k++) left[n - k] += now[n] * loss[k];
    }
    const next = new Float64Array(size);
    for (let n = 0; n < size; n++) {
      if (left[n] < 1e-16) continue;
      for (let k = 0; k < arrivals.length; k++) next[Math.min(size - 1, n + k)] += left[n] * arrivals[k];
    }
    now = next;
  }
  return meansOf(now, c);
}

function meansOf(weights: Float64Array, c: number): { inSystem: number; waiting: number } {
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = (of: (n: number) => number): number =>
    weights.reduce((sum, weight, n) => sum + weight * of(n), 0) / total;
  return { inSystem: mean((n) => n), waiting: mean((n) => Math.max(0, n - c)) };
}

function poisson(mean: number, most: number): Float64Array {
  const chances = new Float64Array(most);
  chances[0] = exp(-mean);
  for (let k = 1; k < most; k++) chances[k] = (chances[k - 1] * mean) / k;
  return chances;
}

function binomial(n: number, p: number): Float64Array {
  let chances: Float64Array = Float64Array.of(1);
  for (let i = 0; i < n; i++) chances = convolve(chances, Float64Array.of(1 - p, p));
  return chances;
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length + b.length - 1);
  for (let i = 0; i < a.length; i++) for (let k = 0; k < b.length; k++) out[i + k] += a[i] * b[k];
  return out;
}
