/** How a place does: its goals, turned so that lower is better in each, and how far in all it breaks its limits. */
export interface Judged {
  goals: readonly number[];
  /** 0 where it keeps to every limit; Infinity where it cannot be run. */
  violation: number;
}

/** At least as good in every goal and better in one. */
export function dominates(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, goal) => value <= b[goal]) && a.some((value, goal) => value < b[goal]);
}

/** A place that breaks less goes before; of two that keep to every limit, the one that dominates (Deb and others 2002). */
export function goesBefore(a: Judged, b: Judged): boolean {
  if (a.violation > 0 || b.violation > 0) return a.violation < b.violation;
  return dominates(a.goals, b.goals);
}

/**
 * Numbers of the places, layer by layer: the first are those that none goes before, the next those that only the first
 * go before, and so on. Within a layer in their own order.
 */
export function layersOf(places: readonly Judged[]): number[][] {
  const behind = places.map((): number[] => []);
  const ahead = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      if (goesBefore(places[i], places[j])) {
        behind[i].push(j);
        ahead[j]++;
      } else if (goesBefore(places[j], places[i])) {
        behind[j].push(i);
        ahead[i]++;
      }
    }
  }
  const layers: number[][] = [];
  let layer = places.flatMap((_, i) => (ahead[i] === 0 ? [i] : []));
  while (layer.length > 0) {
    layers.push(layer);
    const next: number[] = [];
    for (const i of layer) for (const j of behind[i]) if (--ahead[j] === 0) next.push(j);
    layer = next.sort((a, b) => a - b);
  }
  return layers;
}
