import * as z from 'zod';
import { expm1 } from '../../random/index.ts';
import { entry, parameter, share } from '../../scenario/kit/index.ts';
import { askedDuty } from './askedDuty.ts';
import type { Duty, DutyKind } from './duty.ts';
import { askedFields, dutyFields } from './fields.ts';
import { HoursPerPost } from './hoursPerPost.ts';
import { askedWords } from './inWords.ts';

export const preventionSchema = entry(
  {
    kind: z.literal('prevention'),
    ...dutyFields({
      item: 1,
      itemSource: 'assumed: an hour of outreach',
      due: 0,
      dueSource: 'assumed: no date',
      pull: { need: 0.3, gain: 0.5, deserving: 0.5, ease: 0.5, voice: 0 },
      pullSource: 'assumed: who is helped before the door is not seen in need, and does not call',
    }),
    ...askedFields({ mean: 2, source: 'assumed: as much as there are occasions for' }),
    most: share({
      doc: 'Most that inflow can fall.',
      default: 0.2,
      source: 'assumed: no source gives a size; 0 is in the range',
      range: [0, 0.5],
    }),
    scale: parameter({
      doc: 'Stock of hours a caseworker at which about two thirds of that are reached.',
      unit: 'hours',
      above: 0,
      default: 20,
      source: 'assumed: about a quarter of steady work',
      range: [5, 100],
    }),
    decay: share({
      doc: 'Share of the stock that fades.',
      unit: 'per week',
      default: 0.05,
      source: 'assumed: what was done is forgotten in about half a year',
      range: [0.01, 0.2],
    }),
    delay: parameter({
      doc: 'Weeks until an hour begins to act.',
      unit: 'weeks',
      min: 0,
      default: 8,
      source: 'assumed: two months',
      range: [0, 52],
      wholeSteps: true,
    }),
  },
  { doc: 'Prevention: hours before the door lower later inflow.' },
);

export type Prevention = z.infer<typeof preventionSchema>;

interface Stock {
  /** [office × steps + step] hours a caseworker. */
  done: Float64Array;
  /** [office] hours that act now. */
  now: Float64Array;
}

const stockOf = new WeakMap<Duty, Stock>();

/**
 * Inflow to an office falls by most · (1 − exp(−stock / scale)); hours a caseworker enter the stock after `delay` and
 * fade by `decay`. Who is kept away is decided by a draw of the person, so that more prevention keeps the same people
 * away and others.
 */
export const prevention: DutyKind<typeof preventionSchema> = {
  kind: 'prevention',
  title: 'Prevention',
  claims: 'So many hours of outreach a week from each caseworker of the role as there are occasions for.',
  does: 'Lowers later inflow: some people are never referred.',
  tempts:
    'To leave it, since the clients at the door are seen and those who never come are not; where money comes by the client, it even costs.',
  example: 'outreach:\n  kind: prevention\n  role: keyWorker\n  ask: 3\n  most: 0.15\n',
  schema: preventionSchema,
  says: (terms, tell) =>
    `${askedWords(terms, tell)} It lowers later referrals by up to ${tell.share(terms.most)}, from ${tell.counted(terms.delay, 'week')} later on.`,
  check: () => [],
  create(terms, setup, previous) {
    const { world } = setup;
    const { offices, names, steps } = world;
    const hours = new HoursPerPost(world, names.roles.indexOf(terms.role));
    const stock: Stock = (previous && stockOf.get(previous)) ?? {
      done: new Float64Array(offices.count * steps),
      now: new Float64Array(offices.count),
    };
    const delay = Math.round(terms.delay);
    const duty = askedDuty(terms, setup, previous, {
      done: (office, spent) => hours.add(office, spent),
      settle() {
        for (let office = 0; office < offices.count; office++) {
          const first = office * steps;
          stock.done[first + world.step] = hours.take(office);
          const acting = world.step >= delay ? stock.done[first + world.step - delay] : 0;
          stock.now[office] += acting - terms.decay * stock.now[office];
        }
      },
      prevents: (office) => -terms.most * expm1(-stock.now[office] / terms.scale),
    });
    stockOf.set(duty, stock);
    return duty;
  },
};
