/** A part of a sweep that is run apart: the i-th of n, from 1. */
export interface Shard {
  part: number;
  of: number;
}

/** Reads `2/8`. @throws RangeError where it is no such part. */
export function readShard(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (!(shard.part >= 1 && shard.part <= shard.of))
    throw new RangeError(`takes a part such as 2/8, the second of eight, not "${text}"`);
  return shard;
}

/** Numbers of the points that belong to a part: every n-th, so that parts are alike in what they cost. */
export const isInShard = (point: number, { part, of }: Shard): boolean => point % of === part - 1;
