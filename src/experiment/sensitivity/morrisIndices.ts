import { Moments } from '../../statistics/index.ts';
import type { MorrisIndex } from '../../tables/sensitivity.ts';
import { type Bootstrap, resamples, undefinedFor, withBootstrap } from './bootstrap.ts';
import type { Move } from './morrisDesign.ts';

/** What the indices are computed from. */
export interface MovedOutputs {
  /** Names of the parameters. */
  parameters: readonly string[];
  moves: readonly Move[];
  /** [point][parameter] where in its range the value lies that was used, 0 to 1. */
  places: readonly ArrayLike<number>[];
  /** [point] the output; null where it is not defined or the point failed. */
  outputs: readonly (number | null)[];
}

/**
 * Elementary effects of each parameter, by Morris (1991), with the mean of their sizes by Campolongo, Cariboni and Saltelli
 * (2007). An effect is the change of the output over the change of place, so that it is taken over the parameter’s
 * whole range and has the output’s unit; for a whole number the place of the number that was used counts. Intervals
 * are bootstrapped over effects. A move with an output missing at either end, or one that left the value as it was,
 * gives no effect.
 */
export function morrisIndices(
  { parameters, moves, places, outputs }: MovedOutputs,
  bootstrap: Bootstrap,
): MorrisIndex[] {
  const effects = parameters.map((): number[] => []);
  for (const { parameter, from, to } of moves) {
    const [before, after] = [outputs[from], outputs[to]];
    const change = places[to][parameter] - places[from][parameter];
    if (before !== null && after !== null && change !== 0) effects[parameter].push((after - before) / change);
  }
  const drawn = new Map<number, Uint32Array[]>();
  const rowsFor = (n: number): Uint32Array[] => {
    const rows = drawn.get(n) ?? resamples(n, bootstrap);
    drawn.set(n, rows);
    return rows;
  };
  return parameters.map((parameter, i) => indexOf(parameter, effects[i], rowsFor));
}

function indexOf(
  parameter: string,
  effects: readonly number[],
  rowsFor: (n: number) => readonly Uint32Array[],
): MorrisIndex {
  const n = effects.length;
  if (n === 0) {
    const none = undefinedFor('no move of it has an output at both ends');
    return { parameter, n, mu: none, muStar: none, sigma: none };
  }
  const whole = momentsOf(effects, undefined);
  const parts = n < 2 ? [] : rowsFor(n).map((rows) => momentsOf(effects, rows));
  const estimate = (read: (moments: EffectMoments) => number) =>
    withBootstrap(read(whole), parts.map(read), n);
  return {
    parameter,
    n,
    mu: estimate(({ plain }) => plain.mean),
    muStar: estimate(({ sizes }) => sizes.mean),
    sigma: n < 2 ? undefinedFor('there is one effect') : estimate(({ plain }) => plain.sd),
  };
}

interface EffectMoments {
  plain: Moments;
  sizes: Moments;
}

function momentsOf(effects: readonly number[], rows: Uint32Array | undefined): EffectMoments {
  const plain = new Moments();
  const sizes = new Moments();
  for (let i = 0; i < effects.length; i++) {
    const effect = effects[rows ? rows[i] : i];
    plain.push(effect);
    sizes.push(Math.abs(effect));
  }
  return { plain, sizes };
}
