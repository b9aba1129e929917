import * as z from 'zod';
import { choice, entry, flag, parameter, share, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { amountFields, categoryField, checkAmounts, readAmounts } from './amount.ts';
import { countedEvents, eventFee, feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';
import { TargetBook } from './targetBook.ts';
import { countsAfter, keepCounts } from './targetCounts.ts';
import { thresholdWords } from './thresholdWords.ts';

export const penaltySchema = entry(
  {
    kind: z.literal('penalty'),
    event: text({
      doc: 'Event for which the office owes money; with a `threshold`, event of which too few are recorded.',
    }),
    ...amountFields(
      'What the office owes for each such event; with a `threshold`, for each event that is missing when the period ends (the mean over groups).',
    ),
    once: flag({
      doc: 'Whether only the first such event of each client counts.',
      default: false,
      source: 'assumed: each such event counts',
    }),
    threshold: parameter({
      doc: 'Events asked for in a period (multiplied by `scale`) or a share, as `of` says; without it each event is penalised.',
      min: 0,
    }).optional(),
    of: choice(['count', 'attached', 'expected'], {
      doc: 'What the threshold is: a number of events a period for all offices together, a share of the mean number of attached clients, or a share of the clients expected to be referred in the period.',
      default: 'count',
      source: 'assumed: a threshold is a number',
    }),
    period: parameter({
      doc: 'Length of a period of the threshold.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 13,
      source: 'assumed: a quarter',
      range: [4, 52],
    }),
    during: choice(['referrals', 'run'], {
      doc: 'Whether periods begin only while clients are referred, or until the end of the run.',
      default: 'referrals',
      source: 'assumed: thresholds belong to the contract, and follow-up is only observed',
    }),
    heldAgainst: share({
      doc: 'How far the shortfall against the threshold is held against the office, beside the money.',
      default: 1,
      source: 'assumed: fully',
      range: [0, 1],
    }),
    category: categoryField(),
  },
  { doc: 'A penalty: the office owes money for each event of a kind, or for too few of them.' },
);

export type Penalty = z.infer<typeof penaltySchema>;

/**
 * Money that offices owe. Without a threshold each event of the kind costs its amount, and is believed to. With one,
 * each event missing when a period ends costs the amount; an event is then believed to be worth the amount times the
 * chance that the threshold is not reached without it (see `neededChance`).
 */
export const penalty: InstrumentKind<typeof penaltySchema> = {
  kind: 'penalty',
  title: 'Penalty',
  pays: 'Nothing: the office pays the commissioner for each event of a kind, or for each event missing from a threshold when the period ends.',
  tempts:
    'To keep away from those who are likely to have the event, and to leave it unrecorded; with a threshold, to do just enough, and up to the end where it is out of reach.',
  example: 'lostJobs:\n  kind: penalty\n  event: jobLoss\n  amount: 200\n',
  schema: penaltySchema,
  says(terms, tell) {
    if (terms.threshold === undefined)
      return `Offices owe ${tell.price(terms)} for ${terms.once ? 'the first' : 'each'} ${tell.event(terms.event)} of a client.`;
    return `${tell.sentence(thresholdWords(terms, terms.threshold, tell))} ${tell.every(terms.period)} is asked for: offices owe ${tell.price(terms)} for each that is missing.${terms.heldAgainst === 0 ? '' : ` What is missing is held against the office, too (${tell.number(terms.heldAgainst)} where all is).`}`;
  },
  adjusts: ['price', 'threshold'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...checkAmounts(terms, names),
  ],
  create(terms, setup, previous) {
    const { threshold } = terms;
    if (threshold === undefined) return eventFee('penalty', terms, setup, previous, -1);
    const { groupShares, officeShares } = setup;
    const amounts = readAmounts(terms, setup);
    const factors = factorsAfter(previous, officeShares.length);
    const post = feePoster(setup, terms.category);
    const counted = countedEvents(terms, setup);
    const counts = countsAfter(previous, terms.event, setup);
    const perMissing = groupShares.reduce((sum, share, group) => sum + share * amounts.ofGroup(group), 0);
    const book = new TargetBook({ ...terms, threshold, bonus: 0, perMissing }, setup, counts, factors);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'penalty',
      believedPrice: (event, _group, office, first) => (counted(event, first) ? book.shadowPrice(office) : 0),
      onEvent({ event, office, first }) {
        if (counted(event, first)) book.count(office);
      },
      settle({ step, attachedByOffice }) {
        book.settle(step, attachedByOffice, (office, money) => post(step, office, -1, money));
      },
      heldAgainst: (office) => terms.heldAgainst * book.shortfall(office),
      missChance: (office) => book.missChance(office),
    };
    keepCounts(instrument, terms.event, counts);
    return adjustable(instrument, factors, ['price', 'threshold'], () => book.review());
  },
};
