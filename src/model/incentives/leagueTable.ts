import * as z from 'zod';
import { choice, entry, flag, parameter, share, text } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { categoryField } from './amount.ts';
import { countedEvents, feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { LeagueBook, type LeagueCounts, newLeagueCounts } from './leagueBook.ts';
import { unknownName } from './nameProblems.ts';

export const leagueTableSchema = entry(
  {
    kind: z.literal('leagueTable'),
    event: text({ doc: 'Event by whose recorded rate offices are ranked.' }),
    once: flag({
      doc: 'Whether only the first such event of each client counts.',
      default: true,
      source: 'assumed: an outcome of a client counts once',
    }),
    period: parameter({
      doc: 'Weeks from one table to the next.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 26,
      source: 'assumed: half a year',
      range: [4, 52],
    }),
    bonus: parameter({
      doc: 'Prizes a table for all offices together, multiplied by `scale`.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: a table without prizes',
    }),
    bonusTo: choice(['top', 'ranks'], {
      doc: 'Who gets the prizes: the top office, or all but the last in even steps by rank.',
      default: 'top',
      source: 'assumed: the winner takes all',
    }),
    shareMoved: share({
      doc: 'Share of all referrals that moves from the bottom office to the top one after each table.',
      default: 0,
      source: 'assumed: no market shares move',
      range: [0, 0.1],
    }),
    endAfter: parameter({
      doc: 'Tables in a row at the bottom after which an office loses all its referrals to the top one; never if absent.',
      min: 1,
      integer: true,
    }).optional(),
    referralsWorth: parameter({
      doc: 'What all referrals of the programme are believed to be worth to whoever has them: makes a share that moves a stake.',
      unit: 'money',
      min: 0,
      default: 0,
      source: 'assumed: shares that move are not looked at unless stated',
    }),
    heldAgainst: share({
      doc: 'How far the distance from the top, as a share of the top rate, is held against the office.',
      default: 1,
      source: 'assumed: fully',
      range: [0, 1],
    }),
    category: categoryField(),
  },
  { doc: 'A league table: offices are ranked by a recorded rate, for prizes or shares of referrals.' },
);

const countsOf = new WeakMap<Instrument, { event: string; counts: LeagueCounts }>();

/**
 * Ranks offices after each period by recorded events per attached client-week; prizes are paid and referrals move.
 * Who has neither clients nor referrals is not ranked; equal offices share their prizes, and nothing moves where all
 * are equal. Tables are made while clients are referred.
 *
 * Believed price of an event = stake × chance that it changes places with the neighbour above (the top office: below):
 * the normal approximation exp(−gap²/4E) / √(4πE) at the gap of the latest table, E the office's events of a period.
 */
export const leagueTable: InstrumentKind<typeof leagueTableSchema> = {
  kind: 'leagueTable',
  title: 'League table',
  pays: 'Prizes to offices by their rank in a recorded rate; optionally moves referrals from the bottom office to the top one, or ends a contract.',
  tempts:
    'To beat the neighbour: effort where ranks are close, little where they are far apart, and clients who lift the rate rather than those who need help.',
  example:
    'table:\n  kind: leagueTable\n  event: jobStart\n  period: 13\n  bonus: 20000\n  shareMoved: 0.05\n  endAfter: 4\n  referralsWorth: 500000\n',
  schema: leagueTableSchema,
  says(terms, tell) {
    const stakes = [
      ...(terms.bonus > 0
        ? [
            `${tell.money(terms.bonus)} in prizes goes to ${terms.bonusTo === 'top' ? 'the top office' : 'all offices but the last, by rank'}`,
          ]
        : []),
      ...(terms.shareMoved > 0
        ? [`${tell.share(terms.shareMoved)} of referrals moves from the bottom office to the top one`]
        : []),
      ...(terms.endAfter === undefined
        ? []
        : [
            `an office that is last ${tell.counted(terms.endAfter, 'time')} in a row loses all its referrals`,
          ]),
    ];
    const worth =
      terms.referralsWorth === 0
        ? ''
        : ` All referrals are believed to be worth ${tell.money(terms.referralsWorth)}.`;
    const held =
      terms.heldAgainst === 0
        ? ''
        : ` The distance from the top is held against an office (${tell.number(terms.heldAgainst)} for the whole of it).`;
    return `Offices are ranked ${tell.every(terms.period)} by their rate of ${tell.event(terms.event)} on record${stakes.length > 0 ? `: ${tell.list(stakes)}` : ', without prizes'}.${worth}${held}`;
  },
  adjusts: ['price'],
  check: (terms, names) => [
    ...unknownName('event', terms.event, names.events, 'event'),
    ...(names.offices.length > 1
      ? []
      : [
          {
            path: [],
            message: 'a table needs two offices: one alone is always first',
            found: `one office, ${names.offices.join('')}`,
            allowed: 'a further office',
          },
        ]),
  ],
  create(terms, setup, previous) {
    const factors = factorsAfter(previous, setup.officeShares.length);
    const post = feePoster(setup, terms.category);
    const before = previous && countsOf.get(previous);
    const counts = before?.event === terms.event ? before.counts : newLeagueCounts(setup);
    const book = new LeagueBook(terms, setup, counts, factors);
    const counted = countedEvents(terms, setup);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'leagueTable',
      believedPrice: (event, _group, office, first) => (counted(event, first) ? book.worth(office) : 0),
      onEvent({ event, office, first }) {
        if (counted(event, first)) counts.events[office]++;
      },
      settle({ step, attachedByOffice }) {
        book.settle(step, attachedByOffice, (office, prize) => post(step, office, -1, prize));
      },
      heldAgainst: (office) => terms.heldAgainst * counts.distance[office],
    };
    countsOf.set(instrument, { event: terms.event, counts });
    return adjustable(instrument, factors, ['price']);
  },
};
