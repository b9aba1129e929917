import { measureFamilies } from '../measures/registry.ts';
import { checkInstruments } from '../model/incentives/registry.ts';
import { collectNames, type Names, programmeEvents } from '../model/names.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import { dispositions } from '../model/staff/dispositions.ts';
import { listNames } from '../scenario/kit/index.ts';
import { checkArrivals } from './checkArrivals.ts';
import { checkClock } from './checkClock.ts';
import { checkCommissioner } from './checkCommissioner.ts';
import { checkDutiesOf } from './checkDuties.ts';
import { checkInterventions } from './checkInterventions.ts';
import { checkMeasures } from './checkMeasures.ts';
import { checkOffices } from './checkOffices.ts';
import { checkPartners } from './checkPartners.ts';
import { checkScoring } from './checkScoring.ts';
import { checkSize } from './checkSize.ts';
import { checkSums } from './checkSums.ts';
import { checkVariables } from './checkVariables.ts';
import { checkWorld } from './checkWorld.ts';
import type { MeaningProblem } from './meaningProblem.ts';
import { unknownName } from './unknownName.ts';

/** Everything in a well-formed scenario that makes no sense: shares, names that nobody has, horizons too long. */
export function checkScenario(scenario: Scenario): MeaningProblem[] {
  const problems: MeaningProblem[] = [];
  const known = (path: string[], found: string, allowed: readonly string[], what: string): void => {
    problems.push(...unknownName(path, what, allowed, found));
  };
  const some = (path: string[], map: object, what: string): boolean => {
    if (Object.keys(map).length > 0) return true;
    problems.push({ path, message: `at least one ${what} is needed`, found: 'none' });
    return false;
  };
  const ownEvent = (path: string[], event: string): void => {
    if (!(programmeEvents as readonly string[]).includes(event)) return;
    problems.push({
      path,
      message: `"${event}" is an event that every programme has, and would be counted with it`,
      found: event,
      allowed: `a name other than ${listNames(programmeEvents)}`,
    });
  };
  const { clients, caseworkers, offices, pathway, activities, rules, commissioner, world, measures, clock } =
    scenario;
  const names = collectNames(scenario);
  const rows = [...Object.keys(dispositions), ...Object.keys(caseworkers.dispositions)];

  some(['clients', 'barriers'], clients.barriers, 'barrier');
  some(['clients', 'groups'], clients.groups, 'group');
  for (const [name, group] of Object.entries(clients.groups)) {
    for (const barrier of Object.keys(group.barriers))
      known(['clients', 'groups', name, 'barriers', barrier], barrier, names.barriers, 'barrier');
    for (const trait of Object.keys(group.traits))
      known(
        ['clients', 'groups', name, 'traits', trait],
        trait,
        Object.keys(clients.traits),
        'trait in clients.traits',
      );
  }
  if (clients.latent.barrier !== '')
    known(['clients', 'latent', 'barrier'], clients.latent.barrier, names.barriers, 'barrier');

  some(['caseworkers', 'roles'], caseworkers.roles, 'role');
  for (const [name, role] of Object.entries(caseworkers.roles)) {
    for (const disposition of Object.keys(role.mix))
      known(['caseworkers', 'roles', name, 'mix', disposition], disposition, rows, 'disposition');
    for (const stage of Object.keys(role.claims))
      known(['caseworkers', 'roles', name, 'claims', stage], stage, names.stages, 'stage');
    if (role.posts > 0 && Math.round(role.posts * scenario.scale) === 0) {
      problems.push({
        path: ['caseworkers', 'roles', name, 'posts'],
        message: 'at this scale no post is left',
        found: `${role.posts} posts at scale ${scenario.scale}`,
        allowed: `a scale of at least ${Number((0.5 / role.posts).toPrecision(3))}`,
      });
    }
  }
  some(['offices'], offices, 'office');
  for (const [name, office] of Object.entries(offices)) {
    for (const [event, plan] of Object.entries(office.plan)) {
      known(['offices', name, 'plan', event], event, names.events, 'event');
      if (plan.to <= plan.from)
        problems.push({
          path: ['offices', name, 'plan', event, 'to'],
          message: 'the plan must end after it begins',
          found: String(plan.to),
          allowed: `more than ${plan.from}`,
        });
    }
  }

  if (some(['pathway', 'stages'], pathway.stages, 'stage'))
    known(['pathway', 'start'], pathway.start, names.stages, 'stage');
  known(['pathway', 'mainEvent'], pathway.mainEvent, names.events, 'event');
  if (pathway.sustainedEvent !== '')
    known(['pathway', 'sustainedEvent'], pathway.sustainedEvent, names.events, 'event');
  for (const [name, transition] of Object.entries(pathway.transitions)) {
    const at = ['pathway', 'transitions', name];
    known([...at, 'from'], transition.from, names.stages, 'stage');
    known([...at, 'to'], transition.to, names.stages, 'stage');
    if (transition.emits === '')
      problems.push({
        path: [...at, 'emits'],
        message: 'a transition must name the event that it emits',
        found: 'nothing',
      });
    ownEvent([...at, 'emits'], transition.emits);
    if (transition.openings !== '')
      known([...at, 'openings'], transition.openings, Object.keys(world.openings), 'pool of openings');
  }
  for (const [name, milestone] of Object.entries(pathway.milestones)) {
    const at = ['pathway', 'milestones', name];
    ownEvent([...at, 'emits'], milestone.emits);
    for (const stage of Object.keys(milestone.stages))
      known([...at, 'stages', stage], stage, names.stages, 'stage');
    for (const group of Object.keys(milestone.groups))
      known([...at, 'groups', group], group, names.groups, 'group');
    if (milestone.after !== '') known([...at, 'after'], milestone.after, names.events, 'event');
    if (milestone.rule === 'ofLast' && milestone.weeks > milestone.of) {
      problems.push({
        path: [...at, 'weeks'],
        message: 'more weeks are asked than the window has',
        found: String(milestone.weeks),
        allowed: `at most ${milestone.of}`,
      });
    }
  }
  for (const [name, activity] of Object.entries(activities)) {
    ownEvent(['activities', name, 'emits'], activity.emits);
    for (const barrier of Object.keys(activity.effects))
      known(['activities', name, 'effects', barrier], barrier, names.barriers, 'barrier');
  }
  for (const [name, rule] of Object.entries(rules))
    known(['rules', name, 'role'], rule.role, names.roles, 'role');
  for (const event of Object.keys(commissioner.returns))
    known(['commissioner', 'returns', event], event, names.events, 'event');
  for (const problem of checkInstruments(scenario.incentives, names))
    problems.push({ ...problem, path: ['incentives', ...problem.path] });

  const families = measureFamilies.map((family) => family.id);
  measures.include?.forEach((family, index) => {
    known(['measures', 'include', String(index)], family, families, 'family of measures');
  });
  for (const key of ['horizon', 'window'] as const) {
    if (measures[key] > clock.followUp) {
      problems.push({
        path: ['measures', key],
        message: 'people are not followed for that long',
        found: String(measures[key]),
        allowed: `at most clock.followUp, ${clock.followUp}`,
      });
    }
  }
  return [
    ...problems,
    ...checkSums(scenario),
    ...checkClock(scenario),
    ...checkArrivals(scenario),
    ...checkDutiesOf(scenario, names),
    ...checkOffices(scenario, names),
    ...checkPartners(scenario, names),
    ...checkInterventions(scenario, names),
    ...checkWorld(scenario),
    ...checkVariables(scenario),
    ...checkCommissioner(scenario),
    ...checkMeasures(scenario, names),
    ...checkScoring(scenario, names),
    ...checkSize(scenario),
    ...checkIds(scenario, names),
  ];
}

