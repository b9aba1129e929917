import { kinds, namedMap } from '../../scenario/kit/index.ts';
import { fundIndicators, fundIndicatorsSchema } from './fundIndicators.ts';
import { prioritise, prioritiseSchema } from './prioritise.ts';
import { push, pushSchema } from './push.ts';
import { ratchet, ratchetSchema } from './ratchet.ts';
import { renew, renewSchema } from './renew.ts';
import type { ReviewKind, ReviewTerms } from './review.ts';
import { reweight, reweightSchema } from './reweight.ts';
import { shiftShares, shiftSharesSchema } from './shiftShares.ts';
import { tender, tenderSchema } from './tender.ts';

/** Every kind of review by the word that files use for it. */
export const reviewKinds: Readonly<Record<string, ReviewKind<ReviewTerms>>> = Object.fromEntries(
  [ratchet, reweight, shiftShares, renew, tender, push, prioritise, fundIndicators].map((each) => [
    each.kind,
    each as unknown as ReviewKind<ReviewTerms>,
  ]),
);

const schemas = [
  ratchetSchema,
  reweightSchema,
  shiftSharesSchema,
  renewSchema,
  tenderSchema,
  pushSchema,
  prioritiseSchema,
  fundIndicatorsSchema,
] as const;

/** Reviews by name, none by default. An unknown kind is told the nearest known one. */
export const reviewsSchema = namedMap(kinds('kind', schemas, { noun: 'review', doc: 'A review.' }), {
  doc: 'Reviews by name, held in the order of the file.',
  default: {},
});
