import type { z } from 'zod';
import { choice, parameter, share, text } from '../../scenario/kit/index.ts';
import type { Names } from '../names.ts';
import { figureBases } from '../reports.ts';
import type { Tell } from '../tell.ts';
import type { World } from '../world.ts';
import type { Stories } from './stories.ts';

/** When a review is held and what it looks at: fields that every kind of review has. */
export const reviewFields = () => ({
  first: parameter({
    doc: 'Weeks of the run after which it is held first. What it changes holds from the next step on.',
    unit: 'weeks',
    above: 0,
    wholeSteps: true,
  }),
  every: parameter({
    doc: 'Weeks from one to the next; 0 for one that is held once.',
    unit: 'weeks',
    min: 0,
    wholeSteps: true,
    default: 52,
    source: 'assumed: once a year',
    range: [13, 156],
  }),
  lag: parameter({
    doc: 'How old the newest figures are that it sees.',
    unit: 'weeks',
    min: 0,
    wholeSteps: true,
    default: 13,
    source: 'assumed: figures of the last whole quarter',
    range: [0, 52],
  }),
  window: parameter({
    doc: 'How many weeks of figures it looks at, before that.',
    unit: 'weeks',
    above: 0,
    wholeSteps: true,
    default: 52,
    source: 'assumed: a year of figures',
    range: [13, 104],
  }),
  during: choice(['referrals', 'run'], {
    doc: 'Whether it is held only while clients are referred, or until the end of the run.',
    default: 'referrals',
    source: 'assumed: reviews belong to the contract, and follow-up is only observed',
  }),
});

/** Fields of a review that goes by evidence: the stage of commissioning says how its kinds are weighed. */
export const evidenceReviewFields = () => ({
  ...reviewFields(),
  stage: text({
    doc: 'Stage of commissioning whose weights of evidence it goes by, a name of commissioner.evidence.',
    default: 'monitoring',
  }),
});

/** Fields of a review that holds a reported figure against an aim. */
export const figureReviewFields = () => ({
  ...reviewFields(),
  event: text({ doc: 'Event whose reported figure is looked at.' }),
  per: choice(figureBases, {
    doc: 'Per what: clients attached in the weeks looked at, clients referred in them, clients attached in a mean week, or the count alone.',
    default: 'attached',
    source: 'assumed: the rate that contracts state',
  }),
  aim: parameter({ doc: 'What the figure should be.', above: 0 }),
});

/** Fields of a review that may end a contract: what becomes of it, and of the clients. */
export const endingFields = () => ({
  successor: text({
    doc: 'Office that gets the contract; the one with the best evidence if empty. It may have a share of 0 until then.',
    default: '',
  }),
  handoverLoss: share({
    doc: 'Part of their trust that attached clients lose when they are handed over.',
    default: 0.2,
    source: 'assumed: staff go along with the work, so most of the relation is kept; 0 is in the range',
    range: [0, 0.6],
  }),
});

/** What the terms of every review hold. */
export type ReviewTerms = {
  kind: string;
  first: number;
  every: number;
  lag: number;
  window: number;
  during: 'referrals' | 'run';
};

/** What lies before the commissioner at a review. */
export interface Findings {
  /** Name of the review. */
  name: string;
  /** The steps whose figures are seen: from the first (included) to the last (excluded). */
  from: number;
  to: number;
  /** Offices under contract that have clients or referrals. */
  offices: readonly number[];
  /** Evidence by place in `offices`, in standard deviations; not a number where there is none. */
  evidence: readonly number[];
  /** Stories from all offices; undefined where none are listened to. */
  stories: Stories | undefined;
}

/** A decision: in words, by which two decisions are told apart, and what it does. */
export interface Decision {
  key: string;
  carryOut(): void;
  /** The contract that it ends, if any. */
  ended?: { office: number; successor: number };
}

export const nothing: Decision = { key: 'nothing', carryOut: () => {} };

/** What is wrong with the terms of a review that have the right form. */
export interface ReviewProblem {
  /** Keys below the review. */
  path: string[];
  message: string;
  found?: string;
  allowed?: string;
  nearest?: string;
}

/** What a check of terms may look up. */
export interface ReviewCheck {
  names: Names;
  /** Names of the instruments of the scheme that have a price, or a threshold, which a review may multiply. */
  instrumentsWith: Readonly<Record<'price' | 'threshold', string[]>>;
  /** Stages that have weights of evidence. */
  stages: string[];
}

/** One kind of review: a file of its own and a line in the registry. */
export interface ReviewKind<S extends z.ZodObject = z.ZodObject> {
  kind: string;
  title: string;
  /** What it does. */
  does: string;
  /** A runnable example: YAML that may stand under `commissioner.reviews`. */
  example: string;
  schema: S;
  /** Terms in plain English: when it is held, what it looks at, and what it does. */
  says(terms: z.infer<S>, tell: Tell): string;
  /** Whether it goes by the weights of evidence of its stage. */
  stage?(terms: z.infer<S>): string;
  /** Whether it listens to stories of all offices together. */
  listens?: boolean;
  /** Whether each office looked at kept what was agreed, by place; undefined where the review cannot tell. */
  promises?(terms: z.infer<S>, findings: Findings, world: World): (boolean | undefined)[];
  check(terms: z.infer<S>, look: ReviewCheck): ReviewProblem[];
  /** Decides on what lies before it and changes nothing yet. */
  decide(terms: z.infer<S>, findings: Findings, world: World): Decision;
}
