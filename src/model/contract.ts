import { movePosts, shiftShare } from './outside/market.ts';
import { movePost } from './staff/roster.ts';
import { countTeams } from './staff/teams.ts';
import { assignWaiting } from './week/staff/handOver.ts';
import type { World } from './world.ts';

/**
 * Ends an office's contract from the next step on: its referrals, posts and attached clients go to the successor, as
 * staff are transferred with their work, and clients lose a part of their trust on the way; who had waited for a
 * caseworker gets one where the successor has any. What the office planned and was compared with goes along. Its cash,
 * its partners and employers, and activities that it had adopted do not.
 */
export function endContract(world: World, from: number, to: number, handoverLoss: number): void {
  const { offices, caseworkers, service, step, phase, names } = world;
  shiftShare(world, from, to, offices.referralShare[from]);
  // An office may have posts beyond its share, or had lost its share before.
  movePosts(world, from, to, 1);
  offices.contractEnded[from] = step + 1;
  for (let worker = 0; worker < caseworkers.count; worker++) {
    if (caseworkers.office[worker] === from) movePost(world, worker, to);
  }
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    if (service.office[row] !== from) continue;
    service.office[row] = to;
    service.trust[row] *= 1 - handoverLoss;
  }
  for (let cohort = 0; cohort <= step; cohort++)
    offices.attachedAt[to][cohort] += offices.attachedAt[from][cohort];
  offices.attachedAt[from].fill(0);
  offices.attached[to] += offices.attached[from];
  offices.attached[from] = 0;
  offices.shortfall[from] = 0;
  if (phase.pooled) countTeams(world);
  else for (let role = 0; role < names.roles.length; role++) assignWaiting(world, role);
}
