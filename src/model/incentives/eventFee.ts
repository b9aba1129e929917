import { COMMISSIONER, officeParty } from '../money/books.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { type AmountFields, readAmounts } from './amount.ts';
import type { Instrument, InstrumentSetup } from './instrument.ts';

/** Terms of a fee that hangs on one event alone. */
export interface EventFeeTerms extends AmountFields {
  event: string;
  /** Whether only the first event of each client is paid. */
  once: boolean;
  category: string;
}

/** Posts money from the commissioner to offices in the instrument's own account; a negative amount flows back. */
export function feePoster(setup: InstrumentSetup, category: string) {
  const account = setup.account('fee', category);
  const { books } = setup;
  return (step: number, office: number, group: number, amount: number): void => {
    if (amount !== 0) books.post(step, COMMISSIONER, officeParty(office), account, group, amount);
  };
}

/** Which recorded events count for the terms: those of their kind, or the first of each client only. */
export function countedEvents(
  { event, once }: Pick<EventFeeTerms, 'event' | 'once'>,
  { names }: InstrumentSetup,
): (event: number, first: boolean) => boolean {
  const counted = names.events.indexOf(event);
  return (each, first) => each === counted && (first || !once);
}

/**
 * A fee for each event of one kind, or with `sign` −1 what the office owes for it: what is paid is also what is
 * believed, since nothing else decides it.
 */
export function eventFee(
  kind: string,
  terms: EventFeeTerms,
  setup: InstrumentSetup,
  previous?: Instrument,
  sign: 1 | -1 = 1,
): Instrument {
  const amounts = readAmounts(terms, setup);
  const factors = factorsAfter(previous, setup.officeShares.length);
  const pay = feePoster(setup, terms.category);
  const { group: groupOf } = setup.people;
  const pays = countedEvents(terms, setup);
  const instrument: Instrument = {
    name: setup.name,
    kind,
    believedPrice: (event, group, office, first) =>
      pays(event, first) ? sign * amounts.ofGroup(group) * factors.price[office] : 0,
    ...(!amounts.sameWithinGroups && {
      believedPriceOf: (event: number, client: number, office: number, first: boolean) =>
        pays(event, first) ? sign * amounts.ofClient(client, groupOf[client]) * factors.price[office] : 0,
    }),
    onEvent({ step, event, client, group, office, first }) {
      if (pays(event, first))
        pay(step, office, group, sign * amounts.ofClient(client, group) * factors.price[office]);
    },
  };
  return adjustable(instrument, factors, ['price']);
}
