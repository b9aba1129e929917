import type { World } from './world.ts';

/**
 * Whether an audit of this share of records looks at a client's contact, claimed in this step, and finds it a token one.
 */
export function inspectContact(
  world: World,
  role: number,
  client: number,
  step: number,
  share: number,
): boolean {
  if (world.record.token[role][client] === 0) return false;
  return world.luck.audit[role].uniform(world.people.id[client], step) < share;
}
