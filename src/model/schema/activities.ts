import type { z } from 'zod';
import { choice, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { adoptionSchema } from './adoption.ts';

/** What an hour of contact is spent on. */
export const activitiesSchema = namedMap(
  section(
    {
      title: text({ doc: 'Name in charts and reports.', default: '' }),
      effects: namedMap(parameter({ doc: 'Effect on the barrier; 1 is the reference.', min: 0 }), {
        doc: 'Effect on each barrier; a barrier not named is not moved.',
        default: {},
      }),
      groupSize: parameter({
        doc: 'Clients who share the hour.',
        min: 1,
        default: 1,
        source: 'assumed: one to one',
      }),
      cost: parameter({
        doc: 'Money that one contact costs besides the caseworker.',
        unit: 'money a contact',
        min: 0,
        default: 0,
        source: 'assumed: nothing but time',
      }),
      payer: choice(['office', 'commissioner'], {
        doc: 'Who pays it.',
        default: 'office',
        source: 'assumed: the office',
      }),
      category: text({ doc: 'Spending category in money measures.', default: 'employment' }),
      appeal: parameter({
        doc: 'Standing preference for it on the logit of the choice (ease of booking, belief in it).',
        default: 0,
        source: 'assumed: no preference',
        range: [-2, 2],
      }),
      payoffPull: parameter({
        doc: 'How far a caseworker who wants payoff thinks that it brings the paid event nearer.',
        default: 0,
        source: 'assumed: none',
        range: [0, 2],
      }),
      familiarity: share({
        doc: 'Habit at the start.',
        default: 0.25,
        source: 'assumed: equal habits',
        range: [0, 1],
      }),
      emits: text({ doc: 'Event that a contact may emit; empty for none.', default: '' }),
      emitChance: share({
        doc: 'Chance of that event in a contact.',
        default: 0,
        source: 'assumed: none',
        range: [0, 0.2],
      }),
      lockIn: share({
        doc: 'κ: a week on it multiplies start hazards that use `lockIn` by 1 − κ.',
        default: 0,
        source: 'assumed: none unless stated; 0 is in the range',
        range: [0, 0.3],
      }),
      adoption: adoptionSchema.optional(),
    },
    { doc: 'An activity of the menu.' },
  ),
  { doc: 'The menu of activities by name.' },
);

/** Openings and other things that no office controls. */
export type ActivitiesSection = z.infer<typeof activitiesSchema>;
