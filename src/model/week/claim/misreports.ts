import { worthOfEvent } from '../../money/prices.ts';
import { isFor } from '../../phase.ts';
import { auditedShare } from '../../record/auditing.ts';
import { inventEvent } from '../../record/keep.ts';
import type { World } from '../../world.ts';

/**
 * Caseworkers may enter events that did not happen: for each attached client without the event on record, with chance
 * rate · (1 − integrity) · (1 + π(1 + hopeless · q)) · max(0, 1 − a(1 + penalty / price)), a = share × insight of audits, q = chance that the office misses its target. A price of 0
 * tempts nobody. What follows another event is only entered after that one is on record.
 */
export function misreport(world: World): void {
  const { phase, names } = world;
  for (const duty of Object.values(phase.scenario.caseworkers.duties)) {
    if (duty.kind !== 'recording' || duty.misreport.rate <= 0) continue;
    const role = names.roles.indexOf(duty.role);
    const lack = 1 - phase.roles[role].integrity;
    if (lack <= 0) continue;
    const tempted = temptations(world, duty.misreport.hopeless);
    for (const [name, may] of Object.entries(duty.misreport.events)) {
      if (may) inventFor(world, role, names.events.indexOf(name), duty.misreport.rate * lack, tempted);
    }
  }
}

/** [office] how pressure and hopeless targets multiply the chance to invent. */
function temptations({ offices, instruments }: World, hopeless: number): Float64Array {
  return offices.felt.map((felt, office) => {
    if (hopeless === 0) return 1 + felt;
    const missed = Math.max(0, ...instruments.map((each) => each.missChance?.(office) ?? 0));
    return 1 + felt * (1 + hopeless * missed);
  });
}

function inventFor(world: World, role: number, event: number, rate: number, tempted: Float64Array): void {
  const { service, people, luck, record, step, phase } = world;
  const { audit } = phase.scenario.commissioner;
  const before = phase.milestones.filter((each) => each.event === event && each.after >= 0);
  const workerOf = service.worker[role];
  const claimed = service.claimedFirst[event];
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const worker = workerOf[row];
    if (worker < 0 || claimed[row] >= 0 || (record.inventedNow[event]?.[row] ?? 0) !== 0) continue;
    if (before.some((each) => isFor(each, people.group[row]) && service.claimedFirst[each.after][row] < 0))
      continue;
    const office = service.office[row];
    const most = rate * tempted[office];
    const u = luck.misreport[event].uniform(people.id[row], step);
    if (u >= most) continue;
    const price = worthOfEvent(world, event, row, office, true);
    if (price <= 0) continue;
    const seen = auditedShare(world, office) * audit.insight;
    if (u < most * Math.max(0, 1 - seen * (1 + audit.penalty / price)))
      inventEvent(world, row, event, worker);
  }
}
