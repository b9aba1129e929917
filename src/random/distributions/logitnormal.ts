import { logistic } from '../math.ts';
import { normalDensity, normalQuantile } from '../special.ts';
import { type DistributionKind, degenerate, numberOf } from './kind.ts';

/** A share whose logit is normal; its moments have no closed form and are integrated. */
export const logitnormal: DistributionKind = {
  name: 'logitnormal',
  doc: 'A share in (0, 1) whose logit ln(x/(1 − x)) is normal.',
  parameters: [
    { name: 'mu', doc: 'mean of the logit' },
    { name: 'sigma', doc: 'standard deviation of the logit', min: 0, max: 100 },
  ],
  build(spec) {
    const mu = numberOf(spec, 'mu');
    const sigma = numberOf(spec, 'sigma');
    if (sigma === 0) return degenerate('logitnormal', logistic(mu));
    const { mean, variance } = momentsByTrapezoids(mu, sigma);
    return {
      name: 'logitnormal',
      mean,
      variance,
      min: 0,
      max: 1,
      quantile: (u) => logistic(mu + sigma * normalQuantile(u)),
    };
  },
};

/**
 * The trapezoidal rule over z in ±9. The integrand's poles lie π/σ off the real line, so the error falls
 * like exp(−2π²/(σ·step)): a step of ⅖/σ (at most 1/8) leaves about 1e-15.
 */
function momentsByTrapezoids(mu: number, sigma: number): { mean: number; variance: number } {
  const step = Math.min(0.125, 0.4 / sigma);
  const steps = Math.ceil(9 / step);
  const centre = logistic(mu);
  let mass = 0;
  let first = 0;
  let second = 0;
  for (let i = -steps; i <= steps; i++) {
    const z = i * step;
    const weight = normalDensity(z);
    const away = logistic(mu + sigma * z) - centre;
    mass += weight;
    first += weight * away;
    second += weight * away * away;
  }
  const shift = first / mass;
  return { mean: centre + shift, variance: second / mass - shift * shift };
}
