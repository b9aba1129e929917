import { logistic } from '../../random/index.ts';
import { knownTrait, worthOfChance } from '../beliefs.ts';
import { clip } from '../clip.ts';
import { emitEvent } from '../emit.ts';
import {
  believedPrices,
  feltPrices,
  instrumentsPricedByClient,
  ownValueDifference,
  priceSalience,
} from '../money/prices.ts';
import { appearanceOf, openEyes } from '../people/appearance.ts';
import { isFor } from '../phase.ts';
import { BLOCK } from '../scratch.ts';
import { Status } from '../service.ts';
import { MOTIVE } from '../staff/motives/registry.ts';
import { drawnCaseworker, leastLoaded } from '../staff/roster.ts';
import type { World } from '../world.ts';
import { changeStaff } from './staff/staff.ts';

/**
 * Step 3. Caseworkers leave and come. Then clients say whether they want the place, offices whether they give it
 * (creaming at the door), and who is taken gets a caseworker in every role.
 */
export function attach(world: World): void {
  changeStaff(world);
  const { people, luck, step, scratch } = world;
  const from = people.firstOfStep[step];
  const to = people.firstOfStep[step + 1];
  if (from === to) return;
  if (world.division === 'noService') {
    for (let row = from; row < to; row++) leaveAtDoor(world, row, Status.refused, 'refused');
    return;
  }
  const refuse = refusals(world);
  // Caseloads only rise while people join: who had the fewest clients last is known to have the fewest still.
  scratch.fewest.fill(0);
  for (let start = from; start < to; start += BLOCK) {
    const n = Math.min(BLOCK, to - start);
    for (let at = 0; at < n; at++) scratch.rows[at] = start + at;
    world.bindings.uptake.evaluate(scratch.rows, 0, n, scratch.block);
    for (let at = 0; at < n; at++) {
      const row = start + at;
      if (world.service.status[row] === Status.prevented) continue;
      const draw = luck.uptake.uniform(people.id[row], 0);
      world.witness?.drew(row, 'uptake', draw, scratch.block[at]);
      if (draw >= scratch.block[at]) leaveAtDoor(world, row, Status.declined, 'declined');
      else consider(world, row, refuse);
    }
  }
}

function leaveAtDoor(world: World, row: number, status: number, event: 'declined' | 'refused'): void {
  world.service.status[row] = status;
  emitEvent(world, row, world.names.events.indexOf(event));
}

function consider(world: World, row: number, refuse: (row: number, worker: number) => boolean): void {
  const { service, step } = world;
  const { pooled } = world.phase;
  const workers = world.names.roles.map((_, role) => chooseCaseworker(world, row, role));
  const decider = workers[decidingRole(world)];
  if (decider >= 0 && refuse(row, decider)) {
    leaveAtDoor(world, row, Status.refused, 'refused');
    return;
  }
  service.status[row] = Status.attached;
  service.attachedAt[row] = step;
  service.lastReal[row] = step - 1;
  service.attached[service.attachedCount++] = row;
  if (world.othersAsTwins) world.clientRows.rows[world.clientRows.to++] = row;
  workers.forEach((worker, role) => {
    service.worker[role][row] = pooled ? -1 : worker;
    service.lastRealOfRole[role][row] = step - 1;
    service.lastRecorded[role][row] = step - 1;
    if (worker >= 0 && !pooled) world.caseworkers.caseload[worker]++;
  });
  world.offices.attachedAt[world.service.office[row]][step]++;
  emitEvent(world, row, world.names.events.indexOf('attached'));
}

function decidingRole(world: World): number {
  const roles = Object.values(world.phase.scenario.caseworkers.roles);
  const named = roles.findIndex((role) => role.decisions);
  return Math.max(0, named);
}

/**
 * A present caseworker of the client's office: the one with fewest clients, or one by the client's key; −1 if none. Of a
 * team, whose caseloads are equal, it is one by the key, who only decides on the place.
 */
