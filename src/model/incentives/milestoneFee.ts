import * as z from 'zod';
import { entry, flag, text } from '../../scenario/kit/index.ts';
import { amountFields, categoryField, checkAmounts } from './amount.ts';
import { eventFee } from './eventFee.ts';
import type { InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const milestoneFeeSchema = entry(
  {
    kind: z.literal('milestoneFee'),
    event: text({ doc: 'Event that is paid: any event of the pathway, such as `jobStart`.' }),
    ...amountFields('Fee for the event.'),
    once: flag({
      doc: 'Whether only the first such event of each client is paid.',
      default: true,
      source: 'assumed: contracts pay an outcome of a client once',
    }),
    category: categoryField(),
  },
  { doc: 'A milestone fee: paid when a client has the event.' },
);

/** A fee for an event on the pathway. */
export const milestoneFee: InstrumentKind<typeof milestoneFeeSchema> = {
  kind: 'milestoneFee',
  title: 'Milestone fee',
  pays: 'A fee when a client has the named event; the first time only, unless `once` is off.',
  tempts:
    'To give time to those who are likely to have the event soon, with or without help; clients who are far from it bring no money.',
  example: 'jobFee:\n  kind: milestoneFee\n  event: jobStart\n  amount: 500 + 1000 * predictedNeed\n',
  schema: milestoneFeeSchema,
  says: (terms, tell) =>
    `Offices get ${tell.price(terms)} for ${terms.once ? 'the first' : 'each'} ${tell.event(terms.event)} of a client.`,
  adjusts: ['price'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
  ],
  create: (terms, setup, previous) => eventFee('milestoneFee', terms, setup, previous),
};
