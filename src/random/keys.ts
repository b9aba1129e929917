import seedrandom from 'seedrandom';

/** The 64-bit key that a scenario's seed text stands for, as two unsigned 32-bit words. */
export type SeedKey = readonly [number, number];

/**
 * Turns a seed text into the key of every draw of a run. Any text will do, the empty one too;
 * the same text gives the same key on every engine.
 */
export function seedKey(seedText: string): SeedKey {
  const generator = seedrandom(seedText);
  return [generator.int32() >>> 0, generator.int32() >>> 0];
}

/**
 * A stable unsigned 32-bit number for a name, by which draws of named things (groups, offices, streams)
 * are keyed: their order in the file never moves luck. FNV-1a over the UTF-16 code units, each taken as
 * two bytes, with MurmurHash3's finaliser so that short names differ in all bits.
 */
export function nameIndex(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
