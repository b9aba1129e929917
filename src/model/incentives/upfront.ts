import * as z from 'zod';
import { choice, entry, parameter, share } from '../../scenario/kit/index.ts';
import { categoryField } from './amount.ts';
import { financePoster } from './financePoster.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';

export const upfrontSchema = entry(
  {
    kind: z.literal('upfront'),
    amount: parameter({
      doc: 'Advance for all offices together when the instrument comes into force; each gets its share of referrals. Multiplied by `scale`.',
      unit: 'money',
      min: 0,
    }),
    recoup: share({
      doc: 'Share of what an office earns that goes to pay the advance back, until it is paid.',
      default: 0.25,
      source: 'assumed: no source states it; 0 makes the advance a gift or a loan',
      range: [0, 1],
    }),
    remainder: choice(['kept', 'due'], {
      doc: 'Whether the office keeps what is not paid back by the end of the run, or must pay it then.',
      default: 'kept',
      source: 'assumed: the commissioner bears the risk of an advance',
    }),
    category: categoryField(),
  },
  { doc: 'Money upfront: an advance that later income pays back.' },
);

/** [office] what is not paid back yet: kept when terms change. */
const owedOf = new WeakMap<Instrument, Float64Array>();

/**
 * An advance at the start, paid back out of what offices earn: what other instruments paid in the week, less
 * penalties, advances and arrears apart. Nobody believes that it changes what an event brings.
 */
export const upfront: InstrumentKind<typeof upfrontSchema> = {
  kind: 'upfront',
  title: 'Money upfront',
  pays: 'An advance at the start, which a share of later income pays back; what is left at the end is kept or due.',
  tempts:
    'To take many on and start well staffed whatever the results will be; where the rest is kept, an office that earns little has little to pay back.',
  example: 'advance:\n  kind: upfront\n  amount: 200000\n  recoup: 0.3\n  remainder: due\n',
  schema: upfrontSchema,
  says: ({ amount, recoup, remainder }, tell) =>
    `Offices share an advance of ${tell.money(amount)}; ${tell.share(recoup)} of what they earn pays it back, and what is left at the end ${remainder === 'kept' ? 'they keep' : 'they owe'}.`,
  check: () => [],
  create(terms, setup, previous) {
    const { officeShares, scale, startStep, steps, books } = setup;
    const post = financePoster(setup, terms.category);
    const before = previous && owedOf.get(previous);
    const owed = before ?? new Float64Array(officeShares.length);
    let paid = before !== undefined;
    const payBack = (step: number, office: number, amount: number): void => {
      const part = Math.min(owed[office], amount);
      if (part <= 0) return;
      owed[office] -= part;
      post(step, office, -part);
    };
    const instrument: Instrument = {
      name: setup.name,
      kind: 'upfront',
      believedPrice: () => 0,
      settleIncome({ step }) {
        if (!paid && step >= startStep) {
          paid = true;
          officeShares.forEach((each, office) => {
            owed[office] = terms.amount * scale * each;
            post(step, office, owed[office]);
          });
          // The advance is for the weeks to come: what is earned in this one is the office's own.
          if (step < steps - 1) return;
        }
        for (let office = 0; office < owed.length; office++) {
          payBack(step, office, terms.recoup * Math.max(0, books.officeEarned(office, step)));
          if (step === steps - 1 && terms.remainder === 'due') payBack(step, office, owed[office]);
        }
      },
      end(step) {
        if (terms.remainder !== 'due') return;
        for (let office = 0; office < owed.length; office++) payBack(step, office, owed[office]);
      },
    };
    owedOf.set(instrument, owed);
    return instrument;
  },
};
