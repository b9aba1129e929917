import type { z } from 'zod';
import { namedMap, parameter, section, share, text } from '../../scenario/kit/index.ts';

const inspection = section(
  {
    chance: share({
      doc: 'Chance that an inspection of the partner in an area fails, the same in every design.',
      unit: 'per week',
      default: 0,
      source: 'assumed: no inspection unless stated; document 003 gives no rate',
      range: [0, 0.02],
    }),
    weeks: parameter({
      doc: 'How long its pressure lasts.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 26,
      source: 'assumed: half a year of recovery plan',
      range: [4, 104],
    }),
    pressure: parameter({
      doc: 'How strong its pressure is: what `partnership.delivery.inspection` is multiplied by while it lasts.',
      min: 0,
      default: 1,
      source: 'assumed: the unit in which the effect is stated',
      range: [0, 3],
    }),
  },
  { doc: 'Inspections of the single agency.' },
);

/** Agencies that serve the same people as the programme, and may do some of the work together with the others. */
export const partnersSchema = namedMap(
  section(
    {
      title: text({ doc: 'Name in charts and reports.', default: '' }),
      share: share({
        doc: 'Its share of what is earned together; shares sum to 1.',
        sumsToOne: { what: 'shares of partners' },
      }),
      influence: share({
        doc: 'Share of what joint work can do that hangs on it; sums to 1 over partners. The same as `share` if absent.',
        sumsToOne: { what: 'influence of partners (their shares where not stated)', absent: 'share' },
      }).optional(),
      effortCost: parameter({
        doc: 'What full effort on joint work would cost if the area had all referrals: multiplied by the area’s share of referrals and by `scale`.',
        unit: 'money a week',
        min: 0,
      }),
      fixedCost: parameter({
        doc: 'What full effort costs in every area whatever its size: a larger area pools it. Multiplied by `scale`.',
        unit: 'money a week',
        min: 0,
        default: 0,
        source: 'assumed: effort costs in proportion to size unless stated',
      }),
      priority: share({
        doc: 'Effort on joint work that it gives whatever is paid: local priority.',
        default: 0,
        source: 'assumed: no local priority unless stated',
        range: [0, 0.5],
      }),
      turnover: parameter({
        doc: 'Leaders who leave an area within a year, in the mean; the chance in a step follows from it. The same in every design.',
        min: 0,
        default: 0,
        source: 'assumed: leaders stay unless stated; document 003 reports turnover and gives no rate',
        range: [0, 1],
      }),
      ownTarget: share({
        doc: 'How strongly targets of its own pull it from joint work.',
        default: 0,
        source: 'assumed: no targets of its own unless stated',
        range: [0, 1],
      }),
      inspection,
      controlLoss: parameter({
        doc: 'What it is worth to it to keep its money to itself, if the area had all referrals: multiplied by `span`, the area’s share of referrals and `scale`. Weighed, never paid.',
        unit: 'money a week',
        min: 0,
        default: 0,
        source: 'assumed: no fear of losing control unless stated; document 003 reports it and gives no size',
      }),
      legalCost: parameter({
        doc: 'What the legal form of a pool costs it in every area, paid while budgets are pooled. Multiplied by `scale`.',
        unit: 'money a week',
        min: 0,
        default: 0,
        source: 'assumed: nothing unless stated',
      }),
      contagion: parameter({
        doc: 'How much it fears a pool while another pool fell lately, as money if the area had all referrals: multiplied by the area’s share of referrals and by `scale`. Weighed, never paid.',
        unit: 'money a week',
        min: 0,
        default: 0,
        source: 'assumed: no scare unless stated; document 003 reports one and gives no size',
      }),
      span: parameter({
        doc: 'What it answers for over what it controls: 1 where they are the same. It multiplies `controlLoss`, for who answers for what others do wants to keep the rest in hand.',
        min: 1,
        default: 1,
        source: 'assumed: answers for what it controls unless stated',
        range: [1, 4],
      }),
    },
    { doc: 'An agency that serves the same people.' },
  ),
  {
    doc: 'Partners by name: agencies, such as police, probation and the local authority, that every area has, that may put effort into joint work and share what it earns. Without any there is no partnership.',
    default: {},
  },
);

export type PartnersSection = z.infer<typeof partnersSchema>;
