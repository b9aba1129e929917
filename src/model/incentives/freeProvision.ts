import * as z from 'zod';
import { entry, parameter, share, text } from '../../scenario/kit/index.ts';
import type { Instrument, InstrumentKind } from './instrument.ts';
import { unknownName } from './nameProblems.ts';

export const freeProvisionSchema = entry(
  {
    kind: z.literal('freeProvision'),
    activity: text({ doc: 'Activity whose cost the commissioner bears in the office’s place.' }),
    share: share({
      doc: 'Share of the cost of a contact that it bears.',
      default: 1,
      source: 'assumed: free at the point of use',
      range: [0.5, 1],
    }),
    places: parameter({
      doc: 'Contacts a week that it bears for all offices together, multiplied by `scale`; each office has its share of referrals. No limit if absent.',
      unit: 'places a week',
      min: 0,
    }).optional(),
  },
  {
    doc: 'Free specialist provision: the commissioner bears the cost of an activity, as far as its places last.',
  },
);

/** [office] places left in this week, with the part of a place left over from the weeks before. */
const leftOf = new WeakMap<Instrument, Float64Array>();

/** Places are kept with this slack, since shares of a week's places carry rounding. */
const SLACK = 1e-9;

/**
 * Bears the cost of an activity that offices would have to pay, for so many contacts a week. Whole places that nobody
 * took lapse with the week; parts of a place are kept until they make one. The money goes from the commissioner to
 * the providers outside, in an account of provision.
 */
export const freeProvision: InstrumentKind<typeof freeProvisionSchema> = {
  kind: 'freeProvision',
  title: 'Free provision',
  pays: 'The providers of an activity, in the office’s place, for so many contacts a week.',
  tempts:
    'To send clients where it costs the office nothing, whether or not it is what they need; with few places, the first who come are served.',
  example: 'therapyPlaces:\n  kind: freeProvision\n  activity: therapy\n  places: 12\n',
  schema: freeProvisionSchema,
  says: ({ activity, share, places }, tell) =>
    `The commissioner pays ${tell.share(share)} of what “${tell.title('activity', activity)}” costs, in the office’s place${places === undefined ? '' : `, for up to ${tell.counted(places, 'contact')} a week`}.`,
  check: (terms, names) => unknownName('activity', terms.activity, names.activities, 'activity'),
  create(terms, setup, previous) {
    const { market, names, scale, stepsPerWeek } = setup;
    const borne = names.activities.indexOf(terms.activity);
    const limited = terms.places !== undefined;
    /** Places of an office a step, by the share of referrals that it has now. */
    const perStep = (share: number): number => (terms.places ?? 0) * scale * share;
    const left = (previous && leftOf.get(previous)) ?? market.shares.map(perStep);
    const instrument: Instrument = {
      name: setup.name,
      kind: 'freeProvision',
      believedPrice: () => 0,
      bearsCost: (activity, office) =>
        activity === borne && (!limited || left[office] >= 1 - SLACK) ? terms.share : 0,
      onProvision(activity, office) {
        if (activity === borne && limited) left[office] -= 1;
      },
      settle({ step }) {
        const weekEnds = (step + 1) % stepsPerWeek === 0;
        for (let office = 0; office < left.length; office++) {
          if (weekEnds) left[office] = Math.max(0, left[office] - Math.floor(left[office] + SLACK));
          left[office] += perStep(market.shares[office]);
        }
      },
    };
    leftOf.set(instrument, left);
    return instrument;
  },
};
