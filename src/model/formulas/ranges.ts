import type { ValueBounds } from '../../scenario/expressions/index.ts';
import { shockVariable } from '../outside/shocks.ts';
import type { World } from '../world.ts';
import type { SideBindings } from './bindings.ts';
import type { Side } from './gather.ts';
import { groupTraits, localTraits } from './gather.ts';
import { nowName, recentName } from './variables.ts';

type Column = Float64Array | Float32Array | Uint16Array;

const unit: ValueBounds = [0, 1];

/**
 * Between which values the variables of the hazard context lie for one side, in this world and phase. With
 * them a formula's largest value is known, and a draw above it needs no evaluation.
 */
export function lifeRanges(world: World, { twin }: Side): Record<string, ValueBounds> {
  const { names, caseworkers, phase, steps, people } = world;
  const { clients } = phase.scenario;
  const time: ValueBounds = [0, steps / world.clock.stepsPerWeek];
  const ranges: Record<string, ValueBounds> = {
    need: unit,
    needStart: unit,
    motivation: extremes(people.motivation, 0),
    trust: unit,
    trustStart: unit,
    skill: twin ? [1, 1] : skillRange(world),
    chemistry: twin
      ? [0, 0]
      : scaled(extremes(caseworkers.chemistry, 0), phase.scenario.caseworkers.chemistry),
    lockIn: twin ? [0, 0] : [0, Math.max(0, ...phase.activities.map((activity) => activity.lockIn))],
    partnerTrust: unit,
    jointEffort: unit,
    attached: unit,
    sanctioned: unit,
    weeksAttached: time,
    week: time,
    weeksSinceReferral: time,
    weeksInStage: time,
    crisis: unit,
    quality: unit,
    contactHours: [0, 0],
    contacts: [0, 0],
    mismatch: twin ? [0, 0] : unit,
    hoursNow: [0, 0],
  };
  for (const barrier of names.barriers) ranges[barrier] = unit;
  for (const role of names.roles) {
    ranges[recentName(role)] = [0, 0];
    ranges[nowName(role)] = [0, 0];
  }
  for (const shock of Object.keys(phase.scenario.world.shocks)) ranges[shockVariable(shock)] = unit;
  for (const name of Object.keys(phase.scenario.interventions)) ranges[name] = unit;
  for (const trait of Object.keys(clients.traits)) ranges[trait] = extremes(groupTraits(world, trait), 0);
  for (const trait of Object.keys(phase.scenario.world.localTraits))
    ranges[trait] = extremes(localTraits(world, trait), 0);
  return ranges;
}

/** Skill with local knowledge and practice, which grow to 1: from the least that anybody may have to the most. */
function skillRange({ caseworkers, phase }: World): ValueBounds {
  const { skill, localKnowledge } = caseworkers;
  // What hours have taught may be forgotten again, but not what time has.
  const { knowledge, staffing, practice } = phase.scenario.caseworkers;
  const least =
    knowledge.growth > 0 ? Math.min(knowledge.byTime, staffing.newcomer.knowledge) : knowledge.byTime;
  const [, high] = extremes(skill, 1);
  const [low] = extremes(
    skill.map((value, worker) => value * Math.min(least, localKnowledge[worker])),
    1,
  );
  return [low * (1 - practice.weight), high];
}

/** Widens the ranges of who serves by a caseworker who has just come. */
export function widenStaffRanges({ bindings, caseworkers, phase }: World, worker: number): void {
  const { ranges } = bindings.clients;
  const widen = (name: string, ...values: number[]): void => {
    const [low, high] = ranges[name];
    ranges[name] = [Math.min(low, ...values), Math.max(high, ...values)];
  };
  const skill = caseworkers.skill[worker];
  const { weight } = phase.scenario.caseworkers.practice;
  widen('skill', skill * caseworkers.localKnowledge[worker] * (1 - weight), skill);
  widen('chemistry', caseworkers.chemistry[worker] * phase.scenario.caseworkers.chemistry);
}

/** Sets the ranges of contact, recent, of this step and in all, to what anybody who is followed has now. */
export function refreshContact(world: World, { ranges, reads }: SideBindings): void {
  const { names, service, phase } = world;
  const upTo = (name: string, ...columns: Column[]): void => {
    if (reads.has(name)) ranges[name] = [0, columns.reduce((sum, each) => sum + greatest(world, each), 0)];
  };
  names.roles.forEach((role, index) => {
    upTo(recentName(role), service.recent[index]);
    upTo(nowName(role), service.hours[index]);
  });
  upTo('contactHours', service.contactHours);
  upTo('contacts', service.contacts);
  upTo('hoursNow', ...service.hours.filter((_, role) => phase.contactRole[role] === 1));
}

/** The greatest value of a column among those whose lives are lived, 0 if all are below. */
function greatest({ clientRows: { rows, from, to } }: World, column: Column): number {
  let most = 0;
  for (let at = from; at < to; at++) if (column[rows[at]] > most) most = column[rows[at]];
  return most;
}

/** The smallest and largest of a column and of one more value. */
function extremes(values: Float64Array, and: number): ValueBounds {
  let low = and;
  let high = and;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function scaled([low, high]: ValueBounds, by: number): ValueBounds {
  return [low * by, high * by];
}
