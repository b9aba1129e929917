/**
 * What a trace tells, step by step and as plain data: one life with the twin's beside it, or one caseworker's weeks. This
 * is what `streetlevel trace --json` writes. Weeks and steps are counted from 0, as in tables. What each field means
 * stands in `traceFields.ts`.
 */
import type { CaseworkerStep, ClientClaim } from './caseworkerWeek.ts';

/** Number of the form; under one number no field is left out or comes to mean something else. */
export const TRACE_FORMAT = 1;

/** By which rule a telling case is found. */
export const pickRules = ['parked', 'creamed', 'helped', 'lost'] as const;
export type PickRule = (typeof pickRules)[number];

/** How the client was found. */
export interface Picked {
  rule: PickRule;
  /** Of `lost`: the twin had the outcome (`harm`), or the same person would have had it under equal time (`hours`). */
  way: 'harm' | 'hours' | null;
  /** What the rule goes by: weeks, hours or need. */
  value: number;
  /** How many clients the rule fits, and of how many. */
  fitting: number;
  among: number;
}

interface Traced {
  format: typeof TRACE_FORMAT;
  scenario: string;
  title: string;
  design: string;
  designTitle: string;
  replicate: number;
  seed: string;
  currency: string;
  stepsPerWeek: number;
  weeks: number;
  /** Titles that the scenario gives, by what they name: `group`, `office`, `role`, `activity`. */
  titles: Record<string, Record<string, string>>;
}

export interface ClientTrace extends Traced {
  traces: 'client';
  picked: Picked | null;
  mainEvent: string;
  parkedAfter: number;
  client: TracedPerson;
  steps: TracedStep[];
}

/** The client at referral. */
export interface TracedPerson {
  id: string;
  group: string;
  office: string;
  fifth: number;
  referredWeek: number;
  followedTo: number;
  need: number;
  motivation: number;
  trust: number;
  awkwardness: number;
  appearanceError: number;
  groupBias: number;
  motivationError: number;
  barriers: { name: string; weight: number; level: number; hidden: boolean }[];
}

/** One step of a life, from referral to the end of following. */
export interface TracedStep {
  step: number;
  week: number;
  attached: boolean;
  asTwin: boolean;
  stage: string;
  stageAfter: string;
  twinStage: string;
  twinStageAfter: string;
  crisis: boolean;
  crisisBegan: { draw: number; chance: number } | null;
  found: boolean;
  need: number;
  twinNeed: number;
  barriers: Record<string, number>;
  twinBarriers: Record<string, number>;
  helped: Record<string, number>;
  drifted: Record<string, number>;
  trust: number;
  weeksUnseen: number | null;
  parked: 'no' | 'unseen' | 'holding' | 'token';
  caseworkers: { role: string; from: string | null; to: string | null }[];
  roles: TracedRole[];
  chances: TracedChance[];
  draws: { about: string; twin: boolean; draw: number; chance: number; happened: boolean }[];
  events: { event: string; attached: boolean }[];
  twinEvents: string[];
  paid: { account: string; amount: number }[];
}

/** What one role did with the client in one step. */
export interface TracedRole {
  role: string;
  caseworker: string | null;
  disposition: string | null;
  standing: ClientClaim['standing'] | 'noCaseworker';
  contact: 'none' | 'matched' | 'holding' | 'token';
  required: boolean;
  hours: number;
  activity: string | null;
  recentHours: number;
  seen: TracedLook | null;
  division: TracedDivision | null;
}

/** What the caseworker saw when hours were divided, and what was true. */
export interface TracedLook {
  need: number;
  trueNeed: number;
  hiddenPart: number;
  error: number;
  bias: number;
  motivation: number;
  trueMotivation: number;
  motivationError: number;
  contactHours: number;
}

/** The division that the client was part of. */
export interface TracedDivision {
  caseload: number;
  pressure: number;
  burnout: number;
  atHand: number;
  divided: number;
  rule: CaseworkerStep['rule'];
  claimants: number;
  served: number;
  place: number;
  line: number | null;
  least: number | null;
  hours: number;
  appeal: number;
  judged: number;
  noise: number;
  noiseForm: CaseworkerStep['noiseForm'];
  motives: Record<string, number>;
  pressed: number;
  money: number;
  servedMotives: Record<string, number>;
  servedMoney: number | null;
}

/** One way out of a stage of life in one step: the draw is the same for client and twin. */
export interface TracedChance {
  transition: string;
  event: string;
  to: string;
  draw: number;
  chance: number | null;
  twinChance: number | null;
  inContact: boolean;
  opening: { pool: string; threshold: number | null; clock: number | null; twinClock: number | null } | null;
  moved: boolean;
  twinMoved: boolean;
}

export interface CaseworkerTrace extends Traced {
  traces: 'caseworker';
  caseworker: { id: string; role: string; office: string; posts: number };
  steps: TracedDesk[];
}

/** One step at a caseworker's desk: the division of hours, and what moved the caseworker before and after. */
export interface TracedDesk extends CaseworkerStep {
  claimants: number;
  served: number;
  /** Own weights of the motives, before pressure and burnout. */
  weights: Record<string, number>;
  skill: number;
  officePressure: number;
  shortfall: number;
  burnoutAfter: number;
  /** Share of the hours of this step; null where the step is not compared. */
  goalStrain: number | null;
  habit: Record<string, number>;
}
