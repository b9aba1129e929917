import { exp } from '../../../random/index.ts';
import type { PhaseModel } from '../../phase.ts';
import type { World } from '../../world.ts';

/** Quantiles at which the noise of judgement is tabulated. */
const NOISE_STEPS = 4096;

/** The noise of judgement: appeal is multiplied by it, or it is added, as the scenario says. */
export class JudgementNoise {
  /** A word of a draw without its last `shift` bits is its place in the table. */
  readonly shift = 20;
  readonly table = new Float64Array(NOISE_STEPS);
  private additive = false;

  /** Takes over what a phase says. */
  bind({ scenario, noise }: PhaseModel): void {
    this.additive = scenario.caseworkers.allocation.noiseForm === 'additive';
    for (let step = 0; step < NOISE_STEPS; step++) {
      const value = noise.quantile((step + 0.5) / NOISE_STEPS);
      this.table[step] = this.additive ? value : exp(value);
    }
  }

  /** An appeal with the noise that a word of a draw stands for. */
  on(appeal: number, word: number): number {
    const noise = this.table[word >>> this.shift];
    return this.additive ? appeal + noise : appeal * noise;
  }

  /** Puts the noise taken last on the appeal of the first `n` claimants. */
  addTo({ scratch: { noise } }: World, appeal: Float64Array, n: number): void {
    if (this.additive) for (let i = 0; i < n; i++) appeal[i] += noise[i];
    else for (let i = 0; i < n; i++) appeal[i] *= noise[i];
  }
}