/** What fits the 32-bit ids of caseworkers and the byte columns of clients. */
function checkIds(scenario: Scenario, names: Names): MeaningProblem[] {
  const problems: MeaningProblem[] = [];
  const atMost = (path: string[], count: number, most: number, what: string): void => {
    if (count > most)
      problems.push({
        path,
        message: `too many ${what}`,
        found: String(count),
        allowed: `at most ${most.toLocaleString('en')}`,
      });
  };
  atMost(['caseworkers', 'roles'], names.roles.length, 16, 'roles');
  atMost(['offices'], names.offices.length, 64, 'offices');
  atMost(['clients', 'groups'], names.groups.length, 256, 'groups');
  atMost(['pathway', 'stages'], names.stages.length, 256, 'stages');
  atMost(['pathway'], names.events.length, 255, 'events');
  atMost(['pathway', 'transitions'], names.transitions.length, 256, 'transitions');
  atMost(['activities'], names.activities.length, 127, 'activities');
  const largest = Math.max(0, ...Object.values(scenario.offices).map((office) => office.share));
  for (const [name, role] of Object.entries(scenario.caseworkers.roles)) {
    const posts = Math.ceil(role.posts * scenario.scale * largest);
    atMost(['caseworkers', 'roles', name, 'posts'], posts, 16384, 'posts in one office');
  }
  return problems;
}
