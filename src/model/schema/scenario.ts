import { z } from 'zod';
import { choice, flag, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { incentivesSchema } from '../incentives/registry.ts';
import { activitiesSchema } from './activities.ts';
import { caseworkersSchema } from './caseworkers.ts';
import { clientsSchema } from './clients.ts';
import { commissionerSchema } from './commissioner.ts';
import { officesSchema, rulesSchema } from './offices.ts';
import { pathwaySchema } from './pathway.ts';
import { worldSchema } from './world.ts';

const clockSchema = section(
  {
    step: choice(['week', 'day', 'hours'], {
      doc: 'Length of a step: a week, a day, or `hours` hours. All else in the file stays by the week.',
      default: 'week',
      source: 'assumed: the week of the caseworker',
    }),
    hours: parameter({
      doc: 'Length of a step of `hours`; a day has to be a whole number of them.',
      unit: 'hours',
      above: 0,
      max: 24,
      default: 8,
      source: 'assumed: a shift',
    }),
    workingDays: parameter({
      doc: 'Days of the week, the first ones, on which caseworkers have contact hours, where a step is shorter than a week.',
      unit: 'days of the week',
      min: 1,
      max: 7,
      integer: true,
      default: 5,
      source: 'assumed: Monday to Friday; a service that is always open states 7',
    }),
    referralWeeks: parameter({
      doc: 'Weeks in which clients are referred.',
      unit: 'weeks',
      min: 0,
      max: 2000,
      wholeSteps: true,
      default: 52,
      source: 'assumed: one year of referrals',
    }),
    followUp: parameter({
      doc: 'Weeks for which everybody, served or not, is followed after referral.',
      unit: 'weeks',
      min: 0,
      max: 2000,
      wholeSteps: true,
      default: 104,
      source: 'assumed: two years',
    }),
  },
  { doc: 'Time.' },
);

const published = section(
  {
    title: text({ doc: 'Words for the report.', default: '' }),
    measure: text({ doc: 'Key of the measure, such as `event.rate[event=jobStart]`.' }),
    value: parameter({ doc: 'The published figure.' }),
    tolerance: parameter({
      doc: 'How far the mean may lie from it.',
      min: 0,
      default: 0.01,
      source: 'assumed: one point',
    }),
    fitted: flag({
      doc: 'Whether parameters were fitted to it; otherwise it is a check.',
      default: false,
      source: 'assumed: a check',
    }),
    source: text({ doc: 'Where the figure is published.' }),
    note: text({ doc: 'How it is read here.', default: '' }),
  },
  { doc: 'A published figure to hold against the run.' },
);

const measuresSchema = section(
  {
    include: z.array(z.string()).optional().describe('Families of measures to compute; all if absent.'),
    references: z
      .array(z.enum(['noService', 'equalTime']))
      .default([])
      .describe('Companion worlds that every run computes, beside the twins.'),
    horizon: parameter({
      doc: 'Weeks after attachment by which an outcome counts in outcome.rate.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 104,
      source: 'assumed: the length of the stay',
      range: [26, 156],
    }),
    window: parameter({
      doc: 'Weeks after referral over which client and twin are compared.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 104,
      source: 'assumed: two years, whether or not the client still belongs to the programme',
      range: [52, 156],
    }),
    parkedAfter: parameter({
      doc: 'Weeks without real contact after which a client counts as parked unseen. One value a comparison: designs may not patch it.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 13,
      source: 'assumed: a quarter; at least three times the gap under equal turns',
      range: [8, 26],
    }),
    matchFrom: share({
      doc: 'A barrier of at least this needs help: contact that touches none of these is a holding pattern.',
      default: 0.5,
      source: 'assumed: the middle of the scale',
      range: [0.3, 0.7],
    }),
    cohort: section(
      {
        from: parameter({
          doc: 'First week of referral that is counted.',
          unit: 'weeks',
          min: 0,
          wholeSteps: true,
          default: 0,
          source: 'assumed: everybody',
        }),
        to: parameter({
          doc: 'Last week of referral that is counted.',
          unit: 'weeks',
          min: 0,
          wholeSteps: true,
          default: 100000,
          source: 'assumed: everybody',
        }),
      },
      { doc: 'Whose lives are counted: leave out warm-up cohorts of a standing programme.' },
    ),
    priceEvent: text({ doc: 'Event to which cost measures refer; the main event if empty.', default: '' }),
    published: namedMap(published, { doc: 'Published figures, by name.', default: {} }),
  },
  { doc: 'What is measured, and how.' },
);

/** The whole scenario. Types, defaults, JSON Schema, messages and the reference page come from here. */
export const scenarioSchema = section(
  {
    title: text({ doc: 'Title for reports and charts.' }),
    about: text({ doc: 'What it is about.', default: '' }),
    question: text({ doc: 'The question that the comparison of designs answers.', default: '' }),
    sources: namedMap(z.string(), { doc: 'The documents behind the numbers.', default: {} }),
    seed: text({ doc: 'Text from which all luck is derived.', default: 'streetlevel' }),
    replicates: parameter({
      doc: 'Runs with other luck.',
      min: 1,
      max: 100000,
      integer: true,
      default: 20,
      source: 'assumed: enough for a 95% interval of about half a standard deviation',
    }),
    scale: parameter({
      doc: 'Multiplies referrals, posts, openings and fixed money.',
      above: 0,
      max: 1000,
      default: 1,
      source: 'assumed: full size',
    }),
    currency: text({ doc: 'ISO code of the currency.', default: 'GBP' }),
    priceYear: parameter({
      doc: 'Year of prices.',
      integer: true,
      min: 1900,
      max: 2200,
      default: 2019,
      source: 'assumed',
    }),
    clock: clockSchema,
    clients: clientsSchema,
    caseworkers: caseworkersSchema,
    offices: officesSchema,
    pathway: pathwaySchema,
    activities: activitiesSchema,
    incentives: incentivesSchema,
    rules: rulesSchema,
    commissioner: commissionerSchema,
    world: worldSchema,
    measures: measuresSchema,
  },
  { doc: 'A scenario.' },
);

export type Scenario = z.infer<typeof scenarioSchema>;
