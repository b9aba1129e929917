import * as z from 'zod';
import { choice, entry, parameter } from '../../scenario/kit/index.ts';
import { adjustable, factorsAfter } from './adjustments.ts';
import { categoryField } from './amount.ts';
import { feePoster } from './eventFee.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';

export const blockGrantSchema = entry(
  {
    kind: z.literal('blockGrant'),
    amount: parameter({
      doc: 'Money for all offices together; each gets the share of referrals that it has then. Multiplied by `scale`.',
      unit: 'money',
      min: 0,
    }),
    per: choice(['week', 'programme'], {
      doc: 'Whether the amount is paid in each week that `during` names, or spread evenly over these weeks.',
      default: 'week',
      source: 'assumed: a grant is stated by the week',
    }),
    during: choice(['referrals', 'run'], {
      doc: 'Whether it is paid only while clients are referred, or until the end of the run, as long as posts cost.',
      default: 'referrals',
      source: 'assumed: a grant belongs to the contract, and follow-up is only observed',
    }),
    places: parameter({
      doc: 'Places that the grant is meant to pay for in the whole programme, multiplied by `scale`; all who are referred if absent.',
      unit: 'places',
      above: 0,
    }).optional(),
    category: categoryField(),
  },
  { doc: 'A block grant: a fixed sum, whatever is done and whatever comes of it.' },
);

/** When the amount is paid, in words after it. */
const whenPaid = {
  week: { referrals: 'a week while clients are referred', run: 'a week until the end of the run' },
  programme: {
    referrals: 'in all, spread evenly over the weeks in which clients are referred',
    run: 'in all, spread evenly over all weeks of the run',
  },
};

/**
 * A fixed sum in equal weekly parts while clients are referred, or until the end of the run. Paid while clients are referred,
 * it is nothing where no week has referrals.
 */
export const blockGrant: InstrumentKind<typeof blockGrantSchema> = {
  kind: 'blockGrant',
  title: 'Block grant',
  pays: 'A fixed sum while clients are referred, or until the end of the run, shared among offices by the share of referrals that they have then.',
  tempts:
    'No result and no client brings money, so that time follows dispositions; where effort costs, some places are held at little of it.',
  example: 'grant:\n  kind: blockGrant\n  amount: 95000\n  per: week\n',
  schema: blockGrantSchema,
  says: ({ amount, per, during, places }, tell) =>
    `Offices share ${tell.money(amount)} ${whenPaid[per][during]}, whatever is done and whatever comes of it.${places === undefined ? '' : ` It is meant to pay for ${tell.counted(places, 'place')}.`}`,
  adjusts: ['price'],
  check: () => [],
  create({ amount, per, during, places, category }, setup, previous) {
    const { market, officeShares, steps, referralSteps, stepsPerWeek, scale, people } = setup;
    const stepsPaid = during === 'run' ? steps : referralSteps;
    const perStep = (scale * amount) / (per === 'week' ? stepsPerWeek : Math.max(1, stepsPaid));
    const placesPaid = places === undefined ? people.count : places * scale;
    // Offices share money and places alike, so a place is covered to the same sum in each.
    const perPlace = placesPaid > 0 ? (perStep * stepsPaid) / placesPaid : 0;
    const factors = factorsAfter(previous, officeShares.length);
    const pay = feePoster(setup, category);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'blockGrant',
      believedPrice: () => 0,
      coveredPerPlace: (_group, office) => perPlace * factors.price[office],
      settle({ step }) {
        if (step >= stepsPaid) return;
        for (let office = 0; office < officeShares.length; office++)
          pay(step, office, -1, perStep * market.shares[office] * factors.price[office]);
      },
    };
    return adjustable(instrument, factors, ['price']);
  },
};
