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
  const { status, attached, attachedCount, attachedAt, office } = service;
  const { stay } = phase.scenario.pathway.programme;
  const { followUp } = phase.scenario.clock;
  const { stageFinal, stageCounts } = phase;
  const { stage: stageOf } = clients;
  const { referredAt } = people;
  const { spellPart } = world.offices;
  const droppedOut = names.events.indexOf('droppedOut');
  const completed = names.events.indexOf('completed');
  // The draw comes first: only where it is below the largest chance that anybody can have is the chance worked out.
  const ceiling = world.bindings.dropOut.ceiling(world.bindings.clients.ranges);
  let left = 0;
  for (let at = 0; at < attachedCount; at++) {
    const row = attached[at];
    const stage = stageOf[row];
    const counts = stageCounts[stage] === 1;
    if (stageFinal[stage] === 1 || hadLastInstalment(world, row)) {
      finish(world, row, Status.completed, completed);
    } else if (counts && ceiling > 0 && dropsOut(world, at, ceiling)) {
      finish(world, row, Status.droppedOut, droppedOut);
    } else if (counts && step + 1 - attachedAt[row] >= stay * spellPart[office[row]]) {
      finish(world, row, Status.completed, completed);
    } else if (step + 1 - referredAt[row] > followUp) {
      finish(world, row, Status.completed, completed);
    }
    if (status[row] !== Status.attached) left++;
  }
  if (left > 0 || phase.pooled) compactAttached(world);
}

function finish(world: World, row: number, status: number, event: number): void {
  emitEvent(world, row, event);
  endAttachment(world, row, status);
}

/** Whether the client at this place of the attached drops out this week. */
function dropsOut(world: World, at: number, ceiling: number): boolean {
  const { service, people, luck, step, scratch } = world;
  const u = luck.dropOut.uniform(people.id[service.attached[at]], step);
  if (u >= ceiling) return false;
  world.bindings.dropOut.evaluate(service.attached, at, 1, scratch.block);
  world.witness?.drew(service.attached[at], 'dropOut', u, scratch.block[0]);
  return u < scratch.block[0];
}

/** Whether every milestone for the client that emits the sustained event has had its last instalment. */
function hadLastInstalment(world: World, row: number): boolean {
  const { milestones, sustainedEvent } = world.phase;
  // Who has not had the event yet has not had its last instalment.
  if (sustainedEvent < 0 || world.clients.eventCount[sustainedEvent][row] === 0) return false;
  const group = world.people.group[row];
  let any = false;
  for (let m = 0; m < milestones.length; m++) {
    if (milestones[m].event !== sustainedEvent || !isFor(milestones[m], group)) continue;
    any = true;
    if (world.clients.milestoneCount[m][row] < 1 + milestones[m].repeatTimes) return false;
  }
  return any;
}
