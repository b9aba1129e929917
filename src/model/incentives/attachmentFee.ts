import * as z from 'zod';
import { entry } from '../../scenario/kit/index.ts';
import { amountFields, categoryField, checkAmounts } from './amount.ts';
import { eventFee } from './eventFee.ts';
import type { InstrumentKind } from './instrument.ts';

export const attachmentFeeSchema = entry(
  {
    kind: z.literal('attachmentFee'),
    ...amountFields('Fee for each client who is attached.'),
    category: categoryField(),
  },
  { doc: 'An attachment fee: paid once for each client who joins.' },
);

/** A fee for each client on joining, whatever comes of it. */
export const attachmentFee: InstrumentKind<typeof attachmentFeeSchema> = {
  kind: 'attachmentFee',
  title: 'Attachment fee',
  pays: 'A fee for each client who joins, once.',
  tempts:
    'To enrol many; it pays for places of clients whose outcomes are unlikely, and nothing for work after joining.',
  example: 'startFee:\n  kind: attachmentFee\n  amount: 400\n  byGroup: { esa: 600 }\n',
  schema: attachmentFeeSchema,
  says: (terms, tell) => `Offices get ${tell.price(terms)} once for each client who joins.`,
  adjusts: ['price'],
  check: checkAmounts,
  create: (terms, setup, previous) =>
    eventFee('attachmentFee', { ...terms, event: 'attached', once: true }, setup, previous),
};
