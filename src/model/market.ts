import type { World } from './world.ts';

/**
 * Moves a share of all referrals from one office to another, at most what the first has left. From the next step
 * on new clients go by the new shares; who is attached stays.
 */
export function shiftShare(world: World, from: number, to: number, share: number): void {
  const { referralShare } = world.offices;
  const moved = Math.min(referralShare[from], Math.max(0, share));
  if (from === to || moved <= 0) return;
  referralShare[from] -= moved;
  referralShare[to] += moved;
}
