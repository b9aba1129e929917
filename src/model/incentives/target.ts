import * as z from 'zod';
import { choice, entry, flag, parameter, share, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { categoryField, checkAmounts, optionalAmountFields, readAmounts } from './amount.ts';
import { countedEvents, feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';
import { TargetBook } from './targetBook.ts';
import { countsAfter, keepCounts } from './targetCounts.ts';
import { thresholdWords } from './thresholdWords.ts';

export const targetSchema = entry(
  {
    kind: z.literal('target'),
    event: text({ doc: 'Event that counts towards the target.' }),
    once: flag({
      doc: 'Whether only the first such event of each client counts.',
      default: true,
      source: 'assumed: an outcome of a client counts once',
    }),
    period: parameter({
      doc: 'Length of a period; counts begin anew in each.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 13,
      source: 'assumed: a quarter',
      range: [4, 52],
    }),
    of: choice(['count', 'attached', 'expected'], {
      doc: 'What the threshold is: a number of events a period for all offices together, a share of the mean number of attached clients, or a share of the clients expected to be referred in the period.',
      default: 'count',
      source: 'assumed: a target is a number',
    }),
    threshold: parameter({
      doc: 'The threshold: events (multiplied by `scale`) or a share, as `of` says. A threshold of 0 asks nothing and pays no bonus.',
      min: 0,
    }),
    bonus: parameter({
      doc: 'Bonus a period for all offices together, multiplied by `scale`: an office that reaches its threshold gets its share of referrals of it.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: a target without money, which is only held against offices',
    }),
    ...optionalAmountFields('Price of each event that counts, beside the bonus.', {
      default: 0,
      source: 'assumed: nothing beside the bonus',
    }),
    cap: parameter({
      doc: 'Most events a period that are paid the price, for all offices together, multiplied by `scale`; no limit if absent.',
      unit: 'events',
      min: 0,
    }).optional(),
    mostMoney: parameter({
      doc: 'Most money a period, price and bonus together, for all offices, multiplied by `scale`; no limit if absent.',
      unit: 'money',
      min: 0,
    }).optional(),
    heldAgainst: share({
      doc: 'How far the shortfall is held against the office: what it adds to pressure when the whole target is missed.',
      default: 1,
      source: 'assumed: fully',
      range: [0, 1],
    }),
    during: choice(['referrals', 'run'], {
      doc: 'Whether periods begin only while clients are referred, or until the end of the run.',
      default: 'referrals',
      source: 'assumed: targets belong to the contract, and follow-up is only observed',
    }),
    category: categoryField(),
  },
  {
    doc: 'A target: a threshold for each office and period, with a bonus, a price for each event, or neither.',
  },
);

export type Target = z.infer<typeof targetSchema>;

/**
 * A threshold for each office and period. A threshold in events is met, and the bonus paid, in the step in which
 * it is reached; a share of attached clients moves with them and is judged when the period ends. A period that
 * the end of the run cuts short has thresholds, caps and bonus in proportion.
 *
 * Believed price of an event = price (below the caps) + bonus × chance that this event is the one that reaches the
 * threshold (see `pivotalChance`), given the count so far and the events expected in the weeks left. After the
 * threshold it is 0, and so it is beyond the caps. Reviews multiply an office's threshold (ratchet) or its price and
 * bonus. What work now may bring in a later period is not looked at.
 */
export const target: InstrumentKind<typeof targetSchema> = {
  kind: 'target',
  title: 'Target',
  pays: 'A bonus once a period to each office that reaches its threshold; optionally a price for each event, up to a cap on events, on money, or both.',
  tempts:
    'To do just enough: effort peaks near the threshold, stops after it or beyond the cap, and stops when it is out of reach.',
  example:
    'startsTarget:\n  kind: target\n  event: jobStart\n  period: 13\n  threshold: 240\n  bonus: 60000\n  amount: 150\n  cap: 300\n',
  schema: targetSchema,
  says(terms, tell) {
    const { threshold, bonus, cap, mostMoney, heldAgainst } = terms;
    const price = tell.price(terms);
    const money = [
      ...(bonus > 0 ? [`the offices that reach it share a bonus of ${tell.money(bonus)}`] : []),
      ...(price === tell.money(0)
        ? []
        : [`each pays ${price}${cap === undefined ? '' : `, up to ${tell.number(cap)} of them`}`]),
    ];
    const paid = money.length > 0 ? `: ${tell.list(money)}` : ' without money';
    const most = mostMoney === undefined ? '' : `, at most ${tell.money(mostMoney)} in all`;
    const held =
      heldAgainst === 0
        ? ''
        : ` A miss is held against the office and presses it (${tell.number(heldAgainst)} where all is missing).`;
    return `${tell.sentence(thresholdWords(terms, threshold, tell))} ${tell.every(terms.period)} is the target${paid}${most}.${held}`;
  },
  adjusts: ['price', 'threshold'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
  ],
  create(terms, setup, previous) {
    const { people } = setup;
    const amounts = readAmounts(terms, setup);
    const pay = feePoster(setup, terms.category);
    const counts = countsAfter(previous, terms.event, setup);
    const factors = factorsAfter(previous, setup.officeShares.length);
    const book = new TargetBook(terms, setup, counts, factors);
    const priceNow = (office: number, amount: number): number =>
      book.pricePaidNext(office) ? Math.min(amount * factors.price[office], book.room(office)) : 0;
    const counted = countedEvents(terms, setup);

    const instrument: Instrument = {
      name: setup.name,
      kind: 'target',
      believedPrice(event, group, office, first) {
        if (!counted(event, first)) return 0;
        return book.shadowPrice(office) + priceNow(office, amounts.ofGroup(group));
      },
      ...(!amounts.sameWithinGroups && {
        believedPriceOf(event: number, client: number, office: number, first: boolean) {
          if (!counted(event, first)) return 0;
          const amount = amounts.ofClient(client, people.group[client]);
          return book.shadowPrice(office) + priceNow(office, amount);
        },
      }),
      onEvent({ step, event, client, group, office, first }) {
        if (!counted(event, first)) return;
        const due = priceNow(office, amounts.ofClient(client, group));
        if (due > 0) pay(step, office, group, book.draw(office, due));
        book.count(office);
      },
      settle({ step, attachedByOffice }) {
        book.settle(step, attachedByOffice, (office, bonus) => pay(step, office, -1, bonus));
      },
      heldAgainst: (office) => terms.heldAgainst * book.shortfall(office),
      missChance: (office) => book.missChance(office),
      standing(office) {
        const stands = book.standing(office);
        return stands && { event: terms.event, ...stands };
      },
    };
    keepCounts(instrument, terms.event, counts);
    return adjustable(instrument, factors, ['price', 'threshold'], () => book.review());
  },
};