function chooseCaseworker(world: World, row: number, role: number): number {
  const { luck, people, service, phase, caseworkers, offices } = world;
  const draw = luck.assignment[role].uniform(people.id[row], 0);
  const office = service.office[row];
  if (phase.scenario.caseworkers.assignment === 'keyed') return drawnCaseworker(world, role, office, draw);
  const { fewest } = world.scratch;
  const cell = role * offices.count + office;
  const worker = leastLoaded(world, role, office, draw, fewest[cell]);
  if (worker >= 0) fewest[cell] = caseworkers.caseload[worker];
  return worker;
}

/**
 * Whether a caseworker's office refuses a client: the logit of acceptance is the base, plus the payoff
 * weight times what the place is thought to bring beyond what is not covered by money that comes
 * anyway, plus the need weight times apparent need above the mean.
 */
function refusals(world: World): (row: number, worker: number) => boolean {
  const { refusal, stay } = world.phase.scenario.pathway.programme;
  if (!refusal.on) return () => false;
  const { caseworkers, luck, names, instruments, offices, references } = world;
  const prices = believedPrices(world);
  const attachedEvent = names.events.indexOf('attached');
  const eyes = openEyes(world);
  const priced = instrumentsPricedByClient(world);
  const salience = names.offices.map((_, office) => priceSalience(world, office));
  const leaving = world.phase.leaving[world.phase.startStage];
  const felt = names.offices.map((_, office) =>
    leaving.map((t) => {
      const event = world.phase.transitions[t].event;
      const price = feltPrices(world, prices[event][1], office);
      for (const milestone of world.phase.milestones) {
        if (milestone.after !== event) continue;
        const later = feltPrices(world, prices[milestone.event][1], office);
        for (let group = 0; group < price.length; group++)
          if (isFor(milestone, group)) price[group] += milestone.believedChance * later[group];
      }
      return price;
    }),
  );
  const covered = names.offices.map((_, office) =>
    names.groups.map((_, group) => {
      const sum = instruments.reduce(
        (total, each) => total + (each.coveredPerPlace?.(group, office) ?? 0),
        0,
      );
      return Math.min(1, sum / refusal.placeCost);
    }),
  );
  return (row, worker) => {
    const office = world.service.office[row];
    const group = world.people.group[row];
    const apparent = appearanceOf(world, row, eyes);
    const ownPrice = (event: number): number =>
      priced.length === 0 ? 0 : ownValueDifference(world, priced, event, row, group, office, true);
    let value = prices[attachedEvent][1][office * names.groups.length + group] + ownPrice(attachedEvent);
    leaving.forEach((t, at) => {
      const kernel = world.phase.transitions[t].believed;
      const values: Record<string, number> = {};
      for (const name of kernel.variables) values[name] = seenAtDoor(world, name, row, group, apparent);
      const price = felt[office][at][group] + salience[office] * ownPrice(world.phase.transitions[t].event);
      value += price * worthOfChance(kernel.evaluateOne(values), stay, 0);
    });
    const worth = Math.min(refusal.worthCap, value / refusal.placeCost - (1 - covered[office][group]));
    const payoff = world.phase.motiveScale[MOTIVE.payoff] * caseworkers.weights[MOTIVE.payoff][worker];
    const need = world.phase.motiveScale[MOTIVE.need] * caseworkers.weights[MOTIVE.need][worker];
    const logit =
      refusal.base +
      payoff * (1 + offices.felt[office]) * refusal.payoffSlope * worth +
      need * (apparent - references.means.need);
    const draw = luck.acceptance.uniform(world.people.id[row], 0);
    const chance = logistic(logit);
    world.witness?.drew(row, 'acceptance', draw, chance);
    return draw >= chance;
  };
}

function seenAtDoor(world: World, name: string, row: number, group: number, apparent: number): number {
  if (name === 'appearance') return apparent;
  if (name === 'perceivedMotivation') {
    return clip(world.people.motivation[row] + world.people.motivationError[row]);
  }
  if (name === 'week') return world.step / world.clock.stepsPerWeek;
  if (name === 'crisis') return world.service.crisisUntil[row] > world.step ? 1 : 0;
  if (name in world.phase.scenario.clients.traits) return knownTrait(world, name, group);
  // What else a belief may name counts from today: contact hours, weeks since referral, weeks in the stage.
  return 0;
}
