import { buildDistribution, type Distribution } from '../random/index.ts';
import { compileFormula, type Kernel } from '../scenario/expressions/index.ts';
import type { Formula } from '../scenario/kit/index.ts';
import { chosen } from './chosen.ts';
import { clockOf } from './clock.ts';
import type { Names } from './names.ts';
import type { Scenario } from './schema/scenario.ts';
import { motiveNames } from './staff/motives/registry.ts';
import { dutyShareOf } from './staff/rota.ts';

/** One transition, compiled. */
export interface TransitionModel {
  from: number;
  to: number;
  event: number;
  hazard: Kernel;
  /** Whether the hazard is a chance in a step with contact, and not a chance of any step. */
  inContact: boolean;
  believed: Kernel;
  quality: Kernel;
  /** Pool of openings, −1 where unlimited. */
  pool: number;
}

/** One milestone, compiled. */
export interface MilestoneModel {
  event: number;
  /** 1 for stages whose weeks count. */
  stages: Uint8Array;
  /** 1 for groups for which it is; absent where it is for all. */
  groups: Uint8Array | undefined;
  rule: 'consecutive' | 'cumulative' | 'ofLast';
  /** Steps between counts: every one, or the last of each week for the rule `ofLast`, whose window is in weeks. */
  countEvery: number;
  /** In counts, as are `of` and `repeatEvery`. */
  weeks: number;
  of: number;
  repeatEvery: number;
  repeatTimes: number;
  /** Event after which it can be reached, −1 for always. */
  after: number;
  believedChance: number;
  believedRate: number;
}

/** Whether a milestone is for clients of this group. */
export const isFor = ({ groups }: MilestoneModel, group: number): boolean =>
  groups === undefined || groups[group] === 1;

/** One role, compiled. */
export interface RoleModel {
  /** Share of working steps in which a post is on duty; 1 without shifts. */
  dutyShare: number;
  /** Mean hours for contact in a step, over steps with and without work. */
  contactHours: number;
  fullLoad: number;
  weeklyCost: number;
  wageGap: number;
  shortest: number;
  crisisLength: number;
  compliance: number;
  formOnly: number;
  integrity: number;
  tokenPressure: number;
  /** Whether hours and pay shrink below full load. */
  followsLoad: boolean;
  tokenHours: number;
  movesBarriers: boolean;
  screening: { readiness: Kernel; bar: number; backWeeks: number } | undefined;
  /** Steps within which this role must see each client: the strictest rule; 0 for none. */
  requiredEvery: number;
  /** [stage] how strongly its clients claim hours of this role. */
  claim: Float64Array;
  /** [stage] 1 where the role is expressly not for clients in that stage, so that no rule applies either. */
  notServed: Uint8Array;
}

/** One activity, compiled. */
export interface ActivityModel {
  /** [barrier] */
  effects: Float64Array;
  groupSize: number;
  cost: number;
  paidByOffice: boolean;
  category: string;
  appeal: number;
  payoffPull: number;
  event: number;
  emitChance: number;
  lockIn: number;
}

/** What the scenario says in one phase, by the step, as numbers and kernels: made once, read every week. */
export interface PhaseModel {
  scenario: Scenario;
  startStage: number;
  mainEvent: number;
  sustainedEvent: number;
  stageCounts: Uint8Array;
  stageFinal: Uint8Array;
  /** [group] share of members who come in a crisis. */
  groupInCrisis: Float64Array;
  transitions: TransitionModel[];
  /** [stage] transitions that leave it. */
  leaving: number[][];
  milestones: MilestoneModel[];
  roles: RoleModel[];
  /** Whether clients belong to the team of a role in their office, and to no caseworker. */
  pooled: boolean;
  contactRole: Uint8Array;
  activities: ActivityModel[];
  uptake: Kernel;
  dropOut: Kernel;
  appeal: Kernel | undefined;
  neededHours: Kernel;
  noise: Distribution;
  /** [motive] multipliers. */
  motiveScale: Float64Array;
  pools: Distribution[];
  /** [pool] people from outside who are ready, a step. */
  rivals: Distribution[];
  /** [activity] most that it may be of the contacts; absent where nothing is closed. */
  activityLimits: Float64Array | undefined;
  matchFrom: number;
}

