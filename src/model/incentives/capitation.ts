import * as z from 'zod';
import { entry, parameter } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { InstrumentKind } from './instrument.ts';
import { OfficeGroupSums } from './officeGroupSums.ts';

export const capitationSchema = entry(
  {
    kind: z.literal('capitation'),
    ...amountFields('Money a week for each attached client.', 'money a week'),
    expectedStay: parameter({
      doc: 'Weeks for which an office expects a client to stay: the money of so many weeks covers a place when it weighs to refuse it.',
      unit: 'weeks',
      min: 0,
      default: 52,
      source: 'assumed: a year; half of the longest stay of the British programmes',
      range: [13, 104],
    }),
    category: categoryField(),
  },
  { doc: 'Capitation: money for each client and week of attachment, whatever is done.' },
);

export type Capitation = z.infer<typeof capitationSchema>;

/** Money for each attached client at the end of each week; no event and no contact brings any. */
export const capitation: InstrumentKind<typeof capitationSchema> = {
  kind: 'capitation',
  title: 'Capitation',
  pays: 'Money each week for each client who is attached at its end, by group or formula.',
  tempts:
    'To enrol many and to see none: a client who is held on the books pays as much as one who is helped, and those with the highest rates are the most welcome.',
  example: 'heads:\n  kind: capitation\n  amount: 12\n  byGroup: { esa: 20 }\n  expectedStay: 52\n',
  schema: capitationSchema,
  says: (terms, tell) =>
    `Offices get ${tell.price(terms)} a week for each client who is attached, whatever is done; they reckon with ${tell.counted(terms.expectedStay, 'week')} a client.`,
  adjusts: ['price'],
  check: checkAmounts,
  create(terms, setup, previous) {
    const { people, record, names, officeShares } = setup;
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, officeShares.length);
    const post = feePoster(setup, terms.category);
    const due = new OfficeGroupSums(officeShares.length, names.groups.length);
    return adjustable(
      {
        name: setup.name,
        kind: 'capitation',
        believedPrice: () => 0,
        coveredPerPlace: (group, office) =>
          amounts.ofGroup(group) * factors.price[office] * terms.expectedStay,
        settle({ step }) {
          for (let at = 0; at < record.attachedCount(); at++) {
            const client = record.attached[at];
            const office = record.office[client];
            const group = people.group[client];
            due.add(office, group, amounts.ofClient(client, group) * factors.price[office]);
          }
          due.flush((office, group, sum) => post(step, office, group, sum));
        },
      },
      factors,
      ['price'],
    );
  },
};
