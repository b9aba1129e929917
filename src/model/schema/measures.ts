import * as z from 'zod';
import { flag, namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { claimSchema } from './claims.ts';
import { contestSchema } from './contest.ts';
import { forecastSchema } from './forecast.ts';
import { conditionSchema, decompositionSchema, goodhartSchema } from './measured.ts';

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

export const measuresSchema = section(
  {
    include: z.array(z.string()).optional().describe('Families of measures to compute; all if absent.'),
    references: z
      .array(z.enum(['noService', 'equalTime', 'needFirst']))
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
    period: parameter({
      doc: 'Length of the periods by which period.happened and period.recorded count events; 0 for none.',
      unit: 'weeks',
      min: 0,
      integer: true,
      default: 0,
      source: 'assumed: rates say more than counts, unless a published figure is one',
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
    claims: namedMap(claimSchema, {
      doc: 'What the scenario claims of its designs, by name: every run says which claims hold.',
      default: {},
    }),
    forecast: namedMap(forecastSchema, {
      doc: 'What the page asks before it shows a number, by name; three questions of any scenario if there are none.',
      default: {},
    }),
    contest: contestSchema,
    goodhart: goodhartSchema,
    decomposition: decompositionSchema,
    condition: conditionSchema,
  },
  { doc: 'What is measured, and how.' },
);
