import type { z } from 'zod';
import { namedMap, parameter, section, share } from '../../scenario/kit/index.ts';
import { reviewsSchema } from '../commissioner/registry.ts';
import { auditSchema } from './audit.ts';
import {
  politicsSchema,
  providerSchema,
  researchSchema,
  stageSchema,
  storiesSchema,
  userSchema,
} from './evidence.ts';
import { relationsSchema } from './relations.ts';
import { scoringSchema } from './scoring.ts';

const weightOfKind = (doc: string) =>
  parameter({ doc, min: 0, default: 1, source: 'assumed: all kinds alike at the start' });

const coupling = section(
  {
    understood: share({
      doc: 'Part of the payoff weight, with its pressed part, that caseworkers turn to what the board’s priorities ask: service to whose turn it is, change to gain, maintenance to need.',
      default: 0,
      source:
        'assumed: document 002 says that caseworkers who understand goals serve them, and reports no size; 0 is in the range',
      range: [0, 1],
    }),
    stories: share({
      doc: 'Weight of stories against the indicator when a board sets its priorities.',
      default: 0,
      source:
        'assumed: document 002 says that stories connect the levels, and reports no size; 0 is in the range',
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
  { doc: 'How loosely or tightly strategy and front line are coupled (document 002).' },
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
    evidence: namedMap(stageSchema, { doc: 'Weights of evidence by stage of commissioning.', default: {} }),
    stories: storiesSchema,
    provider: providerSchema,
    user: userSchema,
    research: researchSchema,
    politics: politicsSchema,
    relations: relationsSchema,
    reviews: reviewsSchema,
    coupling,
    scoring: scoringSchema,
    audit: auditSchema,
  },
  { doc: 'The commissioner.' },
);

export type CommissionerSection = z.infer<typeof commissionerSchema>;
