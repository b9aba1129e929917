import type { World } from '../world.ts';

/** Share of an activity's cost that the scheme bears now in the office's place, in [0, 1]. */
export function borneShare({ instruments }: World, activity: number, office: number): number {
  let borne = 0;
  for (const instrument of instruments) borne += instrument.bearsCost?.(activity, office) ?? 0;
  return Math.min(1, borne);
}

/**
 * Bears what it can of one contact in an activity, and tells each instrument that does so. Returns the share borne:
 * where several would bear it, those later in the file bear only what is left.
 */
export function bearContact({ instruments, step }: World, activity: number, office: number): number {
  let borne = 0;
  for (const instrument of instruments) {
    if (borne >= 1) break;
    const share = instrument.bearsCost?.(activity, office) ?? 0;
    if (share <= 0) continue;
    borne = Math.min(1, borne + share);
    instrument.onProvision?.(activity, office, step);
  }
  return borne;
}
