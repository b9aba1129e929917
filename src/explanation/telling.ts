import { reviewKinds } from '../model/commissioner/registry.ts';
import { dutyKinds } from '../model/duties/registry.ts';
import { instrumentKinds } from '../model/incentives/registry.ts';
import type { Scenario } from '../model/schema/scenario.ts';
import type { Tell } from '../model/tell.ts';

/** Kinds of a map of the scenario that say their own terms. */
export type SayingKinds = Readonly<
  Record<string, { kind: string; title: string; says(terms: never, tell: Tell): string }>
>;

/** The registries of kinds that say themselves, by where their entries stand in a scenario. */
export const sayingKinds: Readonly<Record<string, SayingKinds>> = {
  incentives: instrumentKinds,
  'caseworkers.duties': dutyKinds,
  'commissioner.reviews': reviewKinds,
};

/** What every part of an explanation is made from. */
export interface Telling {
  scenario: Scenario;
  tell: Tell;
  /** How many things of a kind are named before the rest is counted; infinite where all are wanted. */
  most: number;
}

/** A part of an explanation: plain sentences under a heading, each a line of its own. */
export interface ToldPart {
  id: string;
  heading: string;
  lines: string[];
}

/** The first sentences of a text on a page that is to be short; all of it where all is wanted. */
export function opening(text: string, sentences: number, { most }: Pick<Telling, 'most'>): string {
  const all = text.trim().split(/(?<=[.?!]) (?=[A-Z])/);
  if (!isShort({ most }) || all.length <= sentences) return text.trim();
  return `${all.slice(0, sentences).join(' ')} …`;
}

/** Whether the page is to be short. */
export const isShort = ({ most }: Pick<Telling, 'most'>): boolean => most !== Number.POSITIVE_INFINITY;

/** The first of a list in words, and how many more there are. */
export function some(items: readonly string[], { most, tell }: Telling): string {
  if (items.length <= most + 1) return tell.list(items);
  return `${items.slice(0, most).join(', ')} and ${items.length - most} more`;
}

/** Lines without those that have nothing to say. */
export const said = (...lines: (string | false | undefined)[]): string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '');
