import * as z from 'zod';
import { entry, parameter, share } from '../../scenario/kit/index.ts';
import { categoryField } from './amount.ts';
import { financePoster } from './financePoster.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';

export const arrearsSchema = entry(
  {
    kind: z.literal('arrears'),
    share: share({ doc: 'Share of what an office earns that is paid later.' }),
    weeks: parameter({
      doc: 'Weeks after which it is paid.',
      unit: 'weeks',
      above: 0,
      wholeSteps: true,
      default: 8,
      source: 'assumed: two months from claim to money',
      range: [4, 26],
    }),
    category: categoryField(),
  },
  { doc: 'Payment in arrears: part of what offices earn comes some weeks late.' },
);

/** [step × offices + office] what is to be paid when: kept when terms change. */
const dueOf = new WeakMap<Instrument, Float64Array>();

/**
 * Withholds a share of what offices earn (what other instruments paid in the week, less penalties, advances and
 * arrears apart) and pays it some weeks later; all that is outstanding at the end of the run, or when the instrument
 * is given up, is paid then. Money is late and not less.
 */
export const arrears: InstrumentKind<typeof arrearsSchema> = {
  kind: 'arrears',
  title: 'Payment in arrears',
  pays: 'Nothing of its own: a share of each week’s income comes some weeks later.',
  tempts:
    'To what brings money soon. An office without means of its own can run out of cash though it earns enough, and small ones first.',
  example: 'late:\n  kind: arrears\n  share: 0.5\n  weeks: 13\n',
  schema: arrearsSchema,
  says: ({ share, weeks }, tell) =>
    `${tell.share(share)} of what offices earn is paid ${tell.counted(weeks, 'week')} late.`,
  check: () => [],
  create(terms, setup, previous) {
    const { officeShares, steps, books } = setup;
    const offices = officeShares.length;
    const post = financePoster(setup, terms.category);
    const due = (previous && dueOf.get(previous)) ?? new Float64Array(steps * offices);
    const payUntil = (step: number, now: number): void => {
      for (let office = 0; office < offices; office++) {
        let sum = 0;
        for (let at = now; at <= step; at++) {
          sum += due[at * offices + office];
          due[at * offices + office] = 0;
        }
        post(now, office, sum);
      }
    };
    const instrument: Instrument = {
      name: setup.name,
      kind: 'arrears',
      believedPrice: () => 0,
      settleIncome({ step }) {
        const later = Math.min(steps - 1, step + terms.weeks);
        for (let office = 0; later > step && office < offices; office++) {
          const withheld = terms.share * Math.max(0, books.officeEarned(office, step));
          due[later * offices + office] += withheld;
          post(step, office, -withheld);
        }
        payUntil(step, step);
      },
      end: (step) => payUntil(steps - 1, step),
    };
    dueOf.set(instrument, due);
    return instrument;
  },
};
