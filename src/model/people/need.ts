import type { Scenario } from '../schema/scenario.ts';
import type { Lives } from './lives.ts';

/** Weights of the barriers in need, in the order of the barrier columns. */
export function needWeights({ clients }: Pick<Scenario, 'clients'>): number[] {
  return Object.values(clients.barriers).map((barrier) => barrier.weight);
}

/** True need D = Σ weight × barrier of a life as it stands. */
export function needNow(lives: Lives, weights: readonly number[], row: number): number {
  let need = 0;
  for (let k = 0; k < weights.length; k++) need += weights[k] * lives.barriers[k][row];
  return need;
}
