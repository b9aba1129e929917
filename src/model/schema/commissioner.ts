import type { z } from 'zod';
import { namedMap, parameter, section } from '../../scenario/kit/index.ts';
import { scoringSchema } from './scoring.ts';

/** The commissioner's own costs and what an outcome is worth to it. */
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
    scoring: scoringSchema,
  },
  { doc: 'The commissioner.' },
);

export type CommissionerSection = z.infer<typeof commissionerSchema>;
