import { scrutinyOf } from '../commissioner/relations.ts';
import { COMMISSIONER, officeParty } from '../money/books.ts';
import type { World } from '../world.ts';

/** Account to which offices pay for records that an audit found. */
export const AUDIT_ACCOUNT = 'audit.records';

/** Share of the records of an office that the commissioner's audit looks at. */
export function auditedShare(world: World, office: number): number {
  return world.phase.scenario.commissioner.audit.share * scrutinyOf(world, office);
}

/** Whether the commissioner's audit looks at a contact in form only of this step and sees through it. */
export function auditFindsContact(world: World, role: number, row: number, madeAt: number): boolean {
  const { insight } = world.phase.scenario.commissioner.audit;
  const share = auditedShare(world, world.service.office[row]);
  if (share <= 0) return false;
  const { luck, people } = world;
  const id = people.id[row];
  return luck.audit[role].uniform(id, madeAt) < share && luck.auditInsight.uniform(id, madeAt) < insight;
}

/** Whether it looks at an event that somebody invented at this step and sees through it. */
export function auditFindsEvent(world: World, event: number, row: number, madeAt: number): boolean {
  const { insight } = world.phase.scenario.commissioner.audit;
  const share = auditedShare(world, world.service.office[row]);
  if (share <= 0) return false;
  const { luck, people } = world;
  const id = people.id[row];
  return (
    luck.auditEvent[event].uniform(id, madeAt) < share && luck.auditInsight.uniform(id, madeAt) < insight
  );
}

/** Whether records that are found do not count. */
export function strikes({ phase }: World): boolean {
  return phase.scenario.commissioner.audit.strike;
}

/** The commissioner notes a record that was found, and the office pays for it. */
export function chargeFound(world: World, office: number, row: number): void {
  const { books, people, phase, step, commissioner } = world;
  commissioner.found[office]++;
  const { penalty } = phase.scenario.commissioner.audit;
  if (penalty <= 0) return;
  const account = books.open(AUDIT_ACCOUNT, 'fee', 'audit');
  books.post(step, COMMISSIONER, officeParty(office), account, people.group[row], -penalty);
}
