import * as z from 'zod';
import { entry, parameter, section, share, text } from '../../scenario/kit/index.ts';
import { unknownName } from '../incentives/nameProblems.ts';
import { askedDuty } from './askedDuty.ts';
import type { Duty, DutyKind } from './duty.ts';
import { askedFields, dutyFields } from './fields.ts';
import { askedWords } from './inWords.ts';
import { createReputation, type Reputation, watchReputation } from './reputation.ts';

export const prospectingSchema = entry(
  {
    kind: z.literal('prospecting'),
    ...dutyFields({
      item: 1,
      itemSource: 'assumed: a visit',
      due: 0,
      dueSource: 'assumed: no date',
      pull: { need: 0, gain: 0.3, deserving: 0, ease: 0.6, voice: 0 },
      pullSource: 'assumed: openings help clients later; employers are easy company',
    }),
    ...askedFields({ mean: 4, source: 'assumed: as many visits as employers will have' }),
    pool: text({ doc: 'Pool of openings that it adds to.' }),
    yield: parameter({
      doc: 'Openings a week that an hour adds to the stock of contacts.',
      unit: 'openings an hour',
      min: 0,
      default: 0.02,
      source: 'assumed: one opening a week from each fifty hours that are kept up',
      range: [0, 0.1],
    }),
    decay: share({
      doc: 'Share of the stock that goes without contact.',
      unit: 'per week',
      default: 0.1,
      source: 'assumed: employers forget within ten weeks',
      range: [0.02, 0.5],
    }),
    reputation: section(
      {
        start: share({
          doc: 'Reputation of each office with employers at the start.',
          default: 0.7,
          source: 'assumed: given some credit',
          range: [0.3, 1],
        }),
        memory: share({
          doc: 'Share by which one client placed moves it, towards 1 who stays, towards 0 who does not.',
          default: 0.05,
          source: 'assumed: the last twenty count; 1 is “only as good as the last person” (document 004)',
          range: [0, 1],
        }),
        probation: parameter({
          doc: 'Weeks for which a client placed must stay.',
          unit: 'weeks',
          above: 0,
          default: 13,
          source: 'assumed: a quarter',
          range: [4, 26],
        }),
        placed: text({ doc: 'Event of being placed; the main event if empty.', default: '' }),
        lost: text({ doc: 'Event of losing the place; empty: nobody does.', default: '' }),
      },
      { doc: 'Reputation with employers, in [0, 1]: what part of the stock becomes openings.' },
    ),
  },
  { doc: 'Prospecting: hours with employers raise the openings of a pool.' },
);

export type Prospecting = z.infer<typeof prospectingSchema>;

interface Stock {
  /** [office] openings a week at full reputation. */
  openings: Float64Array;
  reputation: Reputation;
}

const stockOf = new WeakMap<Duty, Stock>();

/** stock ← stock · (1 − decay) + hours · yield; the pool has Σ over offices stock · reputation openings more a week. */
export const prospecting: DutyKind<typeof prospectingSchema> = {
  kind: 'prospecting',
  title: 'Prospecting for openings',
  claims: 'So many visits a week from each caseworker of the role as employers will have.',
  does: 'Raises the openings of a pool, as far as the office’s reputation with employers carries.',
  tempts:
    'To screen for clients who will not disappoint an employer, since an office is only as good as the last person whom it placed.',
  example:
    'employers:\n  kind: prospecting\n  role: coordinator\n  pool: jobs\n  ask: 4\n  reputation: { lost: jobLoss, memory: 0.1 }\n',
  schema: prospectingSchema,
  says: (terms, tell) =>
    `${askedWords(terms, tell)} An hour adds ${tell.number(terms.yield)} openings a week to “${terms.pool}”, and ${tell.share(terms.decay)} of what was gained goes a week.`,
  check: ({ pool, reputation }, names) => [
    ...unknownName('pool', pool, names.pools, 'pool of openings'),
    ...(['placed', 'lost'] as const)
      .filter((key) => reputation[key] !== '')
      .flatMap((key) =>
        unknownName(key, reputation[key], names.events, 'event').map((problem) => ({
          ...problem,
          path: ['reputation', key],
        })),
      ),
  ],
  create(terms, setup, previous) {
    const { world } = setup;
    const { offices, names, phase } = world;
    const index = Object.keys(phase.scenario.world.openings).indexOf(terms.pool);
    const { start, memory, probation, placed, lost } = terms.reputation;
    const stock: Stock = (previous && stockOf.get(previous)) ?? {
      openings: new Float64Array(offices.count),
      reputation: createReputation(world, start),
    };
    const placedEvent = placed === '' ? phase.mainEvent : names.events.indexOf(placed);
    const lostEvent = lost === '' ? -1 : names.events.indexOf(lost);
    const found = new Float64Array(offices.count);
    const duty = askedDuty(terms, setup, previous, {
      done(office, hours) {
        found[office] += hours * terms.yield;
      },
      settle() {
        for (let office = 0; office < offices.count; office++) {
          stock.openings[office] += found[office] - terms.decay * stock.openings[office];
          found[office] = 0;
        }
        watchReputation(world, stock.reputation, { placedEvent, lostEvent, probation, memory });
      },
      openings(pool) {
        if (pool !== index) return 0;
        let openings = 0;
        for (let office = 0; office < offices.count; office++)
          openings += stock.openings[office] * stock.reputation.now[office];
        return openings / world.clock.stepsPerWeek;
      },
    });
    stockOf.set(duty, stock);
    return duty;
  },
};

/** Reputation of each office with the employers of a prospecting duty; undefined for other duties. */
export function reputationOf(duty: Duty): Float64Array | undefined {
  return stockOf.get(duty)?.reputation.now;
}
