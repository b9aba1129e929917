import { compactAttached, emitEvent, endAttachment } from '../../emit.ts';
import { BLOCK } from '../../scratch.ts';
import { Status } from '../../service.ts';
import type { World } from '../../world.ts';

/**
 * Who leaves the programme this week: clients without outcome who drop out or reach the end of their stay,
 * and everybody who is in a final stage, has the sustained event, or is no longer followed.
 */
export function leaveProgramme(world: World): void {
  const { service, phase, clients, people, luck, step, scratch, names } = world;
  const { stay } = phase.scenario.pathway.programme;
  const { followUp } = phase.scenario.clock;
  const droppedOut = names.events.indexOf('droppedOut');
  const completed = names.events.indexOf('completed');
  const sustained = phase.sustainedEvent;
  const finish = (row: number, status: number, event: number): void => {
    emitEvent(world, row, event);
    endAttachment(world, row, status);
  };
  for (let from = 0; from < service.attachedCount; from += BLOCK) {
    const n = Math.min(BLOCK, service.attachedCount - from);
    world.bindings.dropOut.evaluate(service.attached, from, n, scratch.block);
    for (let at = 0; at < n; at++) {
      const row = service.attached[from + at];
      const stage = clients.stage[row];
      if (phase.stageFinal[stage] === 1 || (sustained >= 0 && lastInstalment(world, row))) {
        finish(row, Status.completed, completed);
      } else if (
        phase.stageCounts[stage] === 1 &&
        scratch.block[at] > 0 &&
        luck.dropOut.uniform(people.id[row], step) < scratch.block[at]
      ) {
        finish(row, Status.droppedOut, droppedOut);
      } else if (phase.stageCounts[stage] === 1 && step + 1 - service.attachedAt[row] >= stay) {
        finish(row, Status.completed, completed);
      } else if (step + 1 - people.referredAt[row] > followUp) {
        finish(row, Status.completed, completed);
      }
    }
  }
  compactAttached(world);
}

/** Whether every milestone that emits the sustained event has paid its last instalment for the client. */
function lastInstalment(world: World, row: number): boolean {
  const { milestones, sustainedEvent } = world.phase;
  let any = false;
  for (let m = 0; m < milestones.length; m++) {
    if (milestones[m].event !== sustainedEvent) continue;
    any = true;
    if (world.clients.milestoneCount[m][row] < 1 + milestones[m].repeatTimes) return false;
  }
  return any;
}