/** Compiles one phase of a scenario in steps. Names keep their order over phases, so that indexes stay valid. */
export function compilePhase(scenario: Scenario, names: Names): PhaseModel {
  const { pathway, caseworkers, activities, measures, world, rules } = scenario;
  const stageOf = (name: string): number => names.stages.indexOf(name);
  const eventOf = (name: string): number => (name === '' ? -1 : names.events.indexOf(name));
  const compile = (formula: Formula, constants: Record<string, number> = {}): Kernel =>
    compileFormula(formula, constants);
  const pools = Object.keys(world.openings);
  const programme = pathway.programme;
  const transitions = Object.values(pathway.transitions).map((each) => ({
    from: stageOf(each.from),
    to: stageOf(each.to),
    event: eventOf(each.emits),
    hazard: compile(each.hazard, each.parameters),
    inContact: each.per === 'contact',
    believed: compile(each.believed, each.parameters),
    quality: compile(each.quality, each.parameters),
    pool: each.openings === '' ? -1 : pools.indexOf(each.openings),
  }));
  const stages = Object.values(pathway.stages);
  const roles = Object.entries(caseworkers.roles).map(([name, role]) => {
    const due = Object.values(rules).filter((rule) => rule.role === name);
    return {
      dutyShare: dutyShareOf(role.shiftHours, role.hoursPerWeek, clockOf(scenario)),
      contactHours: role.hoursPerWeek * (1 - role.adminShare),
      fullLoad: role.fullLoad,
      weeklyCost: role.weeklyCost,
      wageGap: role.wageGap,
      shortest: role.shortestAppointment,
      crisisLength: role.crisisLength,
      compliance: role.compliance,
      formOnly: role.formOnly,
      integrity: role.integrity,
      tokenPressure: role.tokenPressure,
      followsLoad: role.hoursFollowLoad,
      tokenHours: role.tokenHours,
      movesBarriers: role.contactAffectsBarriers,
      screening: role.screening.on
        ? {
            readiness: compile(role.screening.readiness),
            bar: role.screening.bar,
            backWeeks: role.screening.backWeeks,
          }
        : undefined,
      requiredEvery: due.length === 0 ? 0 : Math.min(...due.map((rule) => rule.every)),
      claim: Float64Array.from(names.stages, (stage) => role.claims[stage] ?? pathway.stages[stage].claim),
      notServed: Uint8Array.from(names.stages, (stage) => (role.claims[stage] === 0 ? 1 : 0)),
    };
  });
  return {
    scenario,
    startStage: stageOf(pathway.start),
    mainEvent: eventOf(pathway.mainEvent),
    sustainedEvent: eventOf(pathway.sustainedEvent),
    stageCounts: Uint8Array.from(stages, (stage) => (stage.counts ? 1 : 0)),
    stageFinal: Uint8Array.from(stages, (stage) => (stage.final ? 1 : 0)),
    groupInCrisis: Float64Array.from(Object.values(scenario.clients.groups), (group) => group.inCrisis),
    transitions,
    leaving: stages.map((_, stage) =>
      transitions.flatMap((each, index) => (each.from === stage ? [index] : [])),
    ),
    milestones: Object.values(pathway.milestones).map((each) => {
      const countEvery = each.rule === 'ofLast' ? clockOf(scenario).stepsPerWeek : 1;
      return {
        event: eventOf(each.emits),
        stages: Uint8Array.from(names.stages, (stage) => (each.stages[stage] ? 1 : 0)),
        groups:
          Object.keys(each.groups).length === 0
            ? undefined
            : Uint8Array.from(chosen(each.groups, names.groups), Number),
        rule: each.rule,
        countEvery,
        weeks: each.weeks / countEvery,
        of: each.of / countEvery,
        repeatEvery: each.repeat.every / countEvery,
        repeatTimes: each.repeat.times,
        after: eventOf(each.after),
        believedChance: each.believedChance,
        believedRate: each.believedRate,
      };
    }),
    roles,
    pooled: caseworkers.assignment === 'pooled',
    contactRole: Uint8Array.from(roles, (role) => (role.movesBarriers ? 1 : 0)),
    activities: Object.values(activities).map((each) => ({
      effects: Float64Array.from(names.barriers, (barrier) => each.effects[barrier] ?? 0),
      groupSize: each.groupSize,
      cost: each.cost,
      paidByOffice: each.payer === 'office',
      category: each.category,
      appeal: each.appeal,
      payoffPull: each.payoffPull,
      event: eventOf(each.emits),
      emitChance: each.emitChance,
      lockIn: each.lockIn,
    })),
    uptake: compile(programme.uptake, programme.parameters),
    dropOut: compile(programme.dropOut, programme.parameters),
    appeal: caseworkers.allocation.appeal && compile(caseworkers.allocation.appeal),
    neededHours: compile(caseworkers.allocation.hours),
    noise: buildDistribution(caseworkers.allocation.noise),
    motiveScale: Float64Array.from(motiveNames, (motive) => caseworkers.motives[motive]),
    pools: Object.values(world.openings).map((pool) => buildDistribution(pool.perWeek)),
    rivals: Object.values(world.openings).map((pool) => buildDistribution(pool.rivals)),
    activityLimits:
      Object.keys(world.closure).length === 0
        ? undefined
        : Float64Array.from(names.activities, (activity) => world.closure[activity] ?? 1),
    matchFrom: measures.matchFrom,
  };
}
