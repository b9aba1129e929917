import { exp, expm1, log1p, pow } from '../../random/index.ts';
import { emitEvent } from '../emit.ts';
import { borneShare } from '../money/provision.ts';
import { limitOdds } from '../outside/closure.ts';
import { type Eyes, misreadingOf, openEyes, seenBarrier } from '../people/appearance.ts';
import type { Lives } from '../people/lives.ts';
import { recordContact } from '../record/keep.ts';
import { BLOCK } from '../scratch.ts';
import { Contact } from '../service.ts';
import { MOTIVE } from '../staff/motives/registry.ts';
import { practised } from '../staff/practice.ts';
import type { World } from '../world.ts';
import { moveTrust, rememberContact } from './remember.ts';

/**
 * Step 6. Hours go to activities, move barriers and build trust; without contact trust falls. Everybody in
 * follow-up drifts back towards the barriers of referral, and wears where there is no contact.
 */
export function work(world: World): void {
  const { names } = world;
  const eyes = openEyes(world);
  weighActivities(world);
  for (let role = 0; role < names.roles.length; role++) workOfRole(world, role, eyes);
  moveTrust(world);
  rememberContact(world);
  driftBarriers(world, world.clients, false);
  if (!world.twinsShared) driftBarriers(world, world.twins, true);
}

/** The contacts of one role, in the order of people. */
function workOfRole(world: World, role: number, eyes: Eyes): void {
  const { service, phase, step } = world;
  const { attached, attachedCount } = service;
  const contactOf = service.contact[role];
  const lastReal = service.lastRealOfRole[role];
  service.activity[role].fill(-1, world.windowFrom, world.windowTo);
  const moves = phase.roles[role].movesBarriers;
  for (let at = 0; at < attachedCount; at++) {
    const row = attached[at];
    const contact = contactOf[row];
    if (contact === Contact.none) continue;
    recordContact(world, role, row);
    if (contact === Contact.token) continue;
    lastReal[row] = step;
    if (moves) help(world, role, row, eyes);
  }
}

/** One real contact: the activity chosen, what it does to barriers, and whether a hidden barrier is found. */
function help(world: World, role: number, row: number, eyes: Eyes): void {
  const { service, caseworkers, clients, phase, luck, people, step } = world;
  const hours = service.hours[role][row];
  const worker = service.worker[role][row];
  const change = phase.scenario.clients.change;
  const tau = phase.scenario.caseworkers.allocation.tau;
  service.lastReal[row] = step;
  service.contactHours[row] += hours;
  if (service.contacts[row] < 65535) service.contacts[row]++;
  const chosen = chooseActivity(world, role, row, worker, eyes);
  service.activity[role][row] = chosen;
  service.lastActivity[role][row] = chosen;
  const activity = chosen < 0 ? undefined : phase.activities[chosen];
  // Without a menu contact as such helps; where every activity is closed it does not.
  const without = phase.activities.length === 0 ? 1 : 0;
  const together = activity === undefined ? 1 : activity.groupSize;
  const reach =
    change.help === 0
      ? 0
      : change.help *
        caseworkers.skill[worker] *
        caseworkers.localKnowledge[worker] *
        practised(world, worker, people.group[row]) *
        log1p((hours * together) / tau) *
        (0.5 + 0.5 * service.trust[row]);
  let needsHelp = false;
  let touches = false;
  for (let k = 0; k < clients.barriers.length; k++) {
    const barrier = clients.barriers[k];
    const effect = activity === undefined ? without : activity.effects[k];
    if (barrier[row] >= phase.matchFrom) {
      needsHelp = true;
      if (effect > 0) touches = true;
    }
    const hidden = k === eyes.hiddenBarrier && service.found[row] === 0 ? change.hidden : 1;
    barrier[row] -= Math.min(1, reach * effect * hidden) * barrier[row];
  }
  service.contact[role][row] = needsHelp && !touches ? Contact.holding : Contact.matched;
  world.witness?.helped(row, role);
  if (service.found[row] === 0) {
    const { discovery, knowledgePower } = phase.scenario.clients.latent;
    const insight = knowledgePower > 0 ? pow(caseworkers.localKnowledge[worker], knowledgePower) : 1;
    const found = -expm1(-discovery * insight * hours);
    const draw = luck.discovery.uniform(people.id[row], step);
    world.witness?.drew(row, 'discovery', draw, found);
    if (draw < found) service.found[row] = 1;
  }
  if (activity !== undefined && activity.event >= 0 && activity.emitChance > 0) {
    const draw = luck.activityEvent[role].uniform(people.id[row], step);
    world.witness?.drew(row, 'activityEvent', draw, activity.emitChance);
    if (draw < activity.emitChance) emitEvent(world, row, activity.event);
  }
}

/**
 * Odds of each activity for each caseworker this week, apart from what is seen of the client:
 * exp(standing preference + payoff weight × (pull − cost to the office / cost of an hour)) × habit^weight; 0 for what
 * the office has not taken into use.
 */
function weighActivities(world: World): void {
  const { phase, caseworkers, offices, scratch } = world;
  const menu = phase.activities;
  const { weight: habitWeight, least, cost: costWeight } = phase.scenario.caseworkers.habit;
  const { understood } = phase.scenario.commissioner.coupling;
  for (let worker = 0; worker < caseworkers.count; worker++) {
    if (caseworkers.caseload[worker] === 0) continue;
    const payWeight =
      phase.motiveScale[MOTIVE.payoff] *
      caseworkers.weights[MOTIVE.payoff][worker] *
      (1 + offices.felt[caseworkers.office[worker]]);
    for (let a = 0; a < menu.length; a++) {
      let pull = (1 - understood) * menu[a].payoffPull;
      if (costWeight > 0 && menu[a].paidByOffice) pull -= costWeight * costInHours(world, worker, a);
      scratch.activityOdds[worker * menu.length + a] =
        world.step < offices.openFrom[a][caseworkers.office[worker]]
          ? 0
          : exp(menu[a].appeal + payWeight * pull) * pow(least + caseworkers.habit[a][worker], habitWeight);
    }
  }
}

