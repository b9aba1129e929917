/**
 * How much room each place of a layer has: goal by goal the distance between its neighbours on both sides, over the range
 * of the layer, added up. Places at an end of a goal have Infinity; equal places share their neighbours in order.
 *
 * Source: Deb, Pratap, Agarwal and Meyarivan (2002), IEEE Transactions on Evolutionary Computation 6(2), 182–197.
 */
export function crowding(layer: readonly (readonly number[])[]): number[] {
  const room = new Array<number>(layer.length).fill(0);
  const goals = layer[0]?.length ?? 0;
  for (let goal = 0; goal < goals; goal++) {
    const order = layer.map((_, i) => i).sort((a, b) => layer[a][goal] - layer[b][goal] || a - b);
    const at = (place: number) => layer[order[place]][goal];
    const range = at(order.length - 1) - at(0);
    room[order[0]] = Number.POSITIVE_INFINITY;
    room[order[order.length - 1]] = Number.POSITIVE_INFINITY;
    if (range === 0) continue;
    for (let place = 1; place < order.length - 1; place++)
      room[order[place]] += (at(place + 1) - at(place - 1)) / range;
  }
  return room;
}
