import { writeClientId } from '../../model/build/people.ts';
import { inCrisis } from '../../model/people/crisis.ts';
import type { OpenDesk } from '../../model/week/allocate/outside.ts';
import { lengthOf } from '../../model/week/allocate/shortest.ts';
import type { World } from '../../model/world.ts';
import type { ChairDesk, DeskDuty, SeenClient } from '../../tables/chair.ts';
import { boardOf } from './board.ts';
import type { ChairRoom } from './room.ts';

/** What lies on the desk this week, as far as the caseworker can see it: neither true need nor what is hidden, nor how trust stands. */
export function deskView(
  { settings, scenario }: ChairRoom,
  world: World,
  desk: OpenDesk,
  nth: number,
): ChairDesk {
  const { phase, caseworkers, dutyHours, step } = world;
  const { worker, role } = desk;
  const { requiredEvery, tokenHours } = phase.roles[role];
  const first = dutyHours.names.flatMap((name, index) => {
    const hours = dutyHours.step[index][worker];
    return hours > 0 ? [{ name, hours }] : [];
  });
  return {
    week: step,
    sitting: nth + 1,
    weeks: settings.weeks,
    hours: {
      paid: Object.values(phase.scenario.caseworkers.roles)[role].hoursPerWeek,
      contact: caseworkers.hoursAvailable[worker],
      first,
      atHand: desk.hours,
    },
    inFormHours: requiredEvery > 0 ? tokenHours : null,
    requiredEvery,
    parkedAfter: scenario.measures.parkedAfter,
    clients: Array.from(desk.clients, (row) => seenClient(world, desk, row)),
    duties: desk.duties.map((duty) => deskDuty(duty, worker)),
    board: boardOf(world, caseworkers.office[worker]),
  };
}

/** Nobody sees more finely than this; nor does rounding far behind the point tell what is hidden. */
const atAGlance = (value: number): number => Math.round(1000 * value) / 1000;

function seenClient(world: World, { role, seen }: OpenDesk, row: number): SeenClient {
  const { people, service, clients, names, phase, step } = world;
  const { requiredEvery, shortest } = phase.roles[role];
  const stage = clients.stage[row];
  const counts = phase.stageCounts[stage] === 1;
  const lastSeen = service.lastRealOfRole[role][row];
  const weeksOnFile = step - service.lastRecorded[role][row];
  const ruled = requiredEvery > 0 && counts && phase.roles[role].notServed[stage] === 0;
  return {
    id: writeClientId(people.id[row]),
    group: names.groups[people.group[row]],
    stage: names.stages[stage],
    counts,
    appearance: atAGlance(seen.appearance[row]),
    motivation: atAGlance(seen.perceivedMotivation[row]),
    awkwardness: atAGlance(people.awkwardness[row]),
    weeksOnCaseload: step - service.attachedAt[row],
    weeksSinceContact: lastSeen < service.attachedAt[row] ? null : step - lastSeen,
    contactHours: service.contactHours[row],
    crisis: inCrisis(world, row),
    passedBack: service.passedBackUntil[row] > step,
    required: ruled ? { weeksOnFile, due: weeksOnFile >= requiredEvery } : null,
    score: Number.isNaN(service.score[row]) ? null : service.score[row],
    sanctioned: service.sanctionedUntil[row] > step,
    recorded: names.events.filter((_, event) => service.claimedFirst[event][row] >= 0),
    shortest: shortest * lengthOf(world, role, row),
  };
}

function deskDuty(duty: OpenDesk['duties'][number], worker: number): DeskDuty {
  const { name, kind, item, due } = duty;
  return {
    name,
    kind,
    waiting: duty.waitingHours(worker),
    item,
    divisible: kind === 'recording',
    age: duty.age(worker),
    due,
  };
}
