import { compactAttached, emitEvent, endAttachment } from '../../emit.ts';
import { isFor } from '../../phase.ts';
import { Status } from '../../service.ts';
import type { World } from '../../world.ts';

/**
 * Who leaves the programme this week: clients without outcome who drop out or reach the end of their stay,
 * and everybody who is in a final stage, has the sustained event, or is no longer followed.
 */
export function leaveProgramme(world: World): void {
  const { service, phase, clients, people, step, names } = world;
  const { stay } = phase.scenario.pathway.programme;
  const { followUp } = phase.scenario.clock;
  const { spellPart } = world.offices;
  const droppedOut = names.events.indexOf('droppedOut');
  const completed = names.events.indexOf('completed');
  const sustained = phase.sustainedEvent;
  const finish = (row: number, status: number, event: number): void => {
    emitEvent(world, row, event);
    endAttachment(world, row, status);
  };
  // The draw comes first: only where it is below the largest chance that anybody can have is the chance worked out.
  const ceiling = world.bindings.dropOut.ceiling(world.bindings.clients.ranges);
  for (let at = 0; at < service.attachedCount; at++) {
    const row = service.attached[at];
    const stage = clients.stage[row];
    if (phase.stageFinal[stage] === 1 || (sustained >= 0 && lastInstalment(world, row))) {
      finish(row, Status.completed, completed);
    } else if (phase.stageCounts[stage] === 1 && dropsOut(world, at, ceiling)) {
      finish(row, Status.droppedOut, droppedOut);
    } else if (
      phase.stageCounts[stage] === 1 &&
      step + 1 - service.attachedAt[row] >= stay * spellPart[service.office[row]]
    ) {
      finish(row, Status.completed, completed);
    } else if (step + 1 - people.referredAt[row] > followUp) {
      finish(row, Status.completed, completed);
    }
  }
  compactAttached(world);
}

/** Whether the client at this place of the attached drops out this week. */
function dropsOut(world: World, at: number, ceiling: number): boolean {
  const { service, people, luck, step, scratch } = world;
  if (ceiling <= 0) return false;
  const u = luck.dropOut.uniform(people.id[service.attached[at]], step);
  if (u >= ceiling) return false;
  world.bindings.dropOut.evaluate(service.attached, at, 1, scratch.block);
  return u < scratch.block[0];
}

/** Whether every milestone for the client that emits the sustained event has had its last instalment. */
function lastInstalment(world: World, row: number): boolean {
  const { milestones, sustainedEvent } = world.phase;
  const group = world.people.group[row];
  let any = false;
  for (let m = 0; m < milestones.length; m++) {
    if (milestones[m].event !== sustainedEvent || !isFor(milestones[m], group)) continue;
    any = true;
    if (world.clients.milestoneCount[m][row] < 1 + milestones[m].repeatTimes) return false;
  }
  return any;
}
