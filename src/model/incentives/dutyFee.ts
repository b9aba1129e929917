import * as z from 'zod';
import { entry, parameter, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { categoryField } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const dutyFeeSchema = entry(
  {
    kind: z.literal('dutyFee'),
    duty: text({
      doc: 'Duty whose items are paid, a name of `caseworkers.duties`; not the record itself, whose items are what it is made of.',
    }),
    amount: parameter({ doc: 'Fee for each item that is done.', unit: 'money', min: 0 }),
    category: categoryField(),
  },
  { doc: 'A duty fee: pays for work that is no contact with a client, such as meetings with partners.' },
);

/** What is paid for an item is what caseworkers believe, so that the duty's hours have a price beside those of contacts. */
export const dutyFee: InstrumentKind<typeof dutyFeeSchema> = {
  kind: 'dutyFee',
  title: 'Duty fee',
  pays: 'A fee for each item of a duty that is done: a meeting with partners, an hour of prevention.',
  tempts:
    'To hold meetings because they pay, whatever comes of them. Without it, where contacts pay, joint work has a price all the same: what the hour would have earned elsewhere.',
  example: 'meetings:\n  kind: dutyFee\n  duty: partners\n  amount: 25\n',
  schema: dutyFeeSchema,
  says: ({ duty, amount }, tell) =>
    `Offices get ${tell.money(amount)} for each item of “${tell.title('duty', duty)}” that is done.`,
  adjusts: ['price'],
  check: (terms, names) => unknownName('duty', terms.duty, names.duties, 'duty that is done in items'),
  create(terms, setup, previous) {
    const factors = factorsAfter(previous, setup.officeShares.length);
    const pay = feePoster(setup, terms.category);
    const priceOf = (office: number): number => terms.amount * factors.price[office];
    const instrument: Instrument = {
      name: setup.name,
      kind: 'dutyFee',
      believedPrice: () => 0,
      believedPerItem: (duty, office) => (duty === terms.duty ? priceOf(office) : 0),
      onItems({ step, duty, office, items }) {
        if (duty === terms.duty) pay(step, office, -1, items * priceOf(office));
      },
    };
    return adjustable(instrument, factors, ['price']);
  },
};
