import type { z } from 'zod';
import { choice, namedMap, parameter, section, share } from '../../scenario/kit/index.ts';
import { budgetStates } from '../partnership/state.ts';

const trust = section(
  {
    start: share({
      doc: 'Trust of partners in one another at the start.',
      default: 0.3,
      source: 'assumed: low, as trust of clients',
      range: [0, 0.9],
    }),
    growth: share({
      doc: 'Part of what is missing to full trust that a kept promise closes.',
      default: 0.1,
      source:
        'assumed: document 003 says that trust grows slowly with kept promises; about seven of them halve what is missing',
      range: [0, 0.3],
    }),
    loss: share({
      doc: 'Part of trust that a broken promise destroys.',
      default: 0.2,
      source: 'assumed: trust goes faster than it comes',
      range: [0, 0.6],
    }),
    keptFrom: share({
      doc: 'Share of what was promised from which, delivered in the mean until the review, a promise counts as kept.',
      default: 0.8,
      source: 'assumed: a fifth less is forgiven',
      range: [0.5, 1],
    }),
    turnoverLoss: share({
      doc: 'Part of the trust of and in a partner that goes with its leader.',
      default: 0.5,
      source: 'assumed: half of a relation is personal, as in liaison',
      range: [0, 1],
    }),
  },
  { doc: 'Trust between partners, which moves at reviews and when a leader leaves.' },
);

const effect = (doc: string, options: { default: number; source: string; range: [number, number] }) =>
  parameter({ doc, ...options });

const delivery = section(
  {
    base: effect('Logit of the share of a promise that is delivered, at no trust and no pull.', {
      default: 2,
      source: 'assumed: nearly nine tenths; with 40 and no other effect every promise is kept in full',
      range: [0, 40],
    }),
    trust: effect('What full trust in the others adds to it.', {
      default: 1,
      source: 'assumed: document 003 names trust, not its size; 0 is in the range',
      range: [0, 3],
    }),
    sharedTargets: effect('What is added to it where all targets are shared.', {
      default: 1,
      source: 'assumed: document 003 names shared targets, not their effect; 0 is in the range',
      range: [0, 3],
    }),
    inspection: effect('What the pressure of a failed inspection takes from it.', {
      default: 3,
      source:
        'assumed: a failed inspection takes attention from most joint work (document 003); 0 is in the range',
      range: [0, 5],
    }),
    ownTarget: effect('What the full pull of own targets takes from it.', {
      default: 3,
      source: 'assumed: as strong as an inspection; 0 is in the range',
      range: [0, 5],
    }),
  },
  { doc: 'What holds a partner to its promise, and what pulls it back into its own agency.' },
);

const coordination = section(
  {
    separate: share({
      doc: 'While budgets are separate.',
      default: 0,
      source: 'assumed: each looks at its own share',
      range: [0, 0.5],
    }),
    aligned: share({
      doc: 'While budgets are aligned.',
      default: 0.5,
      source: 'assumed: half of the way to deciding as one',
      range: [0, 1],
    }),
  },
  {
    doc: 'Weight of the other partners’ share in what a partner decides, between 0 and 1; 1 while budgets are pooled.',
  },
);

/** What all partners have in common; `areas` may set some of it apart. */
export const partnershipSchema = section(
  {
    review: parameter({
      doc: 'Weeks between reviews, at which promises are judged and made anew and budgets are decided on.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 13,
      source: 'assumed: boards meet by the quarter',
      range: [4, 52],
    }),
    horizon: parameter({
      doc: 'Weeks over which partners weigh what joint work brings and costs.',
      unit: 'weeks',
      above: 0,
      default: 52,
      source: 'assumed: the year of the budget',
      range: [13, 156],
    }),
    memory: parameter({
      doc: 'Weeks over which events that partners go by are averaged (exponential).',
      unit: 'weeks',
      min: 1,
      default: 26,
      source: 'assumed: half a year of figures',
      range: [4, 104],
    }),
    reach: namedMap(
      parameter({
        doc: 'Share by which the event would become rarer at full effort of all partners, as they believe; below 0 where it would become more frequent.',
        max: 1,
      }),
      {
        doc: 'What partners believe that joint work can do, by event. Nothing is at stake where none is named: then they give what local priority gives.',
        default: {},
      },
    ),
    response: parameter({
      doc: 'How strongly effort follows what it is believed to bring over its cost; 0 leaves local priority alone.',
      min: 0,
      default: 1,
      source: 'assumed: effort of about two thirds where it brings what it costs',
      range: [0, 3],
    }),
    trust,
    delivery,
    sharedTargets: share({
      doc: 'Share of the partners’ targets that they have in common.',
      default: 0,
      source: 'assumed: none unless stated; in document 003 few of 35 local targets were cross-cutting',
      range: [0, 1],
    }),
    coordination,
    budgets: choice([...budgetStates, 'free'], {
      doc: 'Budgets of the partners: kept separate, aligned or pooled throughout, or `free`, as the partners decide.',
      default: 'separate',
      source: 'assumed: every agency has its own',
    }),
    trustToAlign: share({
      doc: 'Mean trust from which free budgets are aligned.',
      default: 0.4,
      source: 'assumed: some trust is needed to show one another the books',
      range: [0, 0.8],
    }),
    trustToPool: share({
      doc: 'Trust in the others from which a partner would pool.',
      default: 0.6,
      source: 'assumed: more than for aligning',
      range: [0, 1],
    }),
    scareWeeks: parameter({
      doc: 'Weeks for which the fall of a pool scares partners elsewhere.',
      unit: 'weeks',
      min: 0,
      default: 52,
      source: 'assumed: a year',
      range: [0, 156],
    }),
    poolsElsewhere: share({
      doc: 'Chance that a pool outside the scenario falls, the same in every design.',
      unit: 'per week',
      default: 0,
      source: 'assumed: nothing is heard from elsewhere unless stated',
      range: [0, 0.02],
    }),
  },
  {
    doc: 'How partners work together: beliefs, trust, promises and budgets. Nothing happens without `partners`.',
  },
);

export type PartnershipSection = z.infer<typeof partnershipSchema>;
