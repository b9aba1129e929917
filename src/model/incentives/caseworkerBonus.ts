import * as z from 'zod';
import { choice, entry, flag, parameter, text } from '../../scenario/kit/index.ts';
import { COMMISSIONER, OUTSIDE, officeParty } from '../money/books.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, checkAmounts, readAmounts } from './amount.ts';
import { countedEvents } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const caseworkerBonusSchema = entry(
  {
    kind: z.literal('caseworkerBonus'),
    event: text({ doc: 'Event for which the caseworker gets a bonus.' }),
    ...amountFields('Bonus to the caseworker for the event.'),
    once: flag({
      doc: 'Whether only the first such event of each client counts.',
      default: true,
      source: 'assumed: an outcome of a client counts once',
    }),
    payer: choice(['commissioner', 'office'], {
      doc: 'Who pays it.',
      default: 'commissioner',
      source: 'assumed: part of the scheme',
    }),
    weight: parameter({
      doc: 'How many times money of one’s own is felt against money of the office.',
      min: 0,
      default: 2,
      source: 'assumed: own money is felt more; 1 is in the range',
      range: [1, 5],
    }),
  },
  { doc: 'A caseworker bonus: money to the caseworker, and not to the office, for an event.' },
);

/**
 * A bonus to whoever works with the client: staff are of the world outside, so it is no income of the office. It is
 * believed to be worth amount × weight, and moves caseworkers as far as the payoff motive does.
 */
export const caseworkerBonus: InstrumentKind<typeof caseworkerBonusSchema> = {
  kind: 'caseworkerBonus',
  title: 'Caseworker bonus',
  pays: 'The caseworker, out of the commissioner’s or the office’s money, for an event.',
  tempts:
    'Like an outcome fee, but felt by those who divide the hours: to choose clients who are likely to have the event.',
  example: 'perJob:\n  kind: caseworkerBonus\n  event: jobStart\n  amount: 50\n  payer: office\n',
  schema: caseworkerBonusSchema,
  says: (terms, tell) =>
    `The caseworker gets ${tell.price(terms)} for ${terms.once ? 'the first' : 'each'} ${tell.event(terms.event)} of a client, paid by the ${terms.payer} and felt ${tell.number(terms.weight)} times as much as money of the office.`,
  adjusts: ['price'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
  ],
  create(terms, setup, previous) {
    const { people, books, officeShares } = setup;
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, officeShares.length);
    const ownMoney = terms.payer === 'office';
    // A cost of the office is no fee: it stands in an account of another kind, and so of another name.
    const account = ownMoney
      ? books.open(`${setup.name}.office`, 'cost', 'bonuses')
      : setup.account('fee', 'bonuses');
    const pays = countedEvents(terms, setup);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'caseworkerBonus',
      believedPrice: (event, group, office, first) =>
        pays(event, first) ? amounts.ofGroup(group) * factors.price[office] * terms.weight : 0,
      ...(!amounts.sameWithinGroups && {
        believedPriceOf: (event: number, client: number, office: number, first: boolean) =>
          pays(event, first)
            ? amounts.ofClient(client, people.group[client]) * factors.price[office] * terms.weight
            : 0,
      }),
      onEvent({ step, event, client, group, office, first }) {
        if (!pays(event, first)) return;
        const amount = amounts.ofClient(client, group) * factors.price[office];
        const payer = ownMoney ? officeParty(office) : COMMISSIONER;
        if (amount !== 0) books.post(step, payer, OUTSIDE, account, group, amount);
      },
    };
    return adjustable(instrument, factors, ['price']);
  },
};
