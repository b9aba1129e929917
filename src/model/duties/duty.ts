import type { z } from 'zod';
import type { Names } from '../names.ts';
import type { Tell } from '../tell.ts';
import type { World } from '../world.ts';

/** When a duty gets hours: beside clients, before anybody, from what nobody claims, or in hours kept for it alone. */
export type Standing = 'beside' | 'first' | 'onSlack' | 'kept';

/** How an item stands with motives that do not change from week to week. */
export interface Pull {
  need: number;
  gain: number;
  deserving: number;
  ease: number;
  voice: number;
}

/**
 * One duty of a role at work: a claimant on its caseworkers' hours that is no client. Hours come in items of one size;
 * what an item does is the kind's business. No duty knows another.
 */
export interface Duty {
  readonly name: string;
  readonly kind: string;
  /** Place among the duties of the scenario. */
  readonly index: number;
  readonly role: number;
  readonly standing: Standing;
  /** Share of the hours left by duties taken first that is kept for it, where that is its standing. */
  readonly kept?: number;
  /** Hours of one item. */
  readonly item: number;
  /** Steps within which an item is due; 0 for none. */
  readonly due: number;
  readonly pull: Pull;
  /** A caseworker's step begins: what is asked comes in, `factor` times a step's mean; what is too old goes. */
  begin(worker: number, factor: number): void;
  /** Hours that wait for the caseworker; the last item may be a part of one. */
  waitingHours(worker: number): number;
  /** Steps for which the oldest item has waited. */
  age(worker: number): number;
  /**
   * Place in the queue of the equal-time world, in steps: since the oldest item was asked, or, where what is not done
   * lapses, since the duty last got an hour. 1 for what comes in this step.
   */
  waited(worker: number): number;
  /** Money believed to come from an hour of it, beside what instruments pay for its items. */
  worthOfHour(worker: number): number;
  /** Hours are spent on it, oldest items first; at most those that wait. */
  spend(worker: number, hours: number): void;
  /** The caseworker's hours are divided: what is left undone lapses or waits. */
  end(worker: number): void;
  /** Once a step, after outcomes and money: stocks move. */
  settle?(): void;
  /** Openings that it adds to a pool in this step. */
  openings?(pool: number): number;
  /** Chance that somebody who would be referred to the office now is not. */
  prevents?(office: number): number;
  /** A caseworker of any role has left; called before the post is filled anew. */
  leaves?(worker: number): void;
}

/** What is wrong with an entry that has the right form. */
export interface DutyProblem {
  /** Keys below the entry. */
  path: string[];
  message: string;
  found?: string;
  allowed?: string;
  nearest?: string;
}

/** What a duty can know when it is set up, once a world and phase. */
export interface DutySetup {
  name: string;
  index: number;
  world: World;
}

/** One kind of duty: a file of its own and a line in the registry. */
export interface DutyKind<S extends z.ZodObject = z.ZodObject> {
  kind: string;
  title: string;
  /** What hours it claims. */
  claims: string;
  /** What its hours do. */
  does: string;
  /** What it tempts caseworkers to do, or costs them. */
  tempts: string;
  /** A runnable example: YAML that may stand under `caseworkers.duties`. */
  example: string;
  schema: S;
  /** Terms in plain English: what hours it claims, and what they do. */
  says(terms: z.infer<S>, tell: Tell): string;
  /** Names that the scenario lacks; the role is checked for all kinds. */
  check(terms: z.infer<S>, names: Names & { pools: string[] }): DutyProblem[];
  /** Sets the duty up; `previous` is the duty of that name before a change of phase, whose stocks go on. */
  create(terms: z.infer<S>, setup: DutySetup, previous?: Duty): Duty;
}
