import * as z from 'zod';
import { choice, namedMap, parameter, section, text } from '../../scenario/kit/index.ts';
import { incentivesSchema } from '../incentives/registry.ts';
import { activitiesSchema } from './activities.ts';
import { areasSchema } from './areas.ts';
import { caseworkersSchema } from './caseworkers.ts';
import { clientsSchema } from './clients.ts';
import { commissionerSchema } from './commissioner.ts';
import { interventionsSchema } from './interventions.ts';
import { measuresSchema } from './measures.ts';
import { officesSchema, rulesSchema } from './offices.ts';
import { partnersSchema } from './partners.ts';
import { partnershipSchema } from './partnership.ts';
import { pathwaySchema } from './pathway.ts';
import { portfolioSchema } from './portfolio.ts';
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

/** Replicates, and the size, that a scenario can ask for at most. */
export const MOST_REPLICATES = 100_000;
export const MOST_SCALE = 1000;

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
      max: MOST_REPLICATES,
      integer: true,
      default: 20,
      source: 'assumed: enough for a 95% interval of about half a standard deviation',
    }),
    scale: parameter({
      doc: 'Multiplies referrals, posts, openings and fixed money.',
      above: 0,
      max: MOST_SCALE,
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
    areas: areasSchema,
    partners: partnersSchema,
    partnership: partnershipSchema,
    pathway: pathwaySchema,
    activities: activitiesSchema,
    interventions: interventionsSchema,
    portfolio: portfolioSchema,
    incentives: incentivesSchema,
    rules: rulesSchema,
    commissioner: commissionerSchema,
    world: worldSchema,
    measures: measuresSchema,
  },
  { doc: 'A scenario.' },
);

export type Scenario = z.infer<typeof scenarioSchema>;
