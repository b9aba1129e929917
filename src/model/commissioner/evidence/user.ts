import type { World } from '../../world.ts';
import type { EvidenceKind } from './kind.ts';

/** How an attached client is served, in [0, 1]: trust, and recent contact as far as it reaches what people think due. */
export function serviceFelt({ service, phase }: World, row: number): number {
  const { contact, due } = phase.scenario.commissioner.user;
  let recent = 0;
  for (let role = 0; role < service.recent.length; role++)
    if (phase.contactRole[role] === 1) recent += service.recent[role][row];
  return (1 - contact) * service.trust[row] + contact * Math.min(1, recent / due);
}

/** The attached clients of an office who are asked, drawn by client and step. */
function asked({ service, people, luck, step }: World, office: number, n: number): number[] {
  return Array.from(service.attached.subarray(0, service.attachedCount))
    .filter((row) => service.office[row] === office)
    .map((row) => ({ row, draw: luck.userSample.uniform(people.id[row], step) }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, n)
    .map(({ row }) => row);
}

/**
 * What users say: the share of the clients asked who find the service better than they expect. Where people expect
 * little nearly all are satisfied, whatever the service is worth, and the answers tell offices apart by chance alone
 * (document 003: satisfaction is uninformative).
 */
export const user: EvidenceKind = {
  id: 'user',
  lines({ world, offices, stage }) {
    if (stage.user === 0) return [];
    const { commissioner, phase } = world;
    const settings = phase.scenario.commissioner.user;
    const values = offices.map((office) => {
      const rows = asked(world, office, settings.asked);
      const expected = commissioner.usualService[office] ?? settings.expectation;
      const content = rows.filter((row) => serviceFelt(world, row) >= expected).length;
      return rows.length > 0 ? content / rows.length : Number.NaN;
    });
    return [{ weight: stage.user, values, usual: settings.usual, spread: settings.spread }];
  },
};

/** After a review that asked users: what people expect moves towards what the office's clients got. */
export function getUsedTo(world: World, offices: readonly number[]): void {
  const { service, commissioner, phase } = world;
  const { expectation, adapts } = phase.scenario.commissioner.user;
  if (adapts === 0) return;
  for (const office of offices) {
    let sum = 0;
    let clients = 0;
    for (let at = 0; at < service.attachedCount; at++) {
      const row = service.attached[at];
      if (service.office[row] !== office) continue;
      sum += serviceFelt(world, row);
      clients++;
    }
    if (clients === 0) continue;
    const before = commissioner.usualService[office] ?? expectation;
    commissioner.usualService[office] = before + adapts * (sum / clients - before);
  }
}
