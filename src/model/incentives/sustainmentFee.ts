import * as z from 'zod';
import { entry, parameter, share, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const sustainmentFeeSchema = entry(
  {
    kind: z.literal('sustainmentFee'),
    event: text({
      doc: 'Event of a milestone that says that the outcome has lasted, such as `sustained26`.',
    }),
    ...amountFields('Fee for each instalment.'),
    instalments: parameter({
      doc: 'Most instalments that are paid for one client; the milestone repeats its event for each.',
      min: 1,
      max: 65535,
      integer: true,
      default: 1,
      source: 'assumed: paid once, as in the employment pilot (document 004)',
    }),
    believedNext: share({
      doc: 'Believed chance that one instalment is followed by the next.',
      default: 0.8,
      source: 'assumed: no source states it',
      range: [0.5, 1],
    }),
    category: categoryField(),
  },
  { doc: 'A sustainment fee: paid in instalments while an outcome lasts.' },
);

/** Instalments paid so far, kept so that a change of terms does not begin them anew. */
const paidCounts = new WeakMap<Instrument, { event: number; paid: Uint16Array }>();

/**
 * Instalments on the event of a milestone. With n left, the event is believed to bring amount × (1 + q + … + q^(n−1)),
 * q the believed chance of the next. Asked about a group, it answers for clients without any instalment (`first`)
 * or with one.
 */
export const sustainmentFee: InstrumentKind<typeof sustainmentFeeSchema> = {
  kind: 'sustainmentFee',
  title: 'Sustainment fee',
  pays: 'A fee for each instalment while the outcome lasts, up to a number of instalments for each client.',
  tempts:
    'To choose clients whose outcomes last by themselves, and to look after those in work while instalments are left.',
  example: 'stayFee:\n  kind: sustainmentFee\n  event: sustained26\n  amount: 215\n  instalments: 13\n',
  schema: sustainmentFeeSchema,
  says: (terms, tell) =>
    terms.instalments === 1
      ? `Offices get ${tell.price(terms)} when an outcome of a client has lasted (${tell.event(terms.event)}).`
      : `Offices get ${tell.price(terms)} for each ${tell.event(terms.event)} while an outcome lasts, up to ${terms.instalments} times a client; they believe that one is followed by the next with a chance of ${tell.share(terms.believedNext)}.`,
  adjusts: ['price'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
  ],
  create(terms, setup, previous) {
    const { instalments, believedNext, category } = terms;
    const { names, people } = setup;
    const paidEvent = names.events.indexOf(terms.event);
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, setup.officeShares.length);
    const pay = feePoster(setup, category);
    const before = previous && paidCounts.get(previous);
    const paid = before?.event === paidEvent ? before.paid : new Uint16Array(people.count);
    const expected = expectedInstalments(instalments, believedNext);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'sustainmentFee',
      believedPrice: (event, group, office, first) =>
        event === paidEvent
          ? amounts.ofGroup(group) * factors.price[office] * expected[first ? instalments : instalments - 1]
          : 0,
      // One instalment at one price: whether it is the client's first tells all.
      ...((instalments > 1 || !amounts.sameWithinGroups) && {
        believedPriceOf: (event: number, client: number, office: number) => {
          if (event !== paidEvent) return 0;
          const left = Math.max(0, instalments - paid[client]);
          return amounts.ofClient(client, people.group[client]) * factors.price[office] * expected[left];
        },
      }),
      onEvent({ step, event, client, group, office }) {
        if (event !== paidEvent || paid[client] >= instalments) return;
        paid[client]++;
        pay(step, office, group, amounts.ofClient(client, group) * factors.price[office]);
      },
    };
    paidCounts.set(instrument, { event: paidEvent, paid });
    return adjustable(instrument, factors, ['price']);
  },
};

/** [n]: expected number of instalments once the next is due and n are left. */
function expectedInstalments(instalments: number, chance: number): Float64Array {
  const expected = new Float64Array(instalments + 1);
  for (let left = 1; left <= instalments; left++) expected[left] = 1 + chance * expected[left - 1];
  return expected;
}
