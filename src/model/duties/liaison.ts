import * as z from 'zod';
import { exp } from '../../random/index.ts';
import { entry, parameter, share } from '../../scenario/kit/index.ts';
import { presentCount } from '../staff/roster.ts';
import { askedDuty } from './askedDuty.ts';
import type { DutyKind } from './duty.ts';
import { askedFields, dutyFields } from './fields.ts';
import { HoursPerPost } from './hoursPerPost.ts';
import { askedWords } from './inWords.ts';

export const liaisonSchema = entry(
  {
    kind: z.literal('liaison'),
    ...dutyFields({
      item: 1,
      itemSource: 'assumed: a meeting',
      due: 0,
      dueSource: 'assumed: no date',
      pull: { need: 0, gain: 0.5, deserving: 0, ease: 0.7, voice: 0 },
      pullSource: 'assumed: partners help clients later and not now; meeting them is easy',
    }),
    ...askedFields({ mean: 2, source: 'assumed: as much as partners have time for' }),
    growth: parameter({
      doc: 'Growth of trust: each hour a caseworker closes this part of what is missing.',
      unit: 'per hour',
      min: 0,
      default: 0.05,
      source: 'assumed: about fourteen hours a caseworker halve what is missing',
      range: [0.01, 0.2],
    }),
    decay: share({
      doc: 'Share of trust that goes without contact.',
      unit: 'per week',
      default: 0.01,
      source: 'assumed: a relation that is left alone lasts about two years',
      range: [0, 0.05],
    }),
    turnoverLoss: share({
      doc: 'Share of trust that goes with a caseworker of the role who leaves, in proportion to the posts.',
      default: 0.5,
      source: 'assumed: half of a relation is personal',
      range: [0, 1],
    }),
  },
  { doc: 'Liaison: hours with partners build their trust in the office.' },
);

export type Liaison = z.infer<typeof liaisonSchema>;

/**
 * P ← P + (1 − P)(1 − exp(−growth · hours a caseworker)) − decay · P, for the office’s trust with partners P, which
 * hazards read as `partnerTrust`. A leaver takes turnoverLoss / posts filled of it along.
 */
export const liaison: DutyKind<typeof liaisonSchema> = {
  kind: 'liaison',
  title: 'Liaison with partners',
  claims: 'So many meetings of one length a week from each caseworker of the role as partners ask for.',
  does: 'Builds the trust of partners in the office, which hazards may read as `partnerTrust`.',
  tempts: 'To put it off: what it does comes late and to all clients, and no fee asks for it.',
  example: 'partners:\n  kind: liaison\n  role: keyWorker\n  ask: 2\n  growth: 0.05\n',
  schema: liaisonSchema,
  says: (terms, tell) =>
    `${askedWords(terms, tell)} An hour a caseworker closes ${tell.number(terms.growth)} of what is missing to full trust of partners, ${tell.share(terms.decay)} of which goes a week.`,
  check: () => [],
  create(terms, setup, previous) {
    const { world } = setup;
    const { offices, names } = world;
    const role = names.roles.indexOf(terms.role);
    const hours = new HoursPerPost(world, role);
    return askedDuty(terms, setup, previous, {
      done: (office, spent) => hours.add(office, spent),
      settle() {
        const { partnerTrust } = offices;
        for (let office = 0; office < offices.count; office++) {
          const now = partnerTrust[office];
          const gained = (1 - now) * (1 - exp(-terms.growth * hours.take(office)));
          partnerTrust[office] = Math.min(1, Math.max(0, now + gained - terms.decay * now));
        }
      },
      leaves(worker) {
        const { caseworkers } = world;
        if (caseworkers.role[worker] !== role) return;
        const office = caseworkers.office[worker];
        // The leaver is not counted as present any more.
        offices.partnerTrust[office] *= 1 - terms.turnoverLoss / (presentCount(world, role, office) + 1);
      },
    });
  },
};
