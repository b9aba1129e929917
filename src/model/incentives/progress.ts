import * as z from 'zod';
import { entry, share, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';
import { OfficeGroupSums } from './officeGroupSums.ts';

export const progressSchema = entry(
  {
    kind: z.literal('progress'),
    role: text({ doc: 'Role whose contacts are believed to bring the score down.' }),
    ...amountFields('Money for a fall of the recorded score by 1, that is from the highest need to none.'),
    believedFall: share({
      doc: 'Fall of the score that a caseworker believes to follow from one contact.',
      default: 0.02,
      source: 'assumed: a distance of a tenth takes about five contacts',
      range: [0, 0.1],
    }),
    category: categoryField(),
  },
  {
    doc: 'A progress payment: paid for the distance travelled on the recorded score of need. Needs `commissioner.scoring`.',
  },
);

export type Progress = z.infer<typeof progressSchema>;

/** [client] lowest score so far, NaN before the first: kept when terms change. */
const bestOf = new WeakMap<Instrument, Float64Array>();

/**
 * Pays when the recorded score falls below the lowest so far, for the difference. The first score is where the
 * journey begins and pays nothing. A score that goes up again costs nothing, so that noise alone is paid, too.
 */
export const progress: InstrumentKind<typeof progressSchema> = {
  kind: 'progress',
  title: 'Progress payment',
  pays: 'Money for the distance travelled: for each fall of the recorded score of need below the lowest so far. Somebody has to score: `commissioner.scoring.role`.',
  tempts:
    'To score need high at first and low later, to score again and again until noise pays, and to prefer those with much need on record.',
  example:
    'distance:\n  kind: progress\n  role: keyWorker\n  amount: 2000\n  byGroup: { esa: 3000 }\n  believedFall: 0.02\n',
  schema: progressSchema,
  says: (terms, tell) =>
    `Offices get ${tell.price(terms)} for a fall of the score of need on record from 1 to 0, and in proportion; a contact (${tell.title('role', terms.role)}) is believed to bring it down by ${tell.number(terms.believedFall)}.`,
  adjusts: ['price'],
  check: (terms, names) => [
    ...unknownName('role', terms.role, names.roles, 'role'),
    ...checkAmounts(terms, names),
  ],
  create(terms, setup, previous) {
    const { names, people, record, officeShares } = setup;
    const role = names.roles.indexOf(terms.role);
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, officeShares.length);
    const post = feePoster(setup, terms.category);
    const best = (previous && bestOf.get(previous)) ?? new Float64Array(people.count).fill(Number.NaN);
    const due = new OfficeGroupSums(officeShares.length, names.groups.length);
    const ofGroup = (group: number, office: number): number => amounts.ofGroup(group) * factors.price[office];

    const instrument: Instrument = {
      name: setup.name,
      kind: 'progress',
      believedPrice: () => 0,
      believedPerContact: (of, group, office) =>
        of === role ? ofGroup(group, office) * terms.believedFall : 0,
      believedPerContactOf(of, client, office) {
        if (of !== role) return 0;
        // Nobody falls below 0; before the first score the client is taken to have far to go.
        const left = Number.isNaN(best[client]) ? 1 : best[client];
        const price = amounts.ofClient(client, people.group[client]) * factors.price[office];
        return price * Math.min(left, terms.believedFall);
      },
      progressPrice: ofGroup,
      settle({ step }) {
        for (let at = 0; at < record.attachedCount(); at++) {
          const client = record.attached[at];
          const score = record.score[client];
          if (Number.isNaN(score)) continue;
          const fall = best[client] - score;
          if (fall <= 0) continue;
          best[client] = score;
          if (Number.isNaN(fall)) continue;
          const office = record.office[client];
          const group = people.group[client];
          due.add(office, group, amounts.ofClient(client, group) * factors.price[office] * fall);
        }
        due.flush((office, group, sum) => post(step, office, group, sum));
      },
    };
    bestOf.set(instrument, best);
    return adjustable(instrument, factors, ['price']);
  },
};
