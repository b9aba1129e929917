import type { z } from 'zod';
import { choice, namedMap, parameter, section, share } from '../../scenario/kit/index.ts';
import { reviewsSchema } from '../commissioner/registry.ts';
import { figureBases } from '../reports.ts';
import { auditSchema } from './audit.ts';
import { scoringSchema } from './scoring.ts';

const figure = section(
  {
    weight: parameter({
      doc: 'Weight of the figure; below 0 where less is better.',
      default: 1,
      source: 'assumed: one figure as much as another',
    }),
    per: choice(figureBases, {
      doc: 'Per what: clients attached in the weeks looked at, clients referred in them, clients attached in a mean week, or the count alone.',
      default: 'attached',
      source: 'assumed: the rate that contracts state',
    }),
    usual: parameter({
      doc: 'The usual figure, from which it is judged; the mean of the offices looked at if absent.',
    }).optional(),
    spread: parameter({
      doc: 'What counts as one standard deviation of it; that of the offices looked at if absent.',
      above: 0,
    }).optional(),
  },
  { doc: 'A reported figure as evidence.' },
);

const stage = section(
  {
    figures: namedMap(figure, { doc: 'Reported figures by event.', default: {} }),
    stories: parameter({
      doc: 'Weight of stories: what the commissioner hears of some lives.',
      min: 0,
      default: 0,
      source:
        'seed 003: numbers rule reviews, and local knowledge counts mainly when services are designed; no size is given',
      range: [0, 2],
    }),
    money: parameter({
      doc: 'Weight of money: what the office was paid per attached client; less is better.',
      min: 0,
      default: 0,
      source: 'assumed: not looked at unless stated',
      range: [0, 2],
    }),
  },
  { doc: 'How kinds of evidence are weighed at a stage, each in standard deviations.' },
);

const stories = section(
  {
    lives: parameter({
      doc: 'How many lives are heard of at a review: of each office where offices are compared, of all where a board sets priorities.',
      min: 1,
      integer: true,
      default: 5,
      source: 'assumed: a handful of cases; few, so that stories are noisy',
      range: [2, 30],
    }),
    trust: parameter({
      doc: 'Weight of trust gained beside the share of need taken off, in the worth of a story.',
      min: 0,
      default: 1,
      source: 'assumed: front-line outcomes are built on relations (seed 002), the weight is ours',
      range: [0, 3],
    }),
    noticed: share({
      doc: 'Change of need, as a share of need at referral, from which it is told as a change for the better or worse.',
      default: 0.05,
      source: 'assumed: what people notice of themselves',
      range: [0.02, 0.15],
    }),
    usual: parameter({
      doc: 'The usual worth of stories; the mean of the offices looked at if absent.',
    }).optional(),
    spread: parameter({
      doc: 'What counts as one standard deviation of it; that of the offices looked at if absent.',
      above: 0,
    }).optional(),
  },
  { doc: 'Stories that travel from the front line.' },
);

const weightOfKind = (doc: string) =>
  parameter({ doc, min: 0, default: 1, source: 'assumed: all kinds alike at the start' });

const coupling = section(
  {
    understood: share({
      doc: 'Part of the payoff weight, with its pressed part, that caseworkers turn to what the board’s priorities ask: service to whose turn it is, change to gain, maintenance to need.',
      default: 0,
      source:
        'assumed: seed 002 says that caseworkers who understand goals serve them, and reports no size; 0 is in the range',
      range: [0, 1],
    }),
    stories: share({
      doc: 'Weight of stories against the indicator when a board sets its priorities.',
      default: 0,
      source:
        'assumed: seed 002 says that stories connect the levels, and reports no size; 0 is in the range',
      range: [0, 1],
    }),
    strength: share({
      doc: 'How far priorities move at one review towards what is lacking.',
      default: 0.5,
      source: 'assumed: half of the way',
      range: [0, 1],
    }),
    priority: section(
      {
        service: weightOfKind('Weight of being served well: trust and contact.'),
        change: weightOfKind('Weight of change for the better.'),
        maintenance: weightOfKind('Weight of keeping people from getting worse.'),
      },
      { doc: 'The board’s priorities at the start; only their proportions count.' },
    ),
  },
  { doc: 'How loosely or tightly strategy and front line are coupled (seed 002).' },
);

/** The commissioner: its own costs, what an outcome is worth to it, what it looks at, and what it does at reviews. */
export const commissionerSchema = section(
  {
    weeklyCost: parameter({
      doc: 'Cost of managing the programme a week while referrals run.',
      unit: 'money a week',
      min: 0,
      default: 0,
      source: 'assumed: not counted unless stated',
    }),
    returns: namedMap(parameter({ doc: 'Return to public budgets per event.', unit: 'money', min: 0 }), {
      doc: 'What events return to public budgets, by event: used for the return per unit of money, gross and net of twins.',
      default: {},
    }),
    evidence: namedMap(stage, { doc: 'Weights of evidence by stage of commissioning.', default: {} }),
    stories,
    reviews: reviewsSchema,
    coupling,
    scoring: scoringSchema,
    audit: auditSchema,
  },
  { doc: 'The commissioner.' },
);

export type CommissionerSection = z.infer<typeof commissionerSchema>;