/** What a contact in an activity costs the office beside time, in hours of the caseworker's role; 0 where hours cost nothing. */
function costInHours(world: World, worker: number, activity: number): number {
  const { caseworkers, phase } = world;
  const { weeklyCost, contactHours } = phase.roles[caseworkers.role[worker]];
  if (weeklyCost <= 0) return 0;
  const { cost } = phase.activities[activity];
  return (cost * (1 - borneShare(world, activity, caseworkers.office[worker])) * contactHours) / weeklyCost;
}

/** Weight of gain that comes from payoff turned to the board's goals, as far as these ask for change. */
function goalWeight({ phase, caseworkers, offices, commissioner }: World, worker: number): number {
  const { understood } = phase.scenario.commissioner.coupling;
  if (understood <= 0) return 0;
  const payoff = phase.motiveScale[MOTIVE.payoff] * caseworkers.weights[MOTIVE.payoff][worker];
  return understood * commissioner.priority[1] * payoff * (1 + offices.felt[caseworkers.office[worker]]);
}

/**
 * Which activity the hour goes to: a choice by believed gain for what is seen of this client, by what is
 * thought to bring payment nearer, by standing preference, and by habit. Familiar modules crowd out matched help.
 * −1 without a menu, and where policy closes all that could be chosen.
 */
function chooseActivity(world: World, role: number, row: number, worker: number, eyes: Eyes): number {
  const { phase, caseworkers, luck, people, step, scratch } = world;
  const menu = phase.activities;
  const limits = phase.activityLimits;
  if (menu.length < 2 && limits === undefined) return menu.length - 1;
  const gainWeight =
    phase.scenario.caseworkers.habit.gain *
      phase.motiveScale[MOTIVE.gain] *
      caseworkers.weights[MOTIVE.gain][worker] +
    phase.scenario.caseworkers.habit.gain * goalWeight(world, worker);
  const misreading = gainWeight > 0 ? misreadingOf(world, row, eyes) : 0;
  const first = worker * menu.length;
  const odds = scratch.block;
  let total = 0;
  for (let a = 0; a < menu.length; a++) {
    let own = scratch.activityOdds[first + a];
    if (gainWeight > 0) {
      const { effects } = menu[a];
      let gain = 0;
      for (let k = 0; k < effects.length; k++) {
        if (effects[k] === 0) continue;
        gain += eyes.weights[k] * effects[k] * seenBarrier(world, row, k, misreading, eyes);
      }
      own *= exp(gainWeight * gain);
    }
    odds[a] = own;
    total += own;
  }
  if (limits !== undefined) {
    total = limitOdds(odds, menu.length, limits, scratch.limited);
    // What limits leave unused is a contact without an activity; a crumb of rounding is not.
    if (total < 1 - 1e-9 && luck.activity[role].uniform(people.id[row], step) >= total) return -1;
    if (total < 1 - 1e-9) total = 1;
  }
  let left = luck.activity[role].uniform(people.id[row], step) * total;
  let last = menu.length - 1;
  // Rounding may leave a crumb at the end, which falls to the last activity that can be chosen.
  while (last > 0 && odds[last] <= 0) last--;
  for (let a = 0; a < last; a++) {
    left -= odds[a];
    if (left < 0) return a;
  }
  return last;
}

/**
 * Barriers return towards the level at referral, and wear where there is no contact:
 * b += drift × (b0 − b) + wear / (1 + R/scale) × (1 − b). Untreated they end at
 * (drift × b0 + wear) / (drift + wear), so nothing runs away.
 */
export function driftBarriers(world: World, lives: Lives, twin: boolean): void {
  const { people, phase } = world;
  const { rows, from, to } = twin ? world.twinRows : world.clientRows;
  const { drift, wear } = phase.scenario.clients.change;
  if (drift === 0 && wear === 0) return;
  const wearing = world.scratch.block;
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(to, start + BLOCK);
    if (twin || wear === 0) wearing.fill(wear, 0, end - start);
    else findWear(world, start, end, wearing);
    for (let k = 0; k < lives.barriers.length; k++)
      driftOne(lives.barriers[k], people.barriers[k], rows, start, end, drift, wearing);
  }
}

/** Wear of some of the clients whose lives are lived, in their order: the less, the more contact they had of late. */
function findWear(
  { service, phase, clientRows: { rows } }: World,
  from: number,
  to: number,
  wearing: Float64Array,
): void {
  const { wear, contactScale } = phase.scenario.clients.change;
  wearing.fill(0, 0, to - from);
  for (let role = 0; role < service.recent.length; role++) {
    if (phase.contactRole[role] !== 1) continue;
    const recent = service.recent[role];
    for (let at = from; at < to; at++) wearing[at - from] += recent[rows[at]];
  }
  for (let at = 0; at < to - from; at++) {
    const recent = wearing[at];
    wearing[at] = recent > 0 ? wear / (1 + recent / contactScale) : wear;
  }
}

function driftOne(
  now: Float64Array,
  start: Float64Array,
  rows: Int32Array,
  from: number,
  to: number,
  drift: number,
  wearing: Float64Array,
): void {
  for (let at = from; at < to; at++) {
    const row = rows[at];
    const value = now[row];
    now[row] = value + (drift * (start[row] - value) + wearing[at - from] * (1 - value));
  }
}
