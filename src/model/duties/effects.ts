import type { World } from '../world.ts';

/** Openings that prospecting adds to a pool in this step, over all offices. */
export function openingsFound({ duties }: World, pool: number): number {
  let openings = 0;
  for (const duty of duties) openings += duty.openings?.(pool) ?? 0;
  return openings;
}

/** Whether prevention keeps somebody who would be referred in this step away; decided by a draw of the person. */
export function keptAway({ duties, luck, people, service }: World, row: number): boolean {
  let comes = 1;
  for (const duty of duties) comes *= 1 - (duty.prevents?.(service.office[row]) ?? 0);
  return comes < 1 && luck.prevention.uniform(people.id[row], 0) < 1 - comes;
}
