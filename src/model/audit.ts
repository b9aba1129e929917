import { Contact } from './service.ts';
import type { World } from './world.ts';

/** Whether an audit of this share of records looks at a client's contact of this step and finds it a token one. */
export function inspectContact(
  world: World,
  role: number,
  client: number,
  step: number,
  share: number,
): boolean {
  if (world.service.contact[role][client] !== Contact.token) return false;
  return world.luck.audit[role].uniform(world.people.id[client], step) < share;
}
